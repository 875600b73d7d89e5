"""What a pull request changes is told by what readers see, apart from what no run can confirm and from what runs."""

import shutil
import subprocess
from pathlib import Path

import pytest

from snippets import changed
from snippets.cli import main
from snippets.store.files import ROOT

LEFT_OUT = shutil.ignore_patterns("__pycache__", ".git", ".venv", "site", "shared", ".*_cache")
EDITS = {
    "snippets/examples/methods/from_numpy/share.out": ("tensor", "```\n<script>tensor"),
    "snippets/elsewhere/cuda/understand/devices/gpu_and_back.out": ("cuda", "CUDA"),
    "snippets/facts/index.py": ('    """', '    """Always: '),
    "snippets/recorded/performance.json": ('"machine": "', '"machine": "Our '),
    "docs/methods/lists.md": ("# Lists to tensors", "# Lists of tensors"),
    "Makefile": ("site:", "site :"),
}


def git(root: Path, *command: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.com", *command], cwd=root, check=True)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository with its first commit, its second, and edits."""
    copy = tmp_path_factory.mktemp("changed") / "copy"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    git(copy, "init", "-q", "-b", "main")
    git(copy, "add", "-A")
    git(copy, "commit", "-q", "-m", "first")
    git(copy, "switch", "-q", "-c", "mine")
    (copy / "snippets/examples/methods/from_numpy/mine.py").write_text("print(1)\n")
    (copy / "snippets/examples/methods/from_numpy/mine.out").write_text("1\n")
    git(copy, "add", "-A")
    git(copy, "commit", "-q", "-m", "second")
    for file, (old, new) in EDITS.items():
        text = (copy / file).read_text(encoding="utf-8")
        assert old in text, file
        (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


def test_every_change_stands_where_a_reviewer_looks_for_it(root: Path) -> None:
    sections = changed.report(root, "main").split("## ")[1:]
    code, unconfirmed, confirmed, prose = (section.partition("\n")[2] for section in sections)
    assert "- Makefile: 1 lines more, 1 less" in code
    assert "docs/" not in code
    assert "- snippets/recorded/performance.json\n\n      -machine: " in unconfirmed
    assert "- elsewhere/cuda/understand/devices/gpu_and_back\n" in unconfirmed
    assert "releases" not in unconfirmed
    assert "- methods/from_numpy/mine: new\n\n      +1\n" in confirmed
    assert "- index#" in confirmed
    assert "      +Always: " in confirmed
    assert "matrix" not in confirmed
    assert "- docs/methods/lists.md: 1 lines more, 1 less" in prose


def test_what_a_stranger_wrote_is_shown_as_text(root: Path) -> None:
    report = changed.report(root, "main")
    assert "\n      +```\n      +<script>tensor" in report
    assert "\n```" not in report


def test_nothing_changed_is_said(root: Path) -> None:
    git(root, "stash", "-q")
    try:
        assert changed.report(root, "mine").count("\nnothing") == 4
    finally:
        git(root, "stash", "pop", "-q")


def test_a_base_that_git_does_not_know_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changed", "no_such"], root) == 2
    assert "no_such" in capsys.readouterr().err
