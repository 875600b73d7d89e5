"""Runs what needs a GPU, a Mac or Windows, where that is there, and records it with the name of the machine.

Each runs as `python file.py` does, without the rules of an example: the driver of a GPU does what they forbid.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from snippets.problem import Problem
from snippets.store import examples
from snippets.store.elsewhere import NEEDS, need_of, ran, stale
from snippets.store.examples import output_file, read_script, script_file
from snippets.verify.examples import compare_output, problems_of_runs
from snippets.verify.installed import installed, today
from snippets.verify.run.isolate import run_plain
from snippets.verify.run.rules import declared_modules, problems_in

# Programs that print the machine's name where what is needed is there.
HERE = {
    "cuda": "import torch; print(torch.cuda.get_device_name() if torch.cuda.is_available() else '')",
    "mps": "import platform, torch; print(platform.platform() if torch.backends.mps.is_available() else '')",
    "windows": "import platform, sys; print(platform.platform() if sys.platform == 'win32' else '')",
}


@cache
def machine(need: str) -> str:
    """The name of this machine, or of its GPU, if it has what is needed, else ""."""
    done = subprocess.run([sys.executable, "-c", HERE[need]], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def check(root: Path, names: Iterable[str]) -> list[Problem]:
    """Where the record of `names` is out of step with the scripts or, where they can run, with a fresh run."""
    names, problems = list(names), list[Problem]()
    _tell_absent(names)
    for name in names:
        if edited := stale(root, [name]):
            problems += edited.values()
        elif ran(root, name) and machine(need_of(name)):
            script = read_script(root, name)
            run = run_plain({name: script})[name]
            problems += problems_of_runs(name, script, [run]) or compare_output(root, name, run)
    return problems


def _tell_absent(names: Sequence[str]) -> None:
    """Prints how many of `names` are left alone, for want of the machine that they need."""
    for need, count in Counter(NEEDS[need_of(name)] for name in names if not machine(need_of(name))).items():
        print(f"{count} not run: {'it needs' if count == 1 else 'they need'} {need}")


def update(root: Path, names: Iterable[str]) -> tuple[list[Problem], list[str]]:
    """Records those of `names` that can run here; (what was refused, what changed)."""
    names, problems, changes = list(names), list[Problem](), list[str]()
    _tell_absent(names)
    is_declared, here = declared_modules(root), installed()
    for name in names:
        if not (device := machine(need_of(name))):
            continue
        data = (root / script_file(name)).read_bytes()
        refused = problems_in(name, data, is_declared)
        runs = [] if refused else [run_plain({name: data.decode()})[name] for _ in range(2)]
        if refused := refused or problems_of_runs(name, data.decode(), runs):
            problems += refused
            continue
        where = f"{device}, with torch {here.torch} and NumPy {here.numpy} on Python {here.python}, {here.platform}"
        where += f", {today()}"
        examples.record(root, name, data, runs[0].output.encode(), where)
        changes.append(f"recorded  {output_file(name)}")
    return problems, changes
