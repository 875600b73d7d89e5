"""Runs what needs a GPU, a Mac or Windows, where that is there, and records it with the name of the machine.

Each runs as `python file.py` does, without the rules of an example: the driver of a GPU does what they forbid.
"""

import subprocess
import sys
from collections.abc import Collection
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from snippets.problem import Problem
from snippets.recorded import digest, output_file, script_file
from snippets.recorded.elsewhere import FILE, NEEDS, need_of, read_where, stale
from snippets.verify.compare import compare_output, installed, problems_of_runs, write, write_index
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


def absent(names: Collection[str]) -> dict[str, int]:
    """{what is needed and not here: by how many of `names`}."""
    needs = [NEEDS[need_of(name)] for name in names if not machine(need_of(name))]
    return {need: needs.count(need) for need in needs}


def check(root: Path, names: Collection[str]) -> list[Problem]:
    """Where the record of `names` is out of step with the scripts or, where they can run, with a fresh run."""
    index, problems = read_where(root), list[Problem]()
    for name in names:
        if step := stale(root, name, index):
            problems.append(step)
        elif name in index and machine(need_of(name)):
            script = (root / script_file(name)).read_bytes().decode()
            run = run_plain({name: script})[name]
            problems += problems_of_runs(name, script, [run]) or compare_output(root, name, run)
    return problems


def update(root: Path, names: Collection[str]) -> tuple[list[Problem], list[str]]:
    """Records those of `names` that can run here; (what was refused, what changed)."""
    index, problems, changes = read_where(root), list[Problem](), list[str]()
    is_declared, here = declared_modules(root), installed()
    for name in names:
        device, file = machine(need_of(name)), root / script_file(name)
        if not device:
            continue
        data = file.read_bytes()
        refused = problems_in(name, data, is_declared)
        if not refused:
            runs = [run_plain({name: data.decode()})[name] for _ in range(2)]
            refused = problems_of_runs(name, data.decode(), runs)
        problems += refused
        if refused:
            continue
        output = runs[0].output.encode()
        write(root / output_file(name), output)
        changes.append(f"recorded  {output_file(name)}")
        where = f"{device}, with torch {here.torch} and NumPy {here.numpy} on Python {here.python}, {here.platform}"
        where += f", {datetime.now(UTC).date().isoformat()}"
        index[name] = {"script": digest(data), "output": digest(output), "where": where}
    if changes:
        write_index(root / FILE, index)
    return problems, changes
