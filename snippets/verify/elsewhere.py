"""Runs what needs a GPU, a Mac or Windows, where that is there, and records it with the name of the machine.

Each runs as `python file.py` does, without the rules of an example: the driver of a GPU does what they forbid.
"""

import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from snippets.problem import Problem
from snippets.store import examples
from snippets.store.elsewhere import NEEDS, need_of, ran, stale
from snippets.store.examples import output_file, read_script, script_file
from snippets.verify.examples import compare_output, problems_of_runs
from snippets.verify.installed import installed
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


def absent(names: Iterable[str]) -> dict[str, int]:
    """{what is needed and not here: by how many of `names`}."""
    needs = [NEEDS[need_of(name)] for name in names if not machine(need_of(name))]
    return {need: needs.count(need) for need in needs}


def check(root: Path, names: Iterable[str]) -> list[Problem]:
    """Where the record of `names` is out of step with the scripts or, where they can run, with a fresh run."""
    names, problems = _told(names), list[Problem]()
    for name in names:
        if found := stale(root, [name]):
            problems += found.values()
        elif ran(root, name) and machine(need_of(name)):
            script = read_script(root, name)
            run = run_plain({name: script})[name]
            problems += problems_of_runs(name, script, [run]) or compare_output(root, name, run)
    return problems


def _told(names: Iterable[str]) -> list[str]:
    """`names`, after saying which of them are left alone, for want of the machine that they need."""
    names = list(names)
    for need, count in absent(names).items():
        print(f"{count} not run: {'it needs' if count == 1 else 'they need'} {need}")
    return names


def update(root: Path, names: Iterable[str]) -> tuple[list[Problem], list[str]]:
    """Records those of `names` that can run here; (what was refused, what changed)."""
    problems, changes = list[Problem](), list[str]()
    is_declared, here = declared_modules(root), installed()
    for name in _told(names):
        if not (device := machine(need_of(name))):
            continue
        data = (root / script_file(name)).read_bytes()
        refused = problems_in(name, data, is_declared)
        if not refused:
            runs = [run_plain({name: data.decode()})[name] for _ in range(2)]
            refused = problems_of_runs(name, data.decode(), runs)
        if refused:
            problems += refused
            continue
        where = f"{device}, with torch {here.torch} and NumPy {here.numpy} on Python {here.python}, {here.platform}"
        where += f", {datetime.now(UTC).date().isoformat()}"
        examples.record(root, name, data, runs[0].output.encode(), where)
        changes.append(f"recorded  {output_file(name)}")
    return problems, changes
