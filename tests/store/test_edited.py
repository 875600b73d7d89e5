"""What was edited by hand in any record is told, with its file, its line and what to do, before anything is built."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from snippets.kinds import KINDS
from snippets.problem import Problem
from snippets.store.files import ROOT
from snippets.store.record import load

RELEASE = "snippets/recorded/releases/torch-2.15.0-numpy-2.5.5.json"
PINNED = "snippets/recorded/releases/torch-2.13.0-numpy-2.4.6.json"
SPEED = "snippets/recorded/performance.json"
FACTS = "snippets/recorded/facts/guides/check_sharing.json"
GPU = "snippets/recorded/elsewhere/cuda/understand/devices/gpu_and_back.json"
EDITS = [
    (SPEED, '"ratio": ', '"ratio": 1'),
    (SPEED, '"measured": "20', '"measured": "19'),
    (SPEED, '"machine": "', '"machine": "Our '),
    (SPEED, '"huge_fresh": {', '"huge_freshly": {'),
    (SPEED, '"fingerprint": "', '"fingerprint": "0'),
    (SPEED, '"fingerprint"', '"note"'),
    (SPEED, '"rounds"', '"rounds": 7, "rounds"'),
    (RELEASE, '"measured": "20', '"measured": "19'),
    (RELEASE, '"platform": "Linux x86_64"', '"platform": "Windows AMD64"'),
    (RELEASE, '"pandas": "', '"pandas": "9'),
    (RELEASE, '"exit": "0", "output": ""', '"exit": "0", "output": "x"'),
    (RELEASE, '"exit": "error"', '"exit": "0"'),
    (RELEASE, '"mark": "', '"mark": "A'),
    (RELEASE, '"absent": {\n"', '"absent": {\n"to_torch'),
    (RELEASE, '\n"fingerprint"', ' "fingerprint"'),
    (PINNED, '"measured": "20', '"measured": "19'),
    (PINNED, '"absent": {\n"', '"absent": {\n"a b c d'),
    (FACTS, '"mutants": ["', '"mutants": ["no_such", "'),
    (FACTS, '"proof": "', '"proof": "0'),
    (FACTS, '["bool", ', '["bool", "bits16", '),
    (FACTS, '"seal": "', '"seal": "0'),
    (FACTS, ',\n"seal"', ',\n"sealed"'),
    (GPU, "H100", "H200"),
    (GPU, "2026", "2025"),
    (GPU, '"output": "', '"output": "0'),
    ("snippets/elsewhere/cuda/understand/devices/gpu_and_back.out", "a", "b"),
    ("snippets/recorded/names.json", "asarray ", "asarray kopie "),
    ("docs/tutorials/digits.ipynb", '"image/svg+xml"', '"image/png"'),
    ("docs/tutorials/digits.ipynb", "stdout", "stderr"),
    ("snippets/recorded/tutorials/digits.json", '"output": "', '"output": "0'),
    ("snippets/tutorials/digits.py", "# %%", "#  %%"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that is recorded."""
    copy = tmp_path_factory.mktemp("records")
    shutil.copytree(
        ROOT / "snippets", copy / "snippets", ignore=shutil.ignore_patterns("__pycache__", "publish", "verify")
    )
    shutil.copytree(ROOT / "docs/tutorials", copy / "docs/tutorials")
    shutil.copytree(ROOT / "tests/mutants", copy / "tests/mutants")
    return copy


def told(root: Path) -> Iterator[Problem]:
    """What is said of the records without a run."""
    try:
        for kind in KINDS.values():
            yield from kind.stale(root).values()
        load(root)
    except Problem as problem:
        yield problem


def test_the_copy_is_as_it_was_recorded(root: Path) -> None:
    assert [str(problem) for problem in told(root)] == []


@pytest.mark.parametrize(("file", "old", "new"), EDITS, ids=[f"{Path(file).name}-{old[:20]}" for file, old, _ in EDITS])
def test_an_edit_is_told(root: Path, file: str, old: str, new: str) -> None:
    before = (root / file).read_text(encoding="utf-8")
    assert old in before
    try:
        (root / file).write_text(before.replace(old, new, 1), encoding="utf-8")
        problems = [*told(root)]
    finally:
        (root / file).write_text(before, encoding="utf-8")
    named = {file, file.replace("snippets/recorded/", "snippets/").replace(".json", ".out")}
    named |= {"docs/tutorials/digits.ipynb"} if "tutorials" in file else set()
    assert [problem for problem in problems if problem.file in named], [str(problem) for problem in problems]
    assert all(problem.line >= 1 and "python -m " in problem.fix for problem in problems)
