"""Scripts that need what the tests' machine does not have, and what they gave on one that has it.

In: snippets/elsewhere/NEED/PAGE/NAME.py, what it printed beside it, and elsewhere.json here, which says where and when.
Written by `python -m snippets update elsewhere`, read by verify and publish.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from snippets.problem import Problem
from snippets.recorded import ROOT, Example, out_of_step, output_file, read_example, script_file

FOLDER = "snippets/elsewhere"
FILE = "snippets/recorded/elsewhere.json"
NEEDS = {"cuda": "an NVIDIA GPU", "mps": "a Mac with Apple silicon", "windows": "Windows"}


def elsewhere_names(root: Path = ROOT) -> list[str]:
    """Names of these scripts, sorted: elsewhere/cuda/guides/devices/to_the_gpu."""
    files = (root / FOLDER).rglob("*.py")
    return sorted(f"elsewhere/{path.relative_to(root / FOLDER).with_suffix('').as_posix()}" for path in files)


def need_of(name: str) -> str:
    """What a script needs, by its name: a key of NEEDS. Raises Problem where that is none."""
    need = name.split("/")[1]
    if need not in NEEDS:
        fix = (
            f"move it to {FOLDER}/{next(iter(NEEDS))}/, or add a line to NEEDS and HERE (snippets/verify/elsewhere.py)"
        )
        raise Problem(script_file(name), 1, f"one of the folders {', '.join(NEEDS)}", need, fix)
    return need


def read_where(root: Path = ROOT) -> dict[str, dict[str, str]]:
    """{name: the fingerprints of the script and its output, and where it ran}."""
    path = root / FILE
    if not path.exists():
        return {}
    try:
        found: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
        for one in found.values():
            one["script"], one["output"], one["where"]
    except (ValueError, KeyError, TypeError) as error:
        fix = f"run: git checkout {FILE}"
        raise Problem(FILE, getattr(error, "lineno", 1), "script, output and where of each", repr(error), fix) from None
    return found


def read_elsewhere(root: Path = ROOT) -> dict[str, Example]:
    """The scripts by name; one that never ran has no output and no `where`."""
    where = read_where(root)
    names = elsewhere_names(root)
    return {name: read_example(root, name, where.get(name, {}).get("where", "")) for name in names}


def stale(root: Path, name: str, index: Mapping[str, Mapping[str, str]]) -> Problem | None:
    """Why the recorded output of `name` is not what its script gave, or None; None also where it never ran."""
    if name not in index and not (root / output_file(name)).exists():
        return None
    if (step := out_of_step(root, name, index)) is None:
        return None
    fix = f"{step.fix} where there is {NEEDS[need_of(name)]}; or remove {output_file(name)} and its line in {FILE}"
    return replace(step, fix=fix)
