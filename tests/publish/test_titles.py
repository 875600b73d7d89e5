"""Links call a page as the navigation does."""

from snippets.publish.page import read_pages
from snippets.publish.titles import TITLES, title_of
from snippets.store.files import ROOT


def test_every_page_is_called_as_in_the_navigation_and_another_one_by_its_name() -> None:
    pages = {
        name
        for name, page in read_pages(ROOT).items()
        if not name.startswith("reference/versions/") and "\nmoved:" not in page.head
    }
    assert {name for name in TITLES if not name.startswith("tutorials/")} == pages
    assert TITLES["guides/explain"] == "What will torch.from_numpy do to my array?", (
        "without the quotation marks of YAML"
    )
    assert title_of("pitfalls/gradients") == TITLES["pitfalls/gradients"]
    assert title_of("p/other_page") == "Other page"
