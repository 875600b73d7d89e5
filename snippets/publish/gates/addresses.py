"""Pages and notebooks that would be built to one and the same address."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from snippets.problem import Problem
from snippets.publish.page import Page
from snippets.store.record import Record


def problems(pages: Mapping[str, Page], records: Record, root: Path) -> Iterator[Problem]:
    """A Problem for each file that claims the address of another."""
    owners: dict[str, str] = {}
    for file in sorted(path for path in (root / "docs").rglob("*") if path.suffix in (".md", ".ipynb")):
        path = file.relative_to(root).as_posix()
        page = file.with_suffix("") if file.stem.lower() not in ("index", "readme") else file.parent
        address = page.relative_to(root / "docs").as_posix()
        first = owners.setdefault(address, path)
        if first != path:
            found = f"the address of {first}, too"
            yield Problem(path, 1, f"an address of its own, not {address}/", found, "rename one of the two")
