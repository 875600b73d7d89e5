"""Runs examples, proofs and cells with the torch and NumPy that are installed here, and writes what they gave.

python -m snippets.verify.measure NAMES OUT, in the environment of a pair of versions (see versions.py): NAMES is a file
of examples, facts and methods of the matrix. It compares nothing.
"""

import ast
import importlib.util
import json
import sys
from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path
from typing import Any

from snippets.matrix.axes import METHODS
from snippets.recorded import ROOT, example_names, script_file
from snippets.recorded.cells import as_text
from snippets.recorded.facts import facts_in
from snippets.verify import cells
from snippets.verify.compare import installed
from snippets.verify.run.limits import Limits
from snippets.verify.run.parents import SETTINGS, run_all

LONG = Limits(cpu=30.0)  # nothing is told of how long a run takes with another pair


def measured(root: Path, names: Collection[str]) -> dict[str, Any]:
    """How each of `names` ended and what it printed (`unsteady`: not alike in two runs), and the matrix."""
    scripts = {name: (root / script_file(name)).read_bytes().decode() for name in example_names(root)}
    scripts |= {name: fact.program for name, fact in facts_in(root)[0].items()}
    scripts = {name: script for name, script in scripts.items() if name in names and can_import(script)}
    methods = [method.name for method in METHODS if method.name in names]
    ended, unsteady = {}, []
    for name, runs in run_all(lambda: scripts, SETTINGS, limits=LONG).items() if scripts else ():
        first, *others = [(run.exit, run.output) for run in runs]
        ended[name] = {"exit": first[0], "output": first[1]}
        if any(one != first for one in others):
            unsteady.append(name)
    asked = [(source, [one for one in of if one.name in methods]) for source, of in cells.everything()]
    matrix, problems = cells.measure([(source, of) for source, of in asked if of])
    environment = asdict(installed())
    return {
        "environment": environment,
        "runs": ended,
        "unsteady": unsteady,
        "methods": methods,
        "matrix": as_text(matrix, environment),
        "problems": [str(problem) for problem in problems],
    }


def can_import(script: str) -> bool:
    """Whether the modules that a script imports are installed; one that lacks a library tells nothing of torch."""
    imports = [node for node in ast.walk(ast.parse(script)) if isinstance(node, (ast.Import, ast.ImportFrom))]
    names = [alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in imports if isinstance(node, ast.ImportFrom) and node.module]
    return all(importlib.util.find_spec(name.partition(".")[0]) for name in names)


if __name__ == "__main__":
    names, out = map(Path, sys.argv[1:])
    out.write_text(json.dumps(measured(ROOT, names.read_text(encoding="utf-8").split())), encoding="utf-8")
