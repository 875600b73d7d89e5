"""Finds sentences that say what the libraries do without proof: on a page, such a sentence is a fact.

A sentence is flagged if it speaks of the libraries (a name of theirs in inline code, or an array, a tensor, memory, a
dtype ...) and says what that does or what is done to it (shares, is copied, raises ...). It needs no proof if it is

- a fact, in a paragraph or as a block;
- shown: its paragraph ends with a colon, and an example or a table of what was measured stands right below;
- sourced: it holds a link to another site, as a quotation does, or says who says it ("The article says that …");
- an instruction: it begins with what to do ("Call `ndarray.copy` first."), also after "To …," or "If you …,";
- a question, a heading, a definition in a list ("- **shares**: …"), or a condition in a list under "Use it when:".

A clause after a colon or a semicolon is a sentence of its own: "Call it first: it copies." says that it copies.
The words are in prose.toml.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from snippets.problem import Problem
from snippets.publish.directives import DIRECTIVES
from snippets.publish.page import INLINE_FACT, ITEM, Directive, Page
from snippets.recorded import Record

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _forms(verb: str) -> tuple[str, str, str]:
    """The verb itself, its third person, and its participle."""
    many = "es" if verb.endswith(("s", "sh", "ch")) else "s"
    third = verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + many
    regular = verb[:-1] + "ied" if third.endswith("ies") else verb + ("d" if verb.endswith("e") else "ed")
    return verb, third, WORDS["participles"].get(verb, regular)


BASE, THIRD, PARTICIPLE = map("|".join, zip(*map(_forms, WORDS["verbs"].split()), strict=True))
DO, ABOUT = ("|".join(WORDS[name].split()) for name in ("instructions", "things"))
CODE = re.compile(r"`[^`]+`(?:\{\.absent\})?")
NAMES = re.compile(r"`[^`]*(?:torch|np|numpy|Tensor|tensor|ndarray|array|nn)\b[^`]*`|`[^`]*\w\([^`]*`")
THINGS = re.compile(rf"\b(?:{ABOUT})\b", re.IGNORECASE)
PLURAL = r"(?:(?!this\b)\w{2,}[^\Wsu]s|both|they|all|none|neither|either|two|three|NumPy and PyTorch|and `[^`]+`)"
BEHAVES = re.compile(
    rf"(?<!\bthat )\b(?:{THIRD})\b(?!')"
    rf"|\b(?:does|do|did|can|cannot|could|may|must|will|would)(?: not| never| also| still)? (?:{BASE})\b"
    rf"|\b(?:is|are|was|were|be|been|gets?)(?: not| never| always| also| still| then)? (?:{PARTICIPLE})\b(?!-)"
    rf"|\b(?:never|always) (?:{BASE})\b|\bcannot (?:have|be)\b"
    r"|\b(?:has|have|had) (?:the|its|their|no|an?|one|another)\b"
    rf"|\b{PLURAL} (?:also |never |still |always |mostly )?(?:{BASE})\b(?!-)"
)
IMPERATIVE = re.compile(
    rf"^(?:[*_]*)(?:(?:then|or|and|so|but|also|only|always|otherwise|instead|first),? )?(?:{DO})\b"
    rf"|^(?:to|if|where|when|for|in|before|after|unless|once|with|on|as|from|by|without|outside|while)\b[^,]*,"
    rf" (?:do not |never |always |first |then |also |or |and )?(?:{DO})\b",
    re.IGNORECASE,
)
DEFINITION = re.compile(r"^[-*] \*\*[^*]+\*\*:? ")
# A link alone, and "What each of them gives: …" with a link, lead to where it is shown.
POINTER = re.compile(r"^\[[^\]]*\]\([^)]*\)[:.;]?$|^(?:What|How|Which|Where|Why|More)\b.*\]\(")
# A link to another site, or words that are given to somebody.
SOURCE = re.compile(r"\]\(https?://|^(?:\*\*)?The (?:article|documentation|message|text) says\b")
END = re.compile(r"(?<=[.!?])[*_\"')]*\s+(?=[A-Z`\[*\"'(])|(?<=[:;])\s+|\s+(?=\bbecause\b)")


def problems(pages: Mapping[str, Page], records: Record, root: Path) -> Iterator[Problem]:
    """A Problem for each sentence of a page that needs a proof."""
    for page in pages.values():
        fix = (
            f"prove it: a function in snippets/facts/{page.name}.py and `::: fact {page.name}#NAME`; or end the "
            "sentence with a colon above the example that shows it; or say what to do"
        )
        for line, sentence in unproved_sentences(page):
            found = f"says without proof: {sentence}"
            yield Problem(page.file, line, "a fact, or a sentence that the example below shows", found, fix)


def is_measured(directive: Directive) -> bool:
    """Whether what a directive shows was measured, so that it proves the sentence above it."""
    return directive.kind in DIRECTIVES and DIRECTIVES[directive.kind].measured


def unproved_sentences(page: Page, proves: Callable[[Directive], bool] = is_measured) -> Iterator[tuple[int, str]]:
    """The sentences of a page that say what the libraries do without proof, as (line, sentence)."""
    for block in page.blocks:
        text = INLINE_FACT.sub("", block.text)
        if DEFINITION.match(text) or (text.startswith(">") and SOURCE.search(text)):
            continue
        sentences = [sentence.strip() for sentence in END.split(ITEM.sub("", text)) if sentence.strip()]
        if sentences and sentences[-1].endswith(":") and block.below and proves(block.below):
            sentences.pop()
        for sentence in sentences[block.condition :]:
            if claims(sentence):
                yield block.line, sentence


def claims(sentence: str) -> bool:
    """Whether a sentence says what the libraries do, and gives no source."""
    if sentence.endswith("?") or any(kind.search(sentence) for kind in (SOURCE, IMPERATIVE, POINTER)):
        return False
    about = NAMES.search(sentence) or THINGS.search(CODE.sub("", sentence))
    return bool(about and BEHAVES.search(CODE.sub("`code`", sentence)))
