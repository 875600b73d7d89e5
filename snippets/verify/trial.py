"""Tries one proof under each of its mutants, a fork each, in a process that has imported torch.

It runs as a script, with the text of what it imports of ours in place of that line, and a call of `try_all` after it.
"""

import ast
import contextlib
import importlib
import math
import os
import re
import select
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch.utils._device

from snippets.verify.run.limits import LOOK, Limits, Watch

PROOF = "proof"  # the file that a proof's lines are said to be in


def try_all(proof: str, mutants: dict[str, str], seconds: float) -> None:
    """Prints the names of those `mutants` that kill the proof, each with the lines of the assertions that then fail.

    None may take more than `seconds` of CPU time, nor stand still for as long.
    """
    prepare(proof, seconds)
    for number, (name, mutant) in enumerate(mutants.items()):
        if lines := failing(f"mutant{number}", partial(run, proof, mutant), seconds):
            print(name, *lines)


def prepare(proof: str, seconds: float) -> None:
    """Does once what each fork for `proof` would do."""
    # torch lists which functions follow the default device: with the real ones in that list, a mutant that calls the
    # real one follows it too, and does not kill what it does not break.
    torch.utils._device._device_constructors()
    in_fork("whole", partial(note_imports, proof), seconds)
    for name in Path("imported").read_text().split() if Path("imported").exists() else ():
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def note_imports(proof: str) -> None:
    """Writes down what a proof makes torch import (torch.optim: a second), to be imported once, not in each fork."""
    known = set(sys.modules)
    run(proof)
    Path("../imported").write_text(" ".join(set(sys.modules) - known))


def run(proof: str, mutant: str = "") -> None:
    """Runs `proof` in a broken library, past assertions that fail: their lines are written to the file "failed".

    So is the line in which an error is met that says "mutant". Other errors are none.
    """
    failed = Path("failed").open("w", buffering=1)  # noqa: SIM115  # a line at once: the next may end the process
    try:
        exec(compile(mutant, "mutant", "exec"), {"__name__": "__main__"})
        note = partial(print, file=failed)
        exec(compile(going_on(proof), PROOF, "exec"), {"__name__": "__main__", "_failed": note})
    except BaseException as error:
        if isinstance(error, AssertionError) or re.search(r"\bmutant\b", str(error)):
            frames = traceback.extract_tb(error.__traceback__)
            print(*[frame.lineno for frame in frames if frame.filename == PROOF][:1], file=failed)


def failing(folder: str, action: Callable[[], None], seconds: float) -> list[str]:
    """The lines of a proof at which it fails for the right reason in a fork that runs it; see run."""
    in_fork(folder, action, seconds)
    return Path(folder, "failed").read_text().split() if Path(folder, "failed").exists() else []


def going_on(proof: str) -> ast.Module:
    """The proof, each `assert` of which notes its line where it fails, and goes on."""
    tree = ast.parse(proof)
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            if isinstance(value, list):
                setattr(node, field, [_noting(part) if isinstance(part, ast.Assert) else part for part in value])
    return ast.fix_missing_locations(tree)


def _noting(check: ast.Assert) -> ast.If:
    note = ast.Call(ast.Name("_failed", ast.Load()), [ast.Constant(check.lineno)], [])
    return ast.copy_location(ast.If(ast.UnaryOp(ast.Not(), check.test), [ast.Expr(note)], []), check)


def in_fork(folder: str, action: Callable[[], None], seconds: float) -> None:
    """Does `action` in a fork, silently, in a new `folder`; ends it where it takes too long."""
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # what a proof imports may have threads
        child = os.fork()
    if not child:
        Path(folder).mkdir()
        os.chdir(folder)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        action()
        os._exit(0)
    watch, descriptor = Watch(child, Limits(seconds, seconds, math.inf)), os.pidfd_open(child)
    while not select.select([descriptor], [], [], LOOK)[0]:
        if watch.passed():
            os.kill(child, signal.SIGKILL)
    os.close(descriptor)
    os.waitpid(child, 0)
