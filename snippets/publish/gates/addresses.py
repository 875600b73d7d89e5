"""Pages and notebooks that would be built to one and the same address."""

from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.sources import Sources


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each file that claims the address of another."""
    owners: dict[str, str] = {}
    for file in sorted(path for path in (sources.root / "docs").rglob("*") if path.suffix in (".md", ".ipynb")):
        path = file.relative_to(sources.root).as_posix()
        page = file.with_suffix("") if file.stem.lower() not in ("index", "readme") else file.parent
        address = page.relative_to(sources.root / "docs").as_posix()
        first = owners.setdefault(address, path)
        if first != path:
            yield Problem.of(path, 1, "same_address", address=address, first=first)
