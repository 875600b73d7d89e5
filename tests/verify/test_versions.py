"""Other pairs of versions: what is kept of them, and what happens when they cannot be measured."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from snippets.problem import Problem
from snippets.recorded import Environment, Example, Record
from snippets.recorded.cells import as_text
from snippets.recorded.facts import Fact
from snippets.recorded.matrix import Matrix, Result
from snippets.recorded.pairs import GONE, Ended, Pair, pair_file, pair_text, parse_pair, read_pairs
from snippets.verify import versions
from snippets.verify.versions import Wanted, differing, pair_of, without_noise

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
        "matrix": as_text(OTHER, environment),
    } | changes


def test_only_what_differs_is_kept() -> None:
    pair = pair_of(found(), RECORD, "2026-11-25")
    assert pair.name == "torch 2.15.0, numpy 2.5.5"
    assert pair.runs == {"p/other": Ended("error", "TypeError: no\n"), "p#holds": Ended("error", "AssertionError\n")}
    assert pair.known == {"p/same", "p/other", "p#holds"}
    assert pair.matrix.cells == {
        ("from_dlpack", "float32", "reversed"): RAISES,
        ("from_dlpack", "uint16", "contiguous"): GONE,
    }
    assert pair.matrix.absent == OTHER.absent


def test_a_pair_comes_back_from_its_file(tmp_path: Path) -> None:
    pair = pair_of(found(), RECORD, "2026-11-25")
    file = tmp_path / pair_file("2.15.0", "2.5.5")
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
    text = pair_text(pair_of(found(), RECORD, "2026-11-25"))
    assert old in text
    file = pair_file("2.15.0", "2.5.5")
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


def test_equal_matrices_do_not_differ() -> None:
    assert differing(PINNED, PINNED).cells == {}


def test_pairs_are_sorted_by_age_the_newest_first(tmp_path: Path) -> None:
    (tmp_path / "snippets/recorded/pairs").mkdir(parents=True)
    for torch, numpy in ("2.9.1", "2.3.5"), ("2.15.0", "2.4.6"), ("2.15.0", "2.5.5"):
        pair = Pair(Environment(torch, numpy, "3.11", "Linux x86_64"), "2026-11-25", frozenset(), {}, Matrix())
        (tmp_path / pair_file(torch, numpy)).write_text(pair_text(pair), encoding="utf-8")
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


def test_a_pair_that_fails_leaves_nothing_and_the_others_are_recorded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pair = pair_of(found(), RECORD, "2026-11-25")

    def measure(wanted: Wanted, record: Record) -> Pair:
        if wanted.torch == "2.0.1":
            raise Problem("f", 1, "installed", "pip cannot install it", "see")
        return pair

    monkeypatch.setattr(versions, "measure", measure)
    monkeypatch.setattr(versions, "load", lambda root: RECORD)
    told: list[str] = []
    wanted = [Wanted("2.0.1", "1.24.4", "3.11"), Wanted("2.15.0", "2.5.5", "3.12")]
    problems = versions.run(tmp_path, wanted, told.append)
    assert [problem.found for problem in problems] == ["pip cannot install it"]
    assert [one.name for one in read_pairs(tmp_path)] == [pair.name]
    assert told[-1] == "recorded  torch 2.15.0, NumPy 2.5.5, Python 3.12: 2 runs and 2 cells differ"
    assert versions.run(tmp_path, wanted[1:], told.append) == []
    assert told[-1] == "recorded  torch 2.15.0, NumPy 2.5.5, Python 3.12"


def test_an_environment_is_removed_whatever_happens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(versions.tempfile, "tempdir", str(tmp_path))

    def install(wanted: Wanted, folder: Path) -> Path:
        (folder / "env").mkdir()
        raise KeyboardInterrupt

    monkeypatch.setattr(versions, "install", install)
    with pytest.raises(KeyboardInterrupt):
        versions.measure(Wanted("2.15.0", "2.5.5", "3.12"), RECORD)
    assert list(tmp_path.iterdir()) == []
