"""A second opinion that shares no code with ours: pytest-codeblocks over what is published."""

import subprocess
import sys
from pathlib import Path

import pytest

from snippets.publish.blocks import is_plain
from snippets.publish.directives import shown_on
from snippets.publish.page import read_pages
from snippets.store.files import ROOT
from snippets.store.record import Record

# pytest-codeblocks runs all blocks of a file in one process. What an example may leave behind there is put back
# before the next block, which is what a process of its own does for it in our runs.
PUT_BACK = """
import numpy as np
import torch

def pytest_runtest_setup(item):
    torch.set_default_dtype(torch.float32)
    torch.set_default_device(None)
    torch.set_printoptions(profile="default")
    torch.set_grad_enabled(True)
    np.set_printoptions()
    torch.set_warn_always(True)  # what is given once per process is given to each
"""


def codeblocks(folder: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    """Runs pytest-codeblocks over `files`, in a process of its own."""
    (folder / "put_back.py").write_text(PUT_BACK)
    (folder / "pytest.ini").write_text("[pytest]\n")
    options = ["--codeblocks", "-q", "-p", "put_back", "-p", "no:cacheprovider", "-c", str(folder / "pytest.ini")]
    command = [sys.executable, "-m", "pytest", *options, "--rootdir", "/", *map(str, files)]
    return subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(folder), "PATH": ""}, capture_output=True, text=True, check=False
    )


def test_the_plain_examples_of_every_markdown_copy_print_what_the_copy_says(
    site: Path, record: Record, tmp_path: Path
) -> None:
    done = codeblocks(tmp_path, *sorted(site.rglob("index.md")))
    assert done.returncode == 0, done.stdout
    plain = [one.name for one in record.examples.values() if is_plain(one)]
    shown = shown_on(read_pages(ROOT), record)
    times = sum(len(shown[name]) for name in plain)
    assert f"{times} passed" in done.stdout, "each plain example was run once for each page that shows it"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_code_in_the_repository_s_own_pages_runs(name: str, tmp_path: Path) -> None:
    done = codeblocks(tmp_path, ROOT / name)
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


def test_one_byte_changed_in_a_copy_is_found(site: Path, tmp_path: Path) -> None:
    text = (site / "methods/from_numpy/index.md").read_text(encoding="utf-8")
    broken = tmp_path / "broken.md"
    broken.write_text(text.replace("200]", "201]", 1), encoding="utf-8")
    done = codeblocks(tmp_path, broken)
    assert done.returncode == 1
    assert "1 failed" in done.stdout
