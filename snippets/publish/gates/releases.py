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
            yield Problem.of(file_of(release.environment), 1, "no_page", release=release)
    for name, page in sources.pages.items():
        if name.startswith(f"{RELEASE_PAGES}/") and name not in pages:
            yield Problem.of(page.file, 1, "no_release", name=name.rpartition("/")[2])
