"""Runs every example, proof and cell with the torch and NumPy that are installed here, and writes what they gave.

python -m snippets.verify.measure FILE, in the environment of a pair of versions (see versions.py): it compares nothing.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from snippets.recorded import ROOT, example_names, script_file
from snippets.recorded.cells import as_text
from snippets.recorded.facts import facts_in
from snippets.verify import cells
from snippets.verify.compare import installed
from snippets.verify.parents import SETTINGS, run_all


def measured(root: Path) -> dict[str, Any]:
    """How each example and each proof ended, what it printed (`unsteady`: not alike in two runs), and the matrix."""
    scripts = {name: (root / script_file(name)).read_bytes().decode() for name in example_names(root)}
    scripts |= {name: fact.program for name, fact in facts_in(root)[0].items()}
    ended, unsteady = {}, []
    for name, runs in run_all(lambda: scripts, SETTINGS).items():
        first, *others = [(run.exit, run.output) for run in runs]
        ended[name] = {"exit": first[0], "output": first[1]}
        if any(one != first for one in others):
            unsteady.append(name)
    matrix, problems = cells.measure(cells.everything())
    environment = asdict(installed())
    return {
        "environment": environment,
        "runs": ended,
        "unsteady": unsteady,
        "matrix": as_text(matrix, environment),
        "problems": [str(problem) for problem in problems],
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(measured(ROOT)), encoding="utf-8")
