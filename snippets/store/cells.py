"""The matrix as a kind of recorded thing: matrix/METHOD, whose cells are in the file of the pinned release."""

from collections.abc import Iterable
from pathlib import Path

from snippets.matrix.axes import METHODS
from snippets.problem import Problem
from snippets.store.releases import is_pinned, pinned_file, read_pinned

AXIS = "snippets/matrix/methods.toml"


def names(root: Path) -> list[str]:
    """Names of the parts of the matrix that can be measured alone; none where the repository has no matrix."""
    return [f"matrix/{method.name}" for method in METHODS] if (root / AXIS).exists() else []


def orphans(root: Path) -> list[str]:
    """Names of methods that are recorded, and are not on the axis."""
    return sorted(_recorded(root) - set(names(root)))


def stale(root: Path, names: Iterable[str]) -> dict[str, Problem]:
    """Methods of which nothing is recorded, and recorded ones that are not on the axis."""
    known, recorded, problems = {f"matrix/{method.name}" for method in METHODS}, _recorded(root), dict[str, Problem]()
    for name in names:
        if name not in known:
            fix = "run: python -m snippets update matrix"
            problems[name] = Problem(pinned_file(root), 1, f"{name} in {AXIS}", "cells without a method", fix)
        elif name not in recorded:
            fix = f"run: python -m snippets update {name}"
            problems[name] = Problem(AXIS, 1, f"cells of {name}", f"{name} was never measured", fix)
    return problems


def _recorded(root: Path) -> set[str]:
    return {f"matrix/{method}" for method, _, _ in read_pinned(root).matrix.cells} if is_pinned(root) else set()
