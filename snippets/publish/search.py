"""What search reads of a page. Material's search parses each page in Python, which takes a quarter of a build.

It passes over what is marked with data-search-exclude and over the colors of code: both are taken out before it looks.
"""

import re
from functools import partial
from typing import Any

EXCLUDED = re.compile(r"<(div|p)\b[^>]* data-search-exclude>.*?</\1>")  # each is on a line of its own, and holds no other
CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
COLOR = re.compile(r"</?span\b[^>]*>")


def read_less(index: Any) -> None:
    """Has `index`, Material's, read pages without what it passes over; what it finds stays the same."""
    index.add_entry_from_context = partial(_add, index.add_entry_from_context)


def _add(add: Any, page: Any) -> None:
    content = page.content
    page.content = CODE.sub(lambda code: COLOR.sub("", code[0]), EXCLUDED.sub("", content))
    add(page)
    page.content = content
