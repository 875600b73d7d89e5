"""Finds sentences that say what the libraries do without proof: on a page, such a sentence is a fact.

A sentence is flagged if it is about the libraries (a name of theirs in inline code, or an array, a tensor, memory, a
dtype, a worker ...) and has a verb: whatever it says of them. It needs no proof if it is

- a fact, in a paragraph or as a block;
- shown: its paragraph ends with a colon, and an example or a table of what was measured stands right below;
- sourced: it holds a link to another site, as a quotation does, or says who says it ("The article says that …");
- an instruction: it begins with what to do ("Call `ndarray.copy` first."), also after "To …," or "If you …,";
  but what it says behind ", which" or "because" counts;
- about the page or a line of an output, or about what you want;
- a question, a heading, a definition in a list ("- **shares**: …"), or a condition in a list under "Use it when:".

Pages about this site are left out. How many false sentences that finds is measured in its test.

A clause after a colon or a semicolon is a sentence of its own: "Call it first: it copies." says that it copies.
The words and the patterns are in prose.toml.
"""

import re
from collections.abc import Callable, Iterator

from snippets.problem import Problem
from snippets.publish.directives import DIRECTIVES
from snippets.publish.page import INLINE_FACT, ITEM, Directive, Line, Page
from snippets.publish.sources import Sources
from snippets.store.files import toml_beside

DATA = toml_beside(__file__)


def _pattern(name: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The alternatives of `name` in prose.toml."""
    instructions = "|".join(DATA["instructions"].split())
    return re.compile("|".join(DATA["patterns"][name]).replace("<do>", instructions), flags)


CODE, LINKS, NAMES, THINGS = map(_pattern, ("inline_code", "links", "names", "things"))
SAYS, THEN, INSTRUCTS = _pattern("says"), _pattern("then"), _pattern("instructs", re.IGNORECASE)
POINTS, CITES, DEFINES, ENDS = map(_pattern, ("points", "cites", "defines", "ends"))
BOX, VERDICT = map(_pattern, ("box", "verdict"))


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each sentence of a page that needs a proof."""
    for page in sources.pages.values():
        if page.name in DATA["of_the_site"]:
            continue
        for line, sentence in unproved_sentences(page):
            yield Problem.of(page.file, line, "unproved_sentence", page=page.name, sentence=sentence)


def is_measured(directive: Directive) -> bool:
    """Whether what a directive shows was measured, so that it proves the sentence above it."""
    return directive.kind in DIRECTIVES and DIRECTIVES[directive.kind].measured


def unproved_sentences(page: Page, proves: Callable[[Directive], bool] = is_measured) -> Iterator[tuple[int, str]]:
    """The sentences of a page that say what the libraries do without proof, as (line, sentence)."""
    for block in page.blocks:
        text = INLINE_FACT.sub("", block.text)
        if DEFINES.match(text) or (text.startswith(">") and CITES.search(text)):
            continue
        sentences = [sentence.strip() for sentence in ENDS.split(ITEM.sub("", text)) if sentence.strip()]
        if sentences and sentences[-1].endswith(":") and block.below and proves(block.below):
            sentences.pop()
        for number, sentence in enumerate(sentences[block.condition :], block.condition):
            labels = sentence.endswith(":") and any(
                POINTS.match(LINKS.sub("§", text)) for text in sentences[number + 1 :]
            )
            if not labels and claims(sentence):
                yield block.line, sentence
    yield from _labels(page)


def _labels(page: Page) -> Iterator[tuple[int, str]]:
    """The same of titles of boxes and rows of tables, but of a table that gives a verdict on what others say."""
    head = ""
    for part in page.parts:
        text = part.text.strip() if isinstance(part, Line) else ""
        if text.startswith("|"):
            head = head or text
            cells = [cell.strip() for cell in INLINE_FACT.sub("", text).strip("|").split("|")]
            if not VERDICT.search(head) and (any(map(claims, cells)) or claims(" ".join(cells))):
                yield part.line, text
        else:
            head = ""
            if (box := BOX.match(text)) and claims(box["title"]):
                yield part.line, text


def claims(sentence: str) -> bool:
    """Whether a sentence says what the libraries do, and gives no source."""
    if sentence.endswith("?") or CITES.search(sentence):
        return False
    bare = LINKS.sub("§", sentence)
    if POINTS.search(bare):
        return False
    if INSTRUCTS.search(bare):
        then = THEN.split(bare, maxsplit=1)[1:]
        return bool(then and SAYS.search(f"it {CODE.sub('`code`', then[0])}"))
    about = NAMES.search(bare) or THINGS.search(CODE.sub("", bare))
    return bool(about and SAYS.search(CODE.sub("`code`", bare)))
