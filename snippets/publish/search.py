"""What search reads of a page. Material's search parses each page in Python, which takes a quarter of a build.

It passes over what is marked with data-search-exclude and over the colors of code: both are taken out before it looks.
What it found on a page is kept, for `mkdocs serve` builds the same page again and again.
"""

import re
from functools import partial
from typing import Any

EXCLUDED = re.compile(
    r"<(div|p)\b[^>]* data-search-exclude>.*?</\1>"
)  # each is on a line of its own, and holds no other
CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
COLOR = re.compile(r"</?span\b[^>]*>")


Entries = list[dict[str, Any]]
KEPT: dict[str, tuple[object, Entries]] = {}  # {address: what was read, what was found}


def read_less(index: Any) -> None:
    """Has `index`, Material's, read pages without what it passes over; what it finds stays the same."""
    index.add_entry_from_context = partial(_add, index, index.add_entry_from_context)


def _add(index: Any, add: Any, page: Any) -> None:
    content, start = page.content, len(index.entries)
    read = content, page.title, str(page.meta)
    if KEPT.get(page.url, ("", []))[0] != read:
        page.content = CODE.sub(lambda code: COLOR.sub("", code[0]), EXCLUDED.sub("", content))
        add(page)
        page.content, KEPT[page.url] = content, (read, index.entries[start:])
    index.entries[start:] = KEPT[page.url][1]
