"""Scripts that need what the tests' machine does not have: snippets/elsewhere/NEED/PAGE/NAME.py, see examples.py."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from snippets.problem import Problem
from snippets.store import examples
from snippets.store.files import RECORDED, names_under, toml_beside

FOLDER = "snippets/elsewhere"
TABLE = toml_beside(__file__)
PROGRAMS: dict[str, str] = {need: about["here"] for need, about in TABLE.items()}
NEEDS: dict[str, str] = {need: about["what"] for need, about in TABLE.items()}


def names(root: Path) -> list[str]:
    """Names of these scripts, sorted: elsewhere/cuda/guides/devices/to_the_gpu."""
    return names_under(root / FOLDER, ".py", root / "snippets")


def need_of(name: str) -> str:
    """What a script needs, by its name: a key of NEEDS. Raises Problem where that is none."""
    need = name.split("/")[1]
    if need not in NEEDS:
        folders = ", ".join(NEEDS)
        raise Problem.of(examples.script_file(name), 1, "no_need", folders=folders, need=need, first=min(NEEDS))
    return need


def orphans(root: Path) -> list[str]:
    """Names under which an output or fingerprints are recorded, and no script is there."""
    outputs = names_under(root / FOLDER, ".out", root / "snippets")
    prints = names_under(root / RECORDED / "elsewhere", ".json", root / RECORDED)
    return sorted({*outputs, *prints} - set(names(root)))


def ran(root: Path, name: str) -> bool:
    """Whether anything is recorded of `name`."""
    return (root / examples.record_file(name)).exists() or (root / examples.output_file(name)).exists()


def shown(root: Path) -> dict[str, str]:
    """The outputs, and where they were recorded."""
    scripts = (examples.read_example(root, name) for name in names(root) if ran(root, name))
    return {script.name: f"{script.where}\n{script.output}" for script in scripts}


def stale(root: Path, names: Iterable[str]) -> dict[str, Problem]:
    """Where the recorded output of one of `names` is not what its script gave; of those that ever ran."""
    problems = examples.stale(root, [name for name in names if ran(root, name)])
    for name, problem in problems.items():
        files = f"{examples.output_file(name)} and {examples.record_file(name)}"
        fix = f"{problem.fix} where there is {NEEDS[need_of(name)]}; or remove {files}"
        problems[name] = replace(problem, fix=fix)
    return problems
