"""What the site's search reads: which words stand in which section of which page, as a script.

That is assets/search/index.js; overrides/assets/search/search.js ranks the sections by it. A script and no JSON: opened
as a file, a site may not fetch. What is marked with data-search-exclude (proofs, what other releases gave) is left out.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from snippets.store.files import toml_beside

ABOUT = toml_beside(__file__)
FEW = 6  # sections: a word of no more of them stands beside those that it is met with
STOP, ARRAY, TENSOR, OWNERS = (ABOUT[name].split() for name in ("stop", "array", "tensor", "owners"))

ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
EXCLUDED = re.compile(
    r'<(div|p)\b[^>]*(?: data-search-exclude|class="page-twin")[^>]*>.*?</\1>|<a class="headerlink".*?</a>', re.DOTALL
)
HEADING = re.compile(r'<h[1-6]\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h[1-6]>', re.DOTALL)
INSIDE = re.compile(r"</?(?:a|code|em|span|strong|wbr)\b[^>]*>")  # a tag that ends no word
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"::-\d|\w+(?:\.[^\W\d]\w*)*")  # torch.from_numpy is one; and a step backwards, as in [::-1]


class Section(NamedTuple):
    """What stands under one heading; `anchor` is "" for what stands under a page's first.

    `typed` are words that people type for it.
    """

    anchor: str
    title: str
    typed: str
    words: frozenset[str]


class Searched(NamedTuple):
    """A page as the search knows it; `boost` is how much it counts beside others."""

    url: str
    title: str
    boost: float
    sections: list[Section]


def searched(url: str, meta: Mapping[str, Any], page: str) -> Searched | None:
    """The built `page` as the search knows it; None where it has no article, or its front matter excludes it."""
    about, article = meta.get("search", {}), ARTICLE.search(page)
    if not article or about.get("exclude"):
        return None
    typed = about.get("words", {})
    found = list(sections(article[1], typed if isinstance(typed, dict) else {"": typed}))
    return Searched(url, found[0].title if found else "", about.get("boost", 1), found)


def sections(article: str, typed: Mapping[str, str]) -> Iterator[Section]:
    """The sections of a page, in order; `typed` is {anchor: words that people type for it}."""
    _, *parts = HEADING.split(EXCLUDED.sub("", article))
    for place, (anchor, title, text) in enumerate(zip(parts[::3], parts[1::3], parts[2::3], strict=True)):
        if anchor not in ABOUT["skip"]:
            words = frozenset(
                part
                for word in WORD.findall(plain(text).lower())
                for part in names_in(word)
                if not part.isdigit() and part not in STOP
            )
            name = anchor if place else ""
            yield Section(name, plain(title), typed.get(name, ""), words)


def names_in(word: str) -> list[str]:
    """A word; of a name that begins with a variable of some script, as in labels.dtype.kind, what follows."""
    owner, *attributes = word.split(".")
    return attributes if attributes and owner not in OWNERS else [word]


def plain(text: str) -> str:
    """The text of HTML, on one line."""
    return " ".join(html.unescape(TAG.sub(" ", INSIDE.sub("", text))).split())


def script(pages: Iterable[Searched]) -> str:
    """The script, in which bytes are few: see overrides/assets/search/search.js, which reads it.

    Sections stand with their page. A section's words are given by their places in one list of all words, ascending, so
    that each is told by its distance from the one before: as one letter, from # on. The most common words come first,
    then those of few sections as they are met: they stand together. An anchor that its title gives is left out: null.
    """
    pages = list(pages)
    all_words = [word for page in pages for section in page.sections for word in sorted(section.words)]
    counts = Counter(all_words)  # as they are met
    vocabulary = sorted(counts, key=lambda word: -counts[word] if counts[word] > FEW else 0)
    number = {word: place for place, word in enumerate(vocabulary)}
    listed = []
    for page in pages:
        told = []
        for anchor, title, typed, words in page.sections:
            numbers = sorted(number[word] for word in words)
            steps = "".join(chr(ord("#") + later - earlier) for earlier, later in pairwise([0, *numbers]))
            told.append((None if anchor == slug(title) else anchor, title, typed, steps))
        listed.append((*page[:-1], told))
    known = {
        "stop": STOP,
        "array": ARRAY,
        "tensor": TENSOR,
        "same": ABOUT["same"],
        "alike": [group.split() for group in ABOUT["alike"].split(",")],
        "pages": listed,
        "vocabulary": " ".join(vocabulary),
    }
    return f"searchIndex = {json.dumps(known, ensure_ascii=False, separators=(',', ':'))};\n"


def slug(title: str) -> str:
    """The anchor that a heading has where none is given, nor taken."""
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", title).strip().lower())
