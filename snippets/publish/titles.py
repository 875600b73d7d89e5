"""What links call a page: its title in the navigation, as mkdocs.yml has it. Pure, but for reading that once."""

import re
from collections.abc import Iterator

from snippets.store.files import ROOT

SETTINGS = "mkdocs.yml"
ENTRY = re.compile(r"^ +- ([\"']?)(?P<title>.+)\1: (?P<page>[\w/-]+)\.(?:md|ipynb)$")


def entries(settings: str) -> Iterator[tuple[int, str, str]]:
    """The line, the title and the page of each entry of the navigation, out of the text of mkdocs.yml."""
    for line, text in enumerate(settings.splitlines(), 1):
        if entry := ENTRY.match(text):
            yield line, entry["title"], entry["page"]


TITLES = {page: title for _, title, page in entries((ROOT / SETTINGS).read_text(encoding="utf-8"))}


def title_of(page: str) -> str:
    """The title of a page; of one that the navigation does not have, its name in words."""
    return TITLES.get(page) or page.rpartition("/")[2].replace("_", " ").capitalize()
