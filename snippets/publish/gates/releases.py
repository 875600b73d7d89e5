"""Releases without a page, and pages of releases that are not recorded, or are the ones that all other pages show."""

from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.blocks import RELEASE_PAGES
from snippets.publish.sources import Sources
from snippets.store.releases import file_of


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each of them."""
    leaves = {release.leaf: release for release in sources.records.releases}
    for leaf, release in leaves.items():
        if f"{RELEASE_PAGES}/{leaf}" not in sources.pages:
            where = release.environment
            fix = f"run: python -m snippets versions {where.torch}/{where.numpy}, which makes it"
            file = file_of(where)
            yield Problem(file, 1, f"a page docs/{RELEASE_PAGES}/{leaf}.md", "a release without a page", fix)
    for name, page in sources.pages.items():
        if name.startswith(f"{RELEASE_PAGES}/") and name.rpartition("/")[2] not in leaves:
            expected = f"a release recorded in snippets/recorded/releases/{name.rpartition('/')[2]}.json"
            yield Problem(page.file, 1, expected, "a page of none", f"run: git rm {page.file}")
