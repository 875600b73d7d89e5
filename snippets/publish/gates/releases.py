"""Releases without a page, and pages of releases that are not recorded, or are the ones that all other pages show."""

from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.sources import Sources
from snippets.store.releases import file_of
from snippets.store.types import RELEASE_PAGES


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each of them."""
    pages = {release.page for release in sources.records.releases}
    for release in sources.records.releases:
        if release.page not in sources.pages:
            where = release.environment
            fix = f"run: python -m snippets versions {where.torch}/{where.numpy}, which makes it"
            file = file_of(where)
            yield Problem(file, 1, f"a page docs/{release.page}.md", "a release without a page", fix)
    for name, page in sources.pages.items():
        if name.startswith(f"{RELEASE_PAGES}/") and name not in pages:
            expected = f"a release recorded in snippets/recorded/releases/{name.rpartition('/')[2]}.json"
            yield Problem(page.file, 1, expected, "a page of none", f"run: git rm {page.file}")
