"""Releases without a page, and pages of releases that are not recorded, or are the ones that all other pages show."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from snippets.problem import Problem
from snippets.publish.blocks import RELEASE_PAGES
from snippets.publish.page import Page
from snippets.store.record import Record
from snippets.store.releases import file_of


def problems(pages: Mapping[str, Page], records: Record, root: Path) -> Iterator[Problem]:
    """A Problem for each of them."""
    leaves = {release.leaf: release for release in records.releases}
    for leaf, release in leaves.items():
        if f"{RELEASE_PAGES}/{leaf}" not in pages:
            where = release.environment
            fix = f"run: python -m snippets versions {where.torch}/{where.numpy}, which makes it"
            file = file_of(where)
            yield Problem(file, 1, f"a page docs/{RELEASE_PAGES}/{leaf}.md", "a release without a page", fix)
    for name, page in pages.items():
        if name.startswith(f"{RELEASE_PAGES}/") and name.rpartition("/")[2] not in leaves:
            expected = f"a release recorded in snippets/recorded/releases/{name.rpartition('/')[2]}.json"
            yield Problem(page.file, 1, expected, "a page of none", f"run: git rm {page.file}")
