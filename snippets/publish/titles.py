"""What links call a page: its title in the navigation, as mkdocs.yml has it. Pure, but for reading that once."""

import re

from snippets.store.files import ROOT

ENTRY = re.compile(r"^ +- (?P<title>.+): (?P<page>[\w/-]+)\.(?:md|ipynb)$", re.MULTILINE)
TITLES = {entry["page"]: entry["title"] for entry in ENTRY.finditer((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))}


def title_of(page: str) -> str:
    """The title of a page; of one that the navigation does not have, its name in words."""
    return TITLES.get(page) or page.rpartition("/")[2].replace("_", " ").capitalize()
