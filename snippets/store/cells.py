"""The matrix as a kind of recorded thing: matrix/METHOD, whose cells are in the file of the pinned release."""

from collections import defaultdict
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
    return sorted(_recorded(root) - {*names(root)})


def shown(root: Path) -> dict[str, str]:
    """The cells of each method."""
    lines = defaultdict[str, list[str]](list)
    for (method, dtype, layout), result in (read_pinned(root).matrix.cells if is_pinned(root) else {}).items():
        held = ", ".join(f"{name} {value}" for name, value in result.found().items())
        lines[f"matrix/{method}"].append(f"{dtype} {layout}: {held}")
    return {name: "\n".join(cells) for name, cells in lines.items()}


def stale(root: Path, names: Iterable[str]) -> dict[str, Problem]:
    """Methods of which nothing is recorded, and recorded ones that are not on the axis."""
    problems = {}
    recorded, gone = _recorded(root), orphans(root)
    for name in names:
        if name in gone:
            problems[name] = Problem.of(pinned_file(root), 1, "no_method", name=name, axis=AXIS)
        elif name not in recorded:
            problems[name] = Problem.of(AXIS, 1, "never_measured", name=name)
    return problems


def _recorded(root: Path) -> set[str]:
    cells = read_pinned(root).matrix.cells if is_pinned(root) else ()
    return {f"matrix/{method}" for method, _, _ in cells}
