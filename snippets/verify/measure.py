"""Measures examples, proofs and cells with the torch and NumPy that are installed here. It compares nothing.

python -m snippets.verify.measure NAMES OUT, in the environment of a release (see releases.py): NAMES is a file of
examples, facts and matrix/METHOD; OUT becomes the record of the release.
"""

import ast
import importlib.util
import re
import subprocess
import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from packaging.version import Version

from snippets.store import examples
from snippets.store.facts import facts_in
from snippets.store.files import ROOT
from snippets.store.releases import mark, write_release
from snippets.store.types import Environment, Ran, Release
from snippets.verify import matrix
from snippets.verify.installed import installed, installed_libraries, today
from snippets.verify.run.isolate import Run
from snippets.verify.run.limits import Limits
from snippets.verify.run.parents import MORE_SETTINGS, run_all
from snippets.verify.run.rules import ADDRESS, imports

UNSIGNED_SINCE = Version("2.3")  # uint16, uint32 and uint64
CODES = re.compile(r'"[?bBhHiIlLqQefdFD]{5,}"')
LONG = Limits(cpu=30.0)  # nothing is told of how long a run takes with another release
TOGETHER = "import numpy, torch; torch.from_numpy(numpy.zeros(1)).numpy()"


def scripts_in(root: Path) -> dict[str, str]:
    """The scripts of all examples and the proofs of all facts, by name."""
    scripts = {name: examples.read_script(root, name) for name in examples.names(root)}
    return scripts | {name: fact.program for name, fact in facts_in(root)[0].items()}


def measured(root: Path, names: Collection[str]) -> Release:
    """What is installed here, with what each of `names` gave: examples, facts, and matrix/METHOD."""
    if broken := does_not_work():
        return Release(installed(), today(), broken=broken)
    scripts = {name: script for name, script in scripts_in(root).items() if name in names and can_import(script)}
    programs = {name: with_dtypes_of(installed(), script) for name, script in scripts.items()}
    every = run_all(programs, MORE_SETTINGS, limits=LONG)
    runs = {name: _ran(name, run, scripts[name]) for name, ran in every.items() if (run := steady(ran))}
    cells, _ = matrix.measure(matrix.everything(matrix.methods_in(names)))
    return Release(installed(), today(), runs, cells, libraries=installed_libraries())


def steady(runs: Sequence[Run]) -> Run | None:
    """What all of `runs` gave, without the addresses that messages of older releases have; None if they are not alike.

    Each draws other random numbers: what is not alike in all tells nothing of a release.
    """
    plain = [replace(run, output=ADDRESS.sub("0x...", run.output)) for run in runs]
    return plain[0] if len({(run.exit, run.output) for run in plain}) == 1 else None


def with_dtypes_of(environment: Environment, script: str) -> str:
    """A script whose lists of codes of dtypes, as in `for dtype in "?bBhHiIlLefdFD"`, have none that torch lacks."""
    if Version(environment.torch) >= UNSIGNED_SINCE:
        return script
    return CODES.sub(lambda codes: re.sub("[HILQ]", "", codes[0]), script)


def _ran(name: str, run: Run, script: str) -> Ran:
    # A proof that runs to its end holds, whatever it prints: a warning, say, that another release gives.
    holds = "#" in name and run.exit == "0"
    return Ran(run.exit, "" if holds else run.output, mark(script))


def can_import(script: str) -> bool:
    """Whether the modules that a script imports are installed; one that lacks a library tells nothing of torch."""
    packages = {module.partition(".")[0] for _, module in imports(ast.parse(script))}
    return all(importlib.util.find_spec(package) for package in packages - {""})


def does_not_work() -> str:
    """What Python says last if the torch and the NumPy installed here do not work together; "" if they do."""
    done = subprocess.run([sys.executable, "-c", TOGETHER], capture_output=True, text=True, check=False)
    return done.stderr.strip().split("\n")[-1] if done.returncode else ""


if __name__ == "__main__":
    names, out = map(Path, sys.argv[1:])
    write_release(out.parent, out.name, measured(ROOT, names.read_text(encoding="utf-8").split()))
