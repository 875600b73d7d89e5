"""The matrix: what is recorded is what is measured, and what breaks the libraries changes the right cells."""

import json
import random
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jsonschema_rs
import pytest

from snippets.matrix.axes import DTYPES, LAYOUTS, METHODS, Dtype, Layout, Method
from snippets.matrix.script import find, methods_for, script, sources
from snippets.problem import Problem
from snippets.recorded import ROOT
from snippets.recorded.cells import MATRIX, Matrix, Result, as_text, parse, read_matrix
from snippets.verify import cells
from snippets.verify.run.limits import Limits
from snippets.verify.run.parents import SETTINGS

MATRIX_TEXT = (ROOT / MATRIX).read_text(encoding="utf-8")
FIRST = SETTINGS[:1]


@pytest.fixture(scope="module")
def recorded() -> Matrix:
    return read_matrix(ROOT)


def some(*dtypes: str) -> list[tuple[tuple[Dtype, Layout], list[Method]]]:
    """All layouts of array dtypes, with all methods."""
    return [one for one in cells.everything() if one[0][0].direction == "to_torch" and one[0][0].name in dtypes]


def test_every_cell_is_as_recorded(recorded: Matrix) -> None:
    """Each is measured once more, half of them under each setting; `check` and `update` measure each under both."""
    every = cells.everything()

    def measured(half: int) -> tuple[Matrix, list[Problem]]:
        return cells.measure(every[half::2], SETTINGS[half : half + 1])

    with ThreadPoolExecutor(2) as pool:
        (one, wrong), (other, wrong_too) = pool.map(measured, range(2))
    assert [*wrong, *wrong_too] == []
    both = Matrix({**one.cells, **other.cells}, {**one.absent, **other.absent})
    problems = cells.differences(ROOT, recorded, both)
    assert not problems, "\n".join(map(str, problems))


def test_every_combination_is_a_cell_or_says_why_it_cannot_be_made(recorded: Matrix) -> None:
    for dtype, layout in sources():
        for method in methods_for(dtype):
            cell = (method.name, dtype.name, layout.name) in recorded.cells
            assert cell != ((dtype.direction, dtype.name, layout.name) in recorded.absent)
    assert len(recorded.cells) >= 8000


def test_only_what_takes_an_array_for_a_size_gives_memory_that_nobody_initialized(recorded: Matrix) -> None:
    cells_ = [key for key, result in recorded.cells.items() if result.outcome == "uninitialized"]
    assert {key[2] for key in cells_} == {"zero_d"}
    assert {key[0] for key in cells_} == {one.name for one in METHODS if one.page == "methods/tensor_constructor"}


def test_names_are_shell_safe_and_a_cell_is_named_by_three() -> None:
    for axis in (METHODS, DTYPES, LAYOUTS):
        assert all(one.name.isidentifier() for one in axis)
        assert max(Counter((one.name, one.direction) for one in axis).values()) == 1
    assert len({method.name for method in METHODS}) == len(METHODS)


def test_the_record_follows_its_schema() -> None:
    schema = json.loads((ROOT / MATRIX).with_suffix(".schema.json").read_text(encoding="utf-8"))
    jsonschema_rs.validate(schema, json.loads(MATRIX_TEXT))


def test_a_process_a_cell_gives_what_a_process_a_source_gives(recorded: Matrix) -> None:
    chance = random.Random(5)
    chosen = [(source, chance.sample(methods, 2)) for source, methods in chance.sample(cells.everything(), 60)]
    alone, problems = cells.measure(chosen, FIRST, alone=True)
    assert not problems
    assert len(alone.cells) + 2 * len(alone.absent) == 120
    assert {key: result for key, result in alone.cells.items() if recorded.cells[key] != result} == {}
    assert set(alone.absent) <= set(recorded.absent)


def blind(recorded: Matrix) -> list[tuple[str, str, str]]:
    keys = [key for key, result in recorded.cells.items() if result.outcome != "crashes"]
    return [*random.Random(11).sample(keys, 9), ("from_dlpack", "float32", "reversed")]


@pytest.mark.parametrize("cell", blind(read_matrix(ROOT)), ids=" ".join)
def test_the_script_alone_reproduces_a_cell(cell: tuple[str, str, str], recorded: Matrix, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "snippets", "cell", *cell]
    text = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (tmp_path / "cell.py").write_text(text, encoding="utf-8")
    ran = subprocess.run([sys.executable, "cell.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
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
    measured, problems = cells.measure(some("float32", "int64"), FIRST, before=before)
    assert not problems
    return {key: (recorded.cells[key], one) for key, one in measured.cells.items() if recorded.cells[key] != one}


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
    return Layout("bad", "a test", code, "to_torch")


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
    measured, problems = cells.measure([(source, methods)], FIRST)
    assert not problems
    outcomes = {key[0]: result.outcome for key, result in measured.cells.items()}
    assert outcomes == {"before": "shares", "bad": outcome, "after": "copies"}
    assert message in " ".join(measured.cells["bad", "float32", "contiguous"].messages)


def test_a_method_that_hangs_is_one_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = cells.run_all
    monkeypatch.setattr(cells, "run_all", lambda *given, **named: plain(*given, **named, limits=Limits(idle=1.5)))
    source = find("from_numpy", "float32", "contiguous")[1:]
    methods = [Method("bad", "warnings.sys.modules['time'].sleep(60)", "to_torch"), find("tensor", "bool", "empty")[0]]
    measured, problems = cells.measure([(source, methods)], FIRST)
    assert not problems
    assert [result.outcome for result in measured.cells.values()] == ["times_out", "copies"]


def test_a_source_that_cannot_be_made_says_why_and_the_others_are_measured() -> None:
    dtype = find("from_numpy", "float32", "contiguous")[1]
    good = find("from_numpy", "float32", "contiguous")[2]
    methods = [find("from_numpy", "float32", "contiguous")[0]]
    chosen = [((dtype, bad("a = 1 / 0")), methods), ((dtype, good), methods)]
    measured, problems = cells.measure(chosen, FIRST)
    assert not problems
    assert measured.absent == {("to_torch", "float32", "bad"): "ZeroDivisionError: division by zero"}
    assert [result.outcome for result in measured.cells.values()] == ["shares"]


def test_a_source_that_crashes_is_the_outcome_of_its_cells() -> None:
    dtype = find("from_numpy", "float32", "contiguous")[1]
    methods = [find("from_numpy", "float32", "contiguous")[0]]
    measured, problems = cells.measure([((dtype, bad("os.abort()")), methods)], FIRST)
    assert not problems
    assert [result.outcome for result in measured.cells.values()] == ["crashes"]


def test_a_result_that_depends_on_chance_is_refused() -> None:
    source = find("from_numpy", "float32", "contiguous")[1:]
    method = Method("chance", "torch.zeros(hash('a') % 1000)", "to_torch")
    _, problems = cells.measure([(source, [method])])
    assert "chance float32 contiguous: one result" in problems[0].expected


def test_a_changed_behavior_is_a_diff_of_a_few_lines(recorded: Matrix) -> None:
    key = ("from_numpy", "float32", "contiguous")
    now = Matrix({**recorded.cells, key: Result("raises", "raises", messages=("ValueError: no",))}, recorded.absent)
    before, after = MATRIX_TEXT.splitlines(), as_text(now, parse(MATRIX_TEXT)[1]).splitlines()
    assert len(set(before) ^ set(after)) <= 6
    (problem,) = cells.differences(ROOT, recorded, now)
    assert "from_numpy × float32 × contiguous" in problem.found
    assert "ValueError: no" in problem.found
    assert before[problem.line - 1].startswith('"from_numpy contiguous"')


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('"from_numpy contiguous": "', '"from_numpy contiguous": "0', "from_numpy × contiguous were edited"),
        ('{"outcome": "shares",', '{"outcome": "copies",', "was edited by hand"),
        ("At least one stride", "At last one stride", "was edited by hand"),
        ('"messages": {', '<<<<<<< HEAD\n"messages": {', "Expecting property name"),
        ('"absent"', '"missing"', "no 'absent'"),
        ('"torch": "2.13.0"', '"torch": "2.12.0"', "measured with"),
    ],
)
def test_a_record_that_was_edited_is_refused_by_file_line_and_command(
    old: str, new: str, found: str, tmp_path: Path
) -> None:
    for name in (MATRIX, "snippets/recorded/environment.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / MATRIX).write_text(MATRIX_TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        read_matrix(tmp_path)
    assert caught.value.file == MATRIX
    assert found in caught.value.found
    assert "python -m snippets update matrix" in caught.value.fix


def test_an_unknown_name_gets_the_nearest() -> None:
    for names, nearest in (
        (("from_nump", "float32", "reversed"), "from_numpy"),
        (("from_numpy", "flot32", "reversed"), "float32"),
        (("from_numpy", "float32", "reverse"), "reversed"),
    ):
        with pytest.raises(KeyError, match=f"did you mean {nearest}"):
            find(*names)


def test_a_script_is_complete() -> None:
    text = script(*find("numpy", "bfloat16", "transposed"))
    assert "snippets" not in text
    assert "t = x.T" in text
    assert "return t.numpy()" in text
