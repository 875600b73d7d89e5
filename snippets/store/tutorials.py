"""Tutorials: snippets/tutorials/NAME.py, in jupytext's percent format, and the recorded docs/tutorials/NAME.ipynb."""

from collections.abc import Iterable
from pathlib import Path

from snippets.problem import Problem
from snippets.store.files import names_under

TUTORIALS = "snippets/tutorials"
NOTEBOOKS = "docs/tutorials"


def paths(name: str) -> tuple[str, str]:
    """The source and the recorded notebook of tutorial `name` (tutorials/NAME)."""
    return f"snippets/{name}.py", f"docs/{name}.ipynb"


def names(root: Path) -> list[str]:
    """Names of all tutorials, sorted."""
    return names_under(root / TUTORIALS, ".py", root / "snippets")


def orphans(root: Path) -> list[str]:
    """Names of notebooks whose source is not there."""
    return sorted({*names_under(root / NOTEBOOKS, ".ipynb", root / "docs")} - {*names(root)})


def stale(root: Path, names: Iterable[str]) -> dict[str, Problem]:
    """Tutorials without a notebook, and notebooks without their source. What is in them, only a run tells."""
    problems = {}
    for name in names:
        source, notebook = paths(name)
        if not (root / source).exists():
            fix = f"restore {source}, or run: git rm {notebook}"
            problems[name] = Problem(notebook, 1, f"its source {source}", "a notebook without a source", fix)
        elif not (root / notebook).exists():
            fix = f"run: python -m snippets update {name}"
            problems[name] = Problem(source, 1, f"its notebook {notebook}", "never recorded", fix)
    return problems
