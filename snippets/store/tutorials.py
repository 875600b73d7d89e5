"""Tutorials: snippets/tutorials/NAME.py, in jupytext's percent format, and the recorded docs/tutorials/NAME.ipynb."""

from collections.abc import Iterable
from pathlib import Path

from snippets.problem import Problem
from snippets.store.files import names_under, unmatched

TUTORIALS = "snippets/tutorials"
NOTEBOOKS = "docs/tutorials"


def paths(name: str) -> tuple[str, str]:
    """The source and the recorded notebook of tutorial `name` (tutorials/NAME)."""
    return f"snippets/{name}.py", f"docs/{name}.ipynb"


def names(root: Path) -> list[str]:
    """Names of all tutorials, sorted; a module that begins with _ is none."""
    return [name for name in names_under(root / TUTORIALS, ".py", root / "snippets") if "/_" not in name]


def orphans(root: Path) -> list[str]:
    """Names of notebooks whose source is not there."""
    return sorted({*names_under(root / NOTEBOOKS, ".ipynb", root / "docs")} - {*names(root)})


def stale(root: Path, names: Iterable[str]) -> dict[str, Problem]:
    """Tutorials without a notebook, and notebooks without their source. What is in them, only a run tells."""
    problems = {}
    for name in names:
        source, notebook = paths(name)
        if problem := unmatched(root, name, source, [notebook], "a notebook without a source"):
            problems[name] = problem
    return problems
