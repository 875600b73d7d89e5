"""Every release has a page of its own, and nothing else has one there."""

from pathlib import Path

from snippets.publish.gates import releases
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from tests.store.made_up import beside, measured, record_of

LEAF = "torch-2.15.0-numpy-2.5.5"


def found(*names: str) -> list[tuple[str, str, str]]:
    pages = {name: Page(name, "") for name in names}
    record = record_of(releases=[beside(measured())])
    return [(each.file, each.found, each.fix) for each in releases.problems(Sources(pages, record, Path()))]


def test_a_release_with_its_page_is_fine() -> None:
    assert found("index", f"reference/versions/{LEAF}") == []


def test_a_release_without_a_page_and_a_page_without_a_release_are_told() -> None:
    file, what, fix = found("index")[0]
    assert (file, what) == (f"snippets/recorded/releases/{LEAF}.json", "a release without a page")
    assert "python -m snippets versions 2.15.0/2.5.5" in fix
    page = "docs/reference/versions/torch-1.0-numpy-1.0.md"
    assert found(f"reference/versions/{LEAF}", "reference/versions/torch-1.0-numpy-1.0") == [
        (page, "a page of none", f"run: git rm {page}")
    ]
