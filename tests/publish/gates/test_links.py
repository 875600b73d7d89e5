"""A link that leads nowhere is found before anything is built, and the ids are those of the built pages."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from snippets.publish.gates import links
from snippets.publish.page import read_pages
from snippets.store.files import ROOT
from snippets.store.record import Record
from tests.publish.gates.conftest import SHOWN, Try

OTHER = (
    "# Other\n\n## A `call`, and more\n\n### Named {#it}\n\nSee [b](p.md){#was}.\n\n- **view**{#view}: a word.\n\n"
    + SHOWN
)


@pytest.mark.parametrize(
    "link",
    [
        "[a](nowhere.md)",
        "[a](p1)",
        "[a](../methods/p2.md)",
        "[a](p1.md#nowhere)",
        "[a](#nowhere)",
        "[a](/methods/p1.md)",
        "[a](//example.com/x)",
        "[a]()",
        "[a](javascript:alert(1))",
        "[a](JavaScript&#58;alert(1))",
        "[a](java%73cript:x)",
        "[a](data:text/html,x)",
        "[`code`, and [more]](file:///etc/passwd)",
        "![a](https://example.com/x.png)",
        "![a](nowhere.svg)",
    ],
)
def test_a_link_that_leads_nowhere_or_where_none_may_is_named(found: Try, link: str) -> None:
    (problem,) = found(links.problems, f"# A\n\nText.\n\nRead `[a](b.md)` and {link}.\n", OTHER)
    assert problem[:2] == ("docs/methods/p.md", 5)
    assert problem[2].startswith("a link to ")


def test_links_to_pages_headings_and_what_directives_show_are_fine(found: Try) -> None:
    ways = (
        "p1.md",
        "../methods/p1.md",
        "#a",
        "p1.md#it",
        "p1.md#was",
        "p1.md#view",
        "p1.md#a-call-and-more",
        "p1.md#fact-methods-p-holds",
    )
    text = "".join(f"[a]({way})\n" for way in (*ways, "https://example.com/a_(b)#c", "mailto:a@example.com"))
    assert (
        found(links.problems, f"# A\n\n{text}[](fact:methods/p#holds)\n\n```text\n[a](nowhere.md)\n```\n", OTHER) == []
    )


def test_the_anchors_are_the_ids_of_the_built_page(site: Path, record: Record) -> None:
    for name, page in read_pages(ROOT).items():
        file = site / ("" if name == "index" else name) / "index.html"
        article = BeautifulSoup(file.read_bytes(), "html.parser").find("article")
        assert article
        missing = links.anchors(page, record) - {str(element["id"]) for element in article.find_all(id=True)}
        assert not missing, name
