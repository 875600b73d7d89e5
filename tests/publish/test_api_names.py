"""Every quoted message is one that a script shows; names in inline code are what a gate looks at (gates/names)."""

import re

from snippets.publish.page import read_pages
from snippets.store.files import ROOT
from snippets.store.record import Record

PAGES = read_pages(ROOT)


def test_quoted_messages_are_messages_that_a_script_on_the_site_shows(record: Record) -> None:
    """Inline code and headings that quote an error: four words or more, and no call, path or command."""
    notebooks = (path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("docs/tutorials/*.ipynb")))
    outputs = " ".join(" ".join([*(one.output for one in record.examples.values()), *notebooks]).split())
    for page in PAGES.values():
        for quoted in re.findall(r"`([^`\n]+)`", page.source):
            if len(quoted.split()) >= 4 and not re.search(r"[=({]|^python |^make |^#|/", quoted):
                assert quoted in outputs, f"{page.file}: {quoted!r}"
