"""What a script needs of the machine is said before it runs."""

import ast
import sysconfig
from pathlib import Path

import pytest

from snippets.verify.run.rules import compiler_problems

COMPILES = "import torch\n\n@torch.compile\ndef f(x): return x\ntorch.compile(f, dynamic=True)\n"
TRACES = "import torch\n\n@torch.compile(backend='eager')\ndef f(x): return x\ntorch.compiler.reset()\n"


def told(script: str) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.found, problem.fix) for problem in compiler_problems("f.py", ast.parse(script))]


def test_with_a_compiler_nothing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "Python.h").touch()
    (tmp_path / "c++").touch(mode=0o755)
    monkeypatch.setenv("CXX", str(tmp_path / "c++"))
    monkeypatch.setattr(sysconfig, "get_path", lambda name: str(tmp_path))
    assert told(COMPILES) == []


def test_without_one_each_use_of_the_default_backend_names_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CXX", str(tmp_path / "absent"))
    monkeypatch.setattr(sysconfig, "get_path", lambda name: str(tmp_path))
    assert told(TRACES) == []
    assert [line for line, _, _ in told(COMPILES)] == [3, 5]
    _, found, fix = told(COMPILES)[0]
    assert "no C++ compiler and no Python.h" in found
    assert "make system" in fix
