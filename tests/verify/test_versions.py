"""Other pairs of versions: what is kept of them, and what happens when they cannot be measured."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snippets.problem import Problem
from snippets.recorded import Environment, Example, Record
from snippets.recorded.cells import as_text
from snippets.recorded.facts import Fact
from snippets.recorded.matrix import Matrix, Result
from snippets.recorded.pairs import GONE, Ended, Pair, file_of, mark, pair_text, parse_pair, read_pairs
from snippets.verify import versions
from snippets.verify.measure import can_import
from snippets.verify.pairs import (
    all_of,
    compared,
    differing,
    joined,
    measured_of,
    pair_of,
    read_measured,
    rebased,
    without_noise,
)
from snippets.verify.versions import Impossible, Wanted

HERE = Environment("2.13.0", "2.4.6", "3.11", "Linux x86_64")
NEWER = Environment("2.15.0", "2.5.5", "3.12", "Linux x86_64")
SHARES = Result("shares", "none", "shares", "equal", "Tensor", "torch.float32", (2, 3), (3, 1), "cpu", False, "yes")
ABORTS = Result("crashes", "crashes", "none", "none", messages=("SIGABRT: Storage size calculation overflowed",))
RAISES = Result("raises", "raises", "none", "none", messages=("RuntimeError: Storage size calculation overflowed",))
PINNED = Matrix(
    {
        ("from_dlpack", "float32", "contiguous"): SHARES,
        ("from_dlpack", "float32", "reversed"): ABORTS,
        ("from_dlpack", "uint16", "contiguous"): SHARES,
        ("from_dlpack", "uint16", "reversed"): ABORTS,
    }
)
OTHER = Matrix(
    {("from_dlpack", "float32", "contiguous"): SHARES, ("from_dlpack", "float32", "reversed"): RAISES},
    {("to_torch", "uint16", "contiguous"): "TypeError: no such dtype"},
)
FACT = Fact("p#holds", "snippets/facts/p.py", 1, "It holds.", "", "assert True\n", 2, ("broken",))
RECORD = Record(
    {name: Example(name, f"print('{name}')\n", f"{name}\n") for name in ("p/same", "p/other", "p/unsteady")},
    HERE,
    PINNED,
    {FACT.name: FACT},
)


def measured_pair() -> Pair:
    return pair_of(read_measured(found()), RECORD, "2026-11-25")


def found(**changes: Any) -> dict[str, Any]:
    runs = {name: {"exit": "0", "output": f"{name}\n"} for name in RECORD.examples} | {
        "p/other": {"exit": "error", "output": "TypeError: no\n"},
        "p#holds": {"exit": "error", "output": "AssertionError\n"},
        "p/unsteady": {"exit": "0", "output": "0.123\n"},
    }
    environment = vars(NEWER)
    return {
        "environment": environment,
        "runs": runs,
        "unsteady": ["p/unsteady"],
        "methods": ["from_dlpack"],
        "matrix": as_text(OTHER, environment),
    } | changes


def test_only_what_differs_is_kept() -> None:
    pair = measured_pair()
    assert pair.name == "torch 2.15.0, numpy 2.5.5"
    assert pair.runs == {"p/other": Ended("error", "TypeError: no\n"), "p#holds": Ended("error", "AssertionError\n")}
    scripts = {name: one.script for name, one in RECORD.examples.items()} | {FACT.name: FACT.program}
    cells = {"from_dlpack": "float32 contiguous\nfloat32 reversed\nuint16 contiguous\nuint16 reversed"}
    names = ("p/same", "p/other", "p#holds", "from_dlpack")
    assert pair.known == {mark(name, (scripts | cells)[name]) for name in names}
    assert pair.matrix.cells == {
        ("from_dlpack", "float32", "reversed"): RAISES,
        ("from_dlpack", "uint16", "reversed"): GONE,
    }
    assert pair.cell(("from_dlpack", "uint16", "contiguous"), PINNED) == GONE
    assert pair.cell(("from_dlpack", "float32", "contiguous"), PINNED) == SHARES
    assert pair.matrix.absent == OTHER.absent


def test_a_pair_comes_back_from_its_file(tmp_path: Path) -> None:
    pair = measured_pair()
    file = tmp_path / file_of(NEWER)
    file.parent.mkdir(parents=True)
    file.write_text(pair_text(pair), encoding="utf-8")
    (read,) = read_pairs(tmp_path)
    assert vars(read) | {"matrix": 0} == vars(pair) | {"matrix": 0}
    assert (read.matrix.cells, read.matrix.absent) == (pair.matrix.cells, pair.matrix.absent)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"RuntimeError: Storage', '"ValueError: Storage', "edited by hand"),
        ('"runs": {', '"runs": {,', "Expecting property name"),
        ('"torch": "2.15.0"', '"torch": "2.14.0"', "a file that holds torch 2.14.0"),
        ('"measured": "2026-11-25",\n', "", "KeyError: 'measured'"),
        ('"exit": "error"', '"ended": "error"', "TypeError"),
    ],
)
def test_a_file_that_was_edited_is_told(old: str, new: str, expected: str) -> None:
    text = pair_text(measured_pair())
    assert old in text
    file = file_of(NEWER)
    with pytest.raises(Problem) as caught:
        parse_pair(text.replace(old, new, 1), file)
    assert caught.value.file == file
    assert expected in caught.value.found


def test_noise_is_pythons_suggestion_and_the_build_and_nothing_else() -> None:
    said = "AttributeError: 'Tensor' object has no attribute 'astype'"
    assert without_noise(f"{said}. Did you mean: 'dtype'?\n") == f"{said}\n"
    assert without_noise("2.15.0+cu128") == without_noise("2.13.0+cpu")
    for text in ("tensor([1.])\n", "RuntimeError: 2.15.0\n", "Did you mean it?\n"):
        assert without_noise(text) == text


def test_an_example_whose_library_is_missing_is_not_run() -> None:
    assert can_import("import json\nimport numpy.linalg as linalg\nfrom torch import nn\n")
    assert not can_import("import numpy as np\nimport no_such_library.part\n")
    assert not can_import("def run():\n    from no_such_library import part\n")


def test_equal_matrices_do_not_differ() -> None:
    matrix, wording = differing(PINNED, PINNED, ["from_dlpack"], NEWER)
    assert (matrix.cells, wording) == ({}, {})


def test_memory_that_an_old_release_does_not_fill_is_not_taken_for_a_change() -> None:
    random, wrong = (replace(SHARES, outcome=outcome, values=outcome) for outcome in ("uninitialized", "wrong"))
    key = ("from_dlpack", "float32", "contiguous")
    old = replace(NEWER, torch="2.0.1")
    for one, other in (random, wrong), (wrong, random):
        assert not differing(Matrix({key: one}), Matrix({key: other}), ["from_dlpack"], old)[0].cells
        assert differing(Matrix({key: one}), Matrix({key: other}), ["from_dlpack"], NEWER)[0].cells == {key: other}
    assert differing(Matrix({key: SHARES}), Matrix({key: wrong}), ["from_dlpack"], old)[0].cells == {key: wrong}


def test_a_fact_that_only_prints_a_warning_holds() -> None:
    runs = {"p#holds": {"exit": "0", "output": "UserWarning: so"}, "p/same": {"exit": "0", "output": "UserWarning: so"}}
    pair = pair_of(read_measured(found(runs=runs)), RECORD, "2026-11-25")
    assert list(pair.runs) == ["p/same"]
    runs["p#holds"]["exit"] = "error"
    assert "p#holds" in pair_of(read_measured(found(runs=runs)), RECORD, "2026-11-25").runs


def test_pairs_are_sorted_by_age_the_newest_first(tmp_path: Path) -> None:
    (tmp_path / "snippets/recorded/pairs").mkdir(parents=True)
    for torch, numpy in ("2.9.1", "2.3.5"), ("2.15.0", "2.4.6"), ("2.15.0", "2.5.5"):
        pair = Pair(Environment(torch, numpy, "3.11", "Linux x86_64"), "2026-11-25", frozenset(), {}, Matrix())
        (tmp_path / file_of(pair.environment)).write_text(pair_text(pair), encoding="utf-8")
    assert [pair.name for pair in read_pairs(tmp_path)] == [
        "torch 2.15.0, numpy 2.5.5", "torch 2.15.0, numpy 2.4.6", "torch 2.9.1, numpy 2.3.5",
    ]  # fmt: skip


def test_a_missing_interpreter_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Problem, match=r"python3\.99") as caught:
        versions.interpreter("3.99")
    assert "the other pairs are measured" in caught.value.fix


def test_a_full_disk_is_told_before_anything_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usage = type(shutil.disk_usage(tmp_path))(10, 9, 1)
    monkeypatch.setattr(versions.shutil, "disk_usage", lambda folder: usage)
    with pytest.raises(Problem, match=r"GB for torch 2\.15\.0"):
        versions.install(Wanted("2.15.0", "2.5.5", "3.12"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_message_that_is_worded_otherwise_everywhere_is_kept_once() -> None:
    worded = replace(RAISES, messages=("RuntimeError: overflowed",))
    one, two, three = (("from_dlpack", dtype, "reversed") for dtype in ("float16", "float32", "float64"))
    before, after = Matrix(dict.fromkeys((one, two), RAISES)), Matrix(dict.fromkeys((one, two), worded))
    matrix, wording = differing(before, after, ["from_dlpack"], NEWER)
    assert (matrix.cells, wording) == ({}, {RAISES.messages[0]: "RuntimeError: overflowed"})
    other = Matrix({one: worded, two: RAISES, three: worded})
    matrix, wording = differing(before, other, ["from_dlpack"], NEWER)
    assert (matrix.cells, wording) == ({one: worded, three: worded}, {})


def test_what_is_known_of_a_pair_comes_back_from_its_differences() -> None:
    measured = read_measured(found())
    back = measured_of(measured_pair(), RECORD)
    assert (back.runs, set(back.methods)) == (measured.runs, set(measured.methods))
    assert back.matrix.cells == measured.matrix.cells
    again = pair_of(joined(back, measured), RECORD, "2026-11-25")
    assert pair_text(again) == pair_text(measured_pair())


def pinned_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record: Record = RECORD) -> None:
    monkeypatch.setattr(versions, "load", lambda root: record)
    (tmp_path / "docs/reference/versions").mkdir(parents=True)


NEWEST, OLDEST = Wanted("2.15.0", "2.5.5", "3.12"), Wanted("2.0.1", "1.24.4", "3.11")


def test_a_pair_that_fails_leaves_nothing_and_the_others_are_recorded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def measure(wanted: Wanted, names: list[str]) -> Any:
        if wanted == OLDEST:
            raise Problem("f", 1, "installed", "pip cannot install it", "see")
        return read_measured(found())

    pinned_to(tmp_path, monkeypatch)
    monkeypatch.setattr(versions, "measure", measure)
    told: list[str] = []
    problems = versions.run(tmp_path, [OLDEST, NEWEST], told.append)
    assert [problem.found for problem in problems] == ["pip cannot install it"]
    (pair,) = read_pairs(tmp_path)
    assert pair.name == "torch 2.15.0, numpy 2.5.5"
    assert told[-1].startswith("recorded  torch 2.15.0, NumPy 2.5.5, Python 3.12: 2 runs and 2 cells differ (")
    page = (tmp_path / f"docs/reference/versions/{pair.leaf}.md").read_text(encoding="utf-8")
    assert "::: pair torch-2.15.0-numpy-2.5.5\n" in page


def test_only_what_is_not_known_of_a_recorded_pair_is_measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def measure(wanted: Wanted, names: list[str]) -> Any:
        asked.append(names)
        runs = {name: ended for name, ended in found()["runs"].items() if name in names}
        return read_measured(found(runs=runs, unsteady=[], methods=[one for one in names if one == "from_dlpack"]))

    pinned_to(tmp_path, monkeypatch)
    monkeypatch.setattr(versions, "measure", measure)
    assert versions.run(tmp_path, [NEWEST], lambda text: None) == []
    assert asked == [["from_dlpack", "p#holds", "p/other", "p/same", "p/unsteady"]]
    told: list[str] = []
    assert versions.run(tmp_path, [NEWEST], told.append) == []
    assert told == ["recorded  torch 2.15.0, NumPy 2.5.5, Python 3.12"]
    edited = {**RECORD.examples, "p/same": Example("p/same", "print('edited')\n", "p/same\n")}
    pinned_to(tmp_path / "other", monkeypatch, replace(RECORD, examples=edited))
    (before,) = read_pairs(tmp_path)
    assert versions.run(tmp_path, [NEWEST], told.append) == []
    assert asked[1:] == [["p/same"]]
    (after,) = read_pairs(tmp_path)
    assert (after.runs, after.matrix.cells) == (before.runs, before.matrix.cells)
    assert len(after.known & before.known) == len(before.known) - 1


def test_a_pair_that_is_not_possible_is_a_result(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def measure(wanted: Wanted, names: list[str]) -> Any:
        raise Impossible("RuntimeError: Numpy is not available")

    pinned_to(tmp_path, monkeypatch)
    monkeypatch.setattr(versions, "measure", measure)
    assert versions.run(tmp_path, [OLDEST], lambda text: None) == []
    (pair,) = read_pairs(tmp_path)
    assert (pair.name, pair.broken) == ("torch 2.0.1, numpy 1.24.4", "RuntimeError: Numpy is not available")
    told: list[str] = []
    assert versions.run(tmp_path, [OLDEST], told.append) == []
    assert told == [f"recorded  {OLDEST}"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            "ERROR: No matching distribution found for torch==1.0\n",
            "pip: No matching",
        ),
        ("ERROR: Cannot install torch==2.0.1 and numpy==9 because these package versions conflict.\n", "pip: Cannot"),
        ("Could not fetch URL: connection error\n", ""),
    ],
)
def test_what_pip_says_tells_a_pair_that_does_not_exist_from_a_lost_network(
    said: str, why: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def pip(command: list[str], **options: Any) -> Any:
        return type("Done", (), {"returncode": int("pip" in command), "stderr": said})

    monkeypatch.setattr(versions.subprocess, "run", pip)
    with pytest.raises(Impossible if why else Problem) as caught:
        versions.install(NEWEST, tmp_path)
    assert str(caught.value).startswith(why)


def test_an_environment_is_removed_whatever_happens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(versions.tempfile, "tempdir", str(tmp_path))

    def install(wanted: Wanted, folder: Path) -> Path:
        (folder / "env").mkdir()
        raise KeyboardInterrupt

    monkeypatch.setattr(versions, "install", install)
    with pytest.raises(KeyboardInterrupt):
        versions.measure(NEWEST, ["p/same"])
    assert list(tmp_path.iterdir()) == []


def test_as_recorded_known_and_new_are_told_apart() -> None:
    pair, measured = measured_pair(), read_measured(found())
    found_ = compared(measured, RECORD, pair)
    assert found_.known == ["p/other", "p#holds", "matrix/from_dlpack (3 cells)"]
    assert (found_.same, found_.new) == (2, {})
    assert compared(all_of(RECORD), RECORD, None).new == {}
    assert set(compared(measured, RECORD, None).new) == {
        "p/other", "p#holds",
        "from_dlpack float32 reversed", "from_dlpack uint16 contiguous", "from_dlpack uint16 reversed",
    }  # fmt: skip


@pytest.mark.parametrize("change", ["deleted", "invented", "a cell deleted", "a cell invented"])
def test_a_difference_that_was_deleted_or_invented_is_new_when_the_pair_is_run(change: str) -> None:
    pair, measured = measured_pair(), read_measured(found())
    runs, cells = dict(pair.runs), dict(pair.matrix.cells)
    if change == "deleted":
        del runs["p/other"]
    elif change == "invented":
        runs["p/same"] = Ended("0", "never\n")
    elif change == "a cell deleted":
        del cells["from_dlpack", "float32", "reversed"]
    else:
        cells["from_dlpack", "float32", "contiguous"] = RAISES
    edited = replace(pair, runs=runs, matrix=Matrix(cells, pair.matrix.absent))
    name = {"deleted": "p/other", "invented": "p/same", "a cell deleted": "from_dlpack float32 reversed"}
    assert list(compared(measured, RECORD, edited).new) == [name.get(change, "from_dlpack float32 contiguous")]


def test_another_pinned_pair_changes_what_is_kept_and_not_what_is_known() -> None:
    newer = measured_of(measured_pair(), RECORD)
    examples = {name: Example(name, one.script, newer.runs[name].output if name in newer.runs else one.output)
                for name, one in RECORD.examples.items()}  # fmt: skip
    after = Record(examples, NEWER, newer.matrix, {FACT.name: FACT})
    old = pair_of(all_of(RECORD), after, "2026-11-25")
    assert old.name == "torch 2.13.0, numpy 2.4.6"
    assert old.runs["p/other"] == Ended("0", "p/other\n")
    assert old.matrix.cells["from_dlpack", "float32", "reversed"] == ABORTS
    back = rebased(old, after, RECORD)
    assert (back.runs, back.matrix.cells) == ({}, {})


def at(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, **changes: Any) -> None:
    pinned_to(tmp_path, monkeypatch)
    monkeypatch.setattr(versions, "measure_here", lambda root, names: found(**changes))


def test_check_with_other_releases_compares_with_their_record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    at(monkeypatch, tmp_path)
    pinned_to(tmp_path / "x", monkeypatch, replace(RECORD, pairs=[measured_pair()]))
    told: list[str] = []
    assert versions.check_here(tmp_path, {"p/same"}, told.append) == []
    assert told[0].endswith("compared with the record of torch 2.15.0, numpy 2.5.5, Linux x86_64")
    assert "known to differ: 3\n  p/other\n" in told[2]
    runs = found()["runs"] | {"p/same": {"exit": "0", "output": "surprise\n"}}
    monkeypatch.setattr(versions, "measure_here", lambda root, names: found(runs=runs))
    (problem,) = versions.check_here(tmp_path, {"p/same"}, told.append)
    assert problem.file == "snippets/examples/p/same.py"
    assert problem.detail == "-[0] p/same\n\n+[0] surprise\n"
    assert "report it" in problem.fix


def test_without_a_record_of_its_own_an_installation_is_compared_with_the_next_older(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pair = measured_pair()
    at(monkeypatch, tmp_path, environment=vars(replace(NEWER, torch="2.16.0")))
    pinned_to(tmp_path / "x", monkeypatch, replace(RECORD, pairs=[pair]))
    told: list[str] = []
    versions.check_here(tmp_path, {"p/same"}, told.append)
    assert "compared with the record of torch 2.15.0, numpy 2.5.5" in told[0]
    at(monkeypatch, tmp_path / "y", environment=vars(replace(NEWER, torch="2.14.0")))
    pinned_to(tmp_path / "z", monkeypatch, replace(RECORD, pairs=[pair]))
    versions.check_here(tmp_path, {"p/same"}, told.append)
    assert told[3].endswith("compared with the pages")


def test_another_platform_with_the_pinned_pair_has_a_record_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    windows = replace(HERE, platform="Windows AMD64")
    at(monkeypatch, tmp_path, environment=vars(windows), matrix=as_text(OTHER, vars(windows)))
    told: list[str] = []
    assert versions.record_here(tmp_path, told.append) == []
    assert told == ["recorded  snippets/recorded/platforms/windows-amd64.json: 2 runs and 2 cells differ"]
    (pair,) = read_pairs(tmp_path, "snippets/recorded/platforms")
    assert pair.environment == windows
    at(monkeypatch, tmp_path / "x", environment=vars(HERE))
    (problem,) = versions.record_here(tmp_path)
    assert "which the pages themselves are of" in problem.found


def test_an_upgrade_pins_records_and_keeps_the_old_pair(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for file in ("requirements.txt", "constraints.txt"):
        (tmp_path / file).write_text("torch==2.13.0\nnumpy==2.4.6\npandas==3.1\n", encoding="utf-8")
    newer = measured_of(measured_pair(), RECORD)
    outputs = {name: newer.runs.get(name, Ended("0", "")).output for name in RECORD.examples}
    examples = {name: replace(one, output=outputs[name]) for name, one in RECORD.examples.items()}
    after = Record(examples, NEWER, newer.matrix, {FACT.name: FACT})
    records = iter([replace(RECORD, pairs=[measured_pair()], recorded="2026-11-01"), after])
    monkeypatch.setattr(versions, "load", lambda root: next(records))
    ran: list[list[str]] = []

    def runs(command: list[str], **options: Any) -> Any:
        ran.append(command[2:])
        return type("Done", (), {"returncode": 0})

    monkeypatch.setattr(versions.subprocess, "run", runs)
    assert versions.upgrade(tmp_path, "2.15.0", "2.5.5", lambda text: None) == []
    assert ran == [["pip", "install", "-q", "torch==2.15.0", "numpy==2.5.5"], ["snippets", "update"]]
    assert (tmp_path / "requirements.txt").read_text() == "torch==2.15.0\nnumpy==2.5.5\npandas==3.1\n"
    (pair,) = read_pairs(tmp_path)
    assert (pair.name, pair.measured) == ("torch 2.13.0, numpy 2.4.6", "2026-11-01")
    assert (tmp_path / f"docs/reference/versions/{pair.leaf}.md").exists()
