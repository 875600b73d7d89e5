"""The matrix: what is recorded is what is measured, and what breaks the libraries changes the right cells."""

import random
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pytest

from snippets.matrix.axes import ARRAY_LAYOUTS, DTYPES, LAYOUTS, METHODS, Dtype, Layout, Method
from snippets.matrix.script import batch, find, script
from snippets.problem import Problem
from snippets.store.files import ROOT
from snippets.store.releases import PINNED, pinned_file, read_pinned, write_pinned
from snippets.store.types import Key, Matrix, Result
from snippets.verify import matrix
from snippets.verify.installed import installed
from snippets.verify.run.limits import Limits
from snippets.verify.run.parents import SETTINGS, run_all

RECORD = pinned_file(ROOT)
TEXT = (ROOT / RECORD).read_text(encoding="utf-8")
FIRST = SETTINGS[:1]


@pytest.fixture(scope="module")
def recorded() -> Matrix:
    return read_pinned(ROOT).matrix


def arrays_of(*dtypes: str) -> list[tuple[tuple[Dtype, Layout], list[Method]]]:
    """All layouts of array dtypes, with all methods."""
    return [
        (source, methods)
        for source, methods in matrix.everything()
        if source[0].direction == "to_torch" and source[0].name in dtypes
    ]


def test_every_cell_is_as_recorded(recorded: Matrix) -> None:
    """Each is measured once more, half of them under each setting; `check` and `update` measure each under both."""
    every = matrix.everything()

    def measured(half: int) -> tuple[Matrix, list[Problem]]:
        return matrix.measure(every[half::2], SETTINGS[half : half + 1])

    with ThreadPoolExecutor(2) as pool:
        (one, wrong), (other, wrong_too) = pool.map(measured, range(2))
    assert [*wrong, *wrong_too] == []
    both = Matrix({**one.cells, **other.cells}, {**one.absent, **other.absent})
    problems = matrix.differences(ROOT, recorded, both)
    assert not problems, "\n".join(map(str, problems))


def test_the_record_holds_exactly_what_the_axes_ask_for(recorded: Matrix) -> None:
    """Each method with each dtype and layout of its direction is a cell, or its source says why it cannot be made."""
    cells, sources = set(), set()
    for method, dtype, layout in product(METHODS, DTYPES, LAYOUTS):
        if method.direction == dtype.direction == layout.direction:
            source = (dtype.direction, dtype.name, layout.name)
            sources.add(source)
            if source not in recorded.absent and (dtype.torch or "{dtype}" not in method.call):
                cells.add((method.name, dtype.name, layout.name))
    assert set(recorded.cells) == cells
    assert set(recorded.absent) < sources
    assert matrix.unfinished(recorded, RECORD) == []


def test_what_is_left_to_do_for_a_record_is_told_by_file_and_command(recorded: Matrix) -> None:
    key: Key = ("from_numpy", "float32", "contiguous")
    others = {other: result for other, result in recorded.cells.items() if other != key}
    (lacking,) = matrix.unfinished(Matrix(others, recorded.absent), RECORD)
    assert lacking.found == "not measured: from_numpy × float32 × contiguous"
    more = {**recorded.cells, ("to_torhc", *key[1:]): recorded.cells[key]}
    (stale,) = matrix.unfinished(Matrix(more, recorded.absent), RECORD)
    assert stale.found == "recorded, and not in the axes: to_torhc × float32 × contiguous"
    (both,) = matrix.unfinished(
        Matrix(recorded.cells, {**recorded.absent, ("to_torch", *key[1:]): "TypeError: no"}), RECORD
    )
    assert "recorded, and not in the axes: from_numpy × float32 × contiguous, " in both.found
    for problem in (lacking, stale, both):
        assert (problem.file, problem.fix) == (RECORD, "run: python -m snippets update matrix")
    new = Result("raises", "raises", messages=("ValueError: nobody has seen this",))
    (unexplained,) = matrix.unfinished(Matrix({**others, key: new}, recorded.absent), RECORD)
    assert unexplained.file == "snippets/matrix/messages.toml"
    assert unexplained.found == "0 for 'ValueError: nobody has seen this'"
    assert "add an entry" in unexplained.fix


def test_only_what_takes_an_array_for_a_size_gives_memory_that_nobody_initialized(recorded: Matrix) -> None:
    keys = [key for key, result in recorded.cells.items() if result.outcome == "uninitialized"]
    assert {key[2] for key in keys} == {"zero_d"}
    assert {key[0] for key in keys} == {
        method.name for method in METHODS if method.page == "methods/tensor_constructor"
    }


def test_a_process_a_cell_gives_what_a_process_a_source_gives(recorded: Matrix) -> None:
    chance = random.Random(5)
    chosen = [(source, chance.sample(methods, 2)) for source, methods in chance.sample(matrix.everything(), 60)]
    cells = [(method, *source) for source, methods in chosen for method in methods]
    runs = run_all({"/".join(matrix.key_of(*cell)): script(*cell) for cell in cells}, FIRST)
    alone, absent = dict[Key, Result](), set[Key]()
    for cell in cells:
        key = matrix.key_of(*cell)
        (run,) = runs["/".join(key)]
        if result := matrix.cut_off(run) or matrix.result_of(run.output):
            alone[key] = result
        else:
            assert "event = " not in run.output
            absent.add(matrix.key_of_source(*cell[1:]))
    assert len(alone) + 2 * len(absent) == 120
    assert {key: result for key, result in alone.items() if recorded.cells[key] != result} == {}
    assert absent <= set(recorded.absent)


def run_alone(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A run of a script by `python cell.py`."""
    (folder / "cell.py").write_text(text, encoding="utf-8")
    return subprocess.run([sys.executable, "cell.py"], cwd=folder, capture_output=True, text=True, check=False)


def blind(recorded: Matrix) -> list[tuple[str, str, str]]:
    keys = [key for key, result in recorded.cells.items() if result.outcome != "crashes"]
    return [*random.Random(11).sample(keys, 9), ("from_dlpack", "float32", "reversed")]


@pytest.mark.parametrize("cell", blind(read_pinned(ROOT).matrix), ids=" ".join)
def test_the_script_alone_reproduces_a_cell(cell: tuple[str, str, str], recorded: Matrix, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "snippets", "cell", *cell]
    text = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    ran = run_alone(text, tmp_path)
    if recorded.cells[cell].outcome == "crashes":
        assert ran.returncode == -6
    else:
        assert ran.stdout.splitlines()[-1] == recorded.cells[cell].outcome


COPIES = """
import torch
_from_numpy = torch.from_numpy
torch.from_numpy = lambda array: _from_numpy(array).clone()
"""
DROPS_THE_SIGN = """
import torch
_from_numpy = torch.from_numpy
torch.from_numpy = lambda array: _from_numpy(array[::-1] if array.strides and array.strides[0] < 0 else array)
"""


def changed(before: str, recorded: Matrix) -> dict[tuple[str, str, str], tuple[Result, Result]]:
    """The cells of two dtypes that are not as recorded when `before` runs first: (recorded, measured)."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(matrix, "batch", lambda *given: before + batch(*given))
        patched.setattr(matrix, "script", lambda *given: before + script(*given))
        measured, problems = matrix.measure(arrays_of("float32", "int64"), FIRST)
    assert not problems
    cells = measured.cells.items()
    return {key: (recorded.cells[key], result) for key, result in cells if recorded.cells[key] != result}


def test_a_from_numpy_that_copies_changes_the_cells_in_which_it_shares_and_no_others(recorded: Matrix) -> None:
    differ = changed(COPIES, recorded)
    wanted = {
        key
        for key, result in recorded.cells.items()
        if key[0] == "from_numpy" and key[1] in ("float32", "int64") and result.memory == "shares"
    }
    assert set(differ) >= wanted
    assert {key[0] for key in differ} == {"from_numpy"}
    assert all(new.memory == "copies" for _, new in differ.values())
    assert set(differ) == wanted


def test_a_from_numpy_without_the_sign_of_strides_changes_reversed_arrays_and_no_others(recorded: Matrix) -> None:
    differ = changed(DROPS_THE_SIGN, recorded)
    through = {"from_numpy", "from_numpy_clone", "copy_into"}
    assert {key[0] for key in differ} == through
    assert {key[2] for key in differ} == {"reversed", "reversed_length_1"}
    assert len(differ) == len(through) * 2 * 2
    assert {new.outcome for _, new in differ.values()} == {"wrong", "shares", "copies"}


def bad(code: str) -> Layout:
    return Layout("bad", "a test", code, "to_torch", "False")


@pytest.mark.parametrize(
    ("call", "outcome", "message"),
    [
        ("os.abort()", "crashes", "SIGABRT: Aborted"),
        ("os._exit(0)", "crashes", "vanished"),
        ("print('x' * 100_000)", "crashes", "flood"),
        ("torch.empty(1 << 40)", "raises", "can't allocate memory"),
        ("[0][1]", "raises", "IndexError: list index out of range"),
    ],
)
def test_a_bad_method_is_one_cell_and_the_others_are_measured(call: str, outcome: str, message: str) -> None:
    source = find("from_numpy", "float32", "contiguous")[1:]
    methods = [
        Method("before", "torch.from_numpy(a)", "to_torch"),
        Method("bad", call, "to_torch"),
        Method("after", "torch.tensor(a)", "to_torch"),
    ]
    measured, problems = matrix.measure([(source, methods)], FIRST)
    assert not problems
    outcomes = {key[0]: result.outcome for key, result in measured.cells.items()}
    assert outcomes == {"before": "shares", "bad": outcome, "after": "copies"}
    assert message in " ".join(measured.cells["bad", "float32", "contiguous"].messages)


def test_a_method_that_hangs_is_one_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = matrix.run_all
    monkeypatch.setattr(matrix, "run_all", lambda *given, **named: plain(*given, **named, limits=Limits(idle=1.0)))
    source = find("from_numpy", "float32", "contiguous")[1:]
    methods = [Method("bad", "warnings.sys.modules['time'].sleep(60)", "to_torch"), find("tensor", "bool", "empty")[0]]
    measured, problems = matrix.measure([(source, methods)], FIRST)
    assert not problems
    assert [result.outcome for result in measured.cells.values()] == ["times_out", "copies"]


def test_a_source_that_cannot_be_made_says_why_and_the_others_are_measured() -> None:
    dtype = find("from_numpy", "float32", "contiguous")[1]
    good = find("from_numpy", "float32", "contiguous")[2]
    methods = [find("from_numpy", "float32", "contiguous")[0]]
    chosen = [((dtype, bad("a = 1 / 0")), methods), ((dtype, good), methods)]
    measured, problems = matrix.measure(chosen, FIRST)
    assert not problems
    assert measured.absent == {("to_torch", "float32", "bad"): "ZeroDivisionError: division by zero"}
    assert [result.outcome for result in measured.cells.values()] == ["shares"]


def test_a_source_that_crashes_is_the_outcome_of_its_cells() -> None:
    dtype = find("from_numpy", "float32", "contiguous")[1]
    methods = [find("from_numpy", "float32", "contiguous")[0]]
    measured, problems = matrix.measure([((dtype, bad("os.abort()")), methods)], FIRST)
    assert not problems
    assert [result.outcome for result in measured.cells.values()] == ["crashes"]


def test_a_result_that_depends_on_chance_is_refused() -> None:
    source = find("from_numpy", "float32", "contiguous")[1:]
    method = Method("chance", "torch.zeros(hash('a') % 1000)", "to_torch")
    _, problems = matrix.measure([(source, [method])])
    assert "chance float32 contiguous: one result" in problems[0].expected


def test_a_changed_behavior_is_a_diff_of_a_few_lines(recorded: Matrix, tmp_path: Path) -> None:
    key = ("from_numpy", "float32", "contiguous")
    now = Matrix({**recorded.cells, key: Result("raises", "raises", messages=("ValueError: no",))}, recorded.absent)
    write_pinned(tmp_path, replace(read_pinned(ROOT), matrix=now))
    before, after = TEXT.splitlines(), (tmp_path / RECORD).read_text(encoding="utf-8").splitlines()
    assert len(set(before) ^ set(after)) <= 6
    (problem,) = matrix.differences(ROOT, recorded, now)
    assert "from_numpy × float32 × contiguous" in problem.found
    assert "ValueError: no" in problem.found
    assert before[problem.line - 1].startswith('"from_numpy contiguous"')


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('"from_numpy contiguous": "', '"from_numpy contiguous": "0', "from_numpy × contiguous, edited"),
        ('{"outcome": "shares",', '{"outcome": "copies",', "edited by hand"),
        ("At least one stride", "At last one stride", "edited by hand"),
        ('"messages": {', '<<<<<<< HEAD\n"messages": {', "JSON is malformed"),
        (f'"torch": "{read_pinned(ROOT).environment.torch}"', '"torch": "0.0.1"', "a record edited by hand"),
    ],
)
def test_a_record_that_was_edited_is_refused_by_file_line_and_command(
    old: str, new: str, found: str, tmp_path: Path
) -> None:
    assert old in TEXT
    copied(tmp_path)
    (tmp_path / RECORD).write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        read_pinned(tmp_path)
    assert caught.value.file == RECORD
    assert found in caught.value.found
    assert f"git checkout HEAD -- {RECORD}" in caught.value.fix


def copied(root: Path) -> None:
    """Copies the record of the pinned release."""
    for name in (RECORD, PINNED):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes((ROOT / name).read_bytes())
    as_of_this_python(root)


def as_of_this_python(root: Path) -> None:
    """Makes a copy's record one of the Python that runs, under which alone all of it may be recorded."""
    release = read_pinned(root)
    if release.environment.python != installed().python:
        write_pinned(root, replace(release, environment=replace(release.environment, python=installed().python)))


def test_what_is_measured_of_a_method_leaves_the_rest_of_the_record_as_it_is(tmp_path: Path) -> None:
    copied(tmp_path)
    before = (tmp_path / RECORD).read_bytes()
    assert matrix.update(tmp_path, ["matrix/op_add"]) == ([], [])
    assert (tmp_path / RECORD).read_bytes() == before


def test_every_layout_is_recognized_in_the_array_that_it_makes() -> None:
    assert matrix.unrecognized() == []


@pytest.mark.parametrize(
    ("recognize", "found"),
    [
        ("a.ndim == 5", "False"),
        ("b.ndim == 2", "NameError: name 'b' is not defined"),
        ("", "SyntaxError: invalid syntax"),
        ("a.ndim ==", "SyntaxError: invalid syntax"),
    ],
)
def test_a_layout_that_is_not_recognized_is_told_by_file_and_line(
    recognize: str, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = next(layout for layout in ARRAY_LAYOUTS if layout.name == "reversed")
    monkeypatch.setattr(matrix, "ARRAY_LAYOUTS", (good, replace(good, name="mine", recognize=recognize, line=7)))
    (problem,) = matrix.unrecognized()
    assert (problem.file, problem.line) == ("snippets/matrix/layouts.toml", 7)
    assert problem.found == f"to_torch.mine: {found}"
    assert f"correct recognize = {recognize!r}" in problem.fix


@dataclass
class Copy:
    """A copy of what is measured and recorded, in which data is added by text."""

    root: Path

    def add(self, file: str, text: str, after: str = "") -> int:
        """Adds lines to a file of snippets/matrix, below the line `after` or at its end; the line of the first."""
        path = self.root / "snippets/matrix" / file
        before, found, rest = path.read_text(encoding="utf-8").partition(after) if after else (path.read_text(), "", "")
        assert bool(found) == bool(after)
        path.write_text(before + found + text + rest, encoding="utf-8")
        return (before + found).count("\n") + 1

    def run(self, *arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
        """A run of the copy's own `python -m snippets`, or of a program that imports from it."""
        command = [sys.executable, *(["-c", code] if code else ["-m", "snippets", *arguments])]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    shutil.copytree(ROOT / "snippets", tmp_path / "snippets", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "requirements.txt", tmp_path)
    as_of_this_python(tmp_path)
    return Copy(tmp_path)


def test_a_method_is_added_by_its_lines_of_data_and_what_is_left_to_do_is_told(copy: Copy, tmp_path: Path) -> None:
    copy.add("methods.toml", 'np_searchsorted.call = "np.searchsorted({x}, {y})"\n', after='group = "of_both"\n')
    copy.add("methods.toml", '\n[to_torch.of_items]\ncall = "torch.tensor([*a.flat])"\npage = "methods/lists"\n')

    text = copy.run("cell", "of_items", "float32", "fortran").stdout
    assert "    return torch.tensor([*a.flat])\n" in text
    assert run_alone(text, tmp_path).stdout.split()[-1] == "copies"

    updated = copy.run("update", "matrix/np_searchsorted")
    assert "np_searchsorted × float32_float32 × array_tensor" in updated.stdout
    assert f"{RECORD}:1: not measured: of_items × float32 × contiguous, " in updated.stdout
    assert "messages.toml:1: 0 for 'ValueError: object too deep for desired array" in updated.stdout
    assert updated.stdout.count("  fix: ") == updated.returncode + 1 == 2

    cause = 'cause = "The first is no row of numbers."\ninstead = "Search in one row at a time."\n'
    pattern = 'pattern = "ValueError: object too deep for desired array"\n'
    copy.add("messages.toml", f'\n[too_deep]\ntitle = "object too deep for desired array"\n{pattern}{cause}')
    assert "messages.toml" not in copy.run("update", "matrix/np_searchsorted").stdout


def test_a_layout_is_added_by_its_lines_of_data_and_what_is_left_to_do_is_told(copy: Copy, tmp_path: Path) -> None:
    code = "a = np.lib.stride_tricks.sliding_window_view(np.array(values, dtype), 2, axis=1)"
    line = copy.add("layouts.toml", f'\n[to_torch.windows]\nabout = "overlapping windows"\ncode = "{code}"\n') + 1

    lacking = copy.run("update", "matrix/op_add").stdout
    assert f"layouts.toml:{line}: to_torch.windows: no recognize" in lacking
    assert 'fix:      add a line: recognize = "..."' in lacking
    copy.add("layouts.toml", 'recognize = "a.ndim == 2"\n')
    assert f"layouts.toml:{line}: to_torch.windows: False" in copy.run("update", "matrix/op_add").stdout
    path = copy.root / "snippets/matrix/layouts.toml"
    mended = path.read_text(encoding="utf-8").replace("a.ndim == 2", "len({step for _, step in steps}) < a.ndim")
    path.write_text(mended, encoding="utf-8")

    updated = copy.run("update", "matrix/op_add")
    assert f"{RECORD}:1: not measured: from_numpy × float32 × windows, " in updated.stdout
    assert updated.stdout.count("  fix: ") == updated.returncode == 1
    text = copy.run("cell", "from_numpy", "float32", "windows").stdout
    assert code in text
    outcome = run_alone(text, tmp_path).stdout.split()[-1]
    measure = "from snippets.matrix.script import find; from snippets.verify import matrix; "
    measure += "method, *source = find('from_numpy', 'float32', 'windows'); "
    measured = copy.run(code=f"{measure}print(matrix.measure([(tuple(source), [method])])[0].cells)").stdout
    assert f"('from_numpy', 'float32', 'windows'): Result(outcome='{outcome}', event='warns'" in measured
    script = f"import numpy as np\nvalues, dtype = [[1, 2, 3], [4, 5, 6]], np.float32\n{code}\n"
    command = [sys.executable, "-m", "snippets", "explain", "-"]
    explained = subprocess.run(command, cwd=copy.root, input=script, capture_output=True, text=True, check=True).stdout
    assert (
        "layout in the matrix: read_only (not writable, though its memory is); windows (overlapping windows);"
        in explained
    )
