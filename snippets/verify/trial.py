"""Tries one proof under each of its mutants, a fork each, in a process that has imported torch.

It runs as a script, with the text of what it imports of ours in place of that line, and a call of `try_all` after it.
"""

import contextlib
import importlib
import math
import os
import re
import select
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch.utils._device

from snippets.verify.run.limits import LOOK, Limits, Watch

KILLED = 86  # the exit status of a proof that failed for the right reason


def try_all(proof: str, scripts: dict[str, str], seconds: float) -> None:
    """Prints the names of those `scripts`, the proof in a broken library each, that kill the proof.

    None may take more than `seconds` of CPU time, nor stand still for as long.
    """
    # torch lists which functions follow the default device: with the real ones in that list, a mutant that calls the
    # real one follows it too, and does not kill what it does not break.
    torch.utils._device._device_constructors()
    in_fork("proof", partial(note_imports, proof), seconds)
    for name in Path("imported").read_text().split() if Path("imported").exists() else ():
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for number, (name, script) in enumerate(scripts.items()):
        if in_fork(f"mutant{number}", partial(run, name, script), seconds) == KILLED:
            print(name)


def note_imports(proof: str) -> None:
    """Writes down what a proof makes torch import (torch.optim: a second), to be imported once, not in each fork."""
    known = set(sys.modules)
    run("proof", proof)
    Path("../imported").write_text(" ".join(set(sys.modules) - known))


def run(name: str, script: str) -> int:
    """Runs `script`; KILLED if it fails at an assertion or with an error that says "mutant", 1 with another, else 0."""
    try:
        exec(compile(script, name, "exec"), {"__name__": "__main__"})
    except AssertionError:
        return KILLED
    except BaseException as error:
        return KILLED if re.search(r"\bmutant\b", str(error)) else 1
    return 0


def in_fork(folder: str, action: Callable[[], int | None], seconds: float) -> int:
    """The return code of a fork that does `action`, silently, in a new `folder`."""
    if not (child := os.fork()):
        Path(folder).mkdir()
        os.chdir(folder)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        os._exit(action() or 0)
    watch, descriptor = Watch(child, Limits(seconds, seconds, math.inf)), os.pidfd_open(child)
    while not select.select([descriptor], [], [], LOOK)[0]:
        if watch.passed():
            os.kill(child, signal.SIGKILL)
    os.close(descriptor)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
