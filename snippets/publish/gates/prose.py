"""Finds sentences that say what the libraries do without proof: on a page, such a sentence is a fact.

A sentence is flagged if it speaks of the libraries (a name of theirs in inline code, or an array, a tensor, memory, a
dtype ...) and says what that does or what is done to it (shares, is copied, raises ...). It needs no proof if it is

- a fact, in a paragraph or as a block;
- shown: its paragraph ends with a colon, and an example or a table of what was measured stands right below;
- sourced: it holds a link to another site, as a quotation does, or says who says it ("The article says that …");
- an instruction: it begins with what to do ("Call `ndarray.copy` first."), also after "To …," or "If you …,";
- a question, a heading, a definition in a list ("- **shares**: …"), or a condition in a list under "Use it when:".

A clause after a colon or a semicolon is a sentence of its own: "Call it first: it copies." says that it copies.
The words and the patterns are in prose.toml.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from snippets.problem import Problem
from snippets.publish.directives import DIRECTIVES
from snippets.publish.page import INLINE_FACT, ITEM, Directive, Page
from snippets.publish.sources import Sources

DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _forms(verb: str) -> tuple[str, str, str]:
    """The verb itself, its third person, and its participle."""
    many = "es" if verb.endswith(("s", "sh", "ch")) else "s"
    third = verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + many
    regular = verb[:-1] + "ied" if third.endswith("ies") else verb + ("d" if verb.endswith("e") else "ed")
    return verb, third, DATA["participles"].get(verb, regular)


FORMS = [*zip(*map(_forms, DATA["verbs"].split()), strict=True), DATA["instructions"].split()]
WORDS = {f"<{name}>": "|".join(forms) for name, forms in zip(("verb", "verbs", "verbed", "do"), FORMS, strict=True)}


def _pattern(name: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The alternatives of `name` in prose.toml."""
    text = "|".join(DATA["patterns"][name])
    return re.compile(re.sub("<(?:verb|verbs|verbed|do)>", lambda word: WORDS[word[0]], text), flags)


CODE, NAMES, THINGS = _pattern("inline_code"), _pattern("names"), _pattern("things", re.IGNORECASE)
BEHAVES, INSTRUCTS = _pattern("behaves"), _pattern("instructs", re.IGNORECASE)
POINTS, CITES, DEFINES, ENDS = map(_pattern, ("points", "cites", "defines", "ends"))


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each sentence of a page that needs a proof."""
    for page in sources.pages.values():
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
        if DEFINES.match(text) or (text.startswith(">") and CITES.search(text)):
            continue
        sentences = [sentence.strip() for sentence in ENDS.split(ITEM.sub("", text)) if sentence.strip()]
        if sentences and sentences[-1].endswith(":") and block.below and proves(block.below):
            sentences.pop()
        for sentence in sentences[block.condition :]:
            if claims(sentence):
                yield block.line, sentence


def claims(sentence: str) -> bool:
    """Whether a sentence says what the libraries do, and gives no source."""
    if sentence.endswith("?") or any(kind.search(sentence) for kind in (CITES, INSTRUCTS, POINTS)):
        return False
    about = NAMES.search(sentence) or THINGS.search(CODE.sub("", sentence))
    return bool(about and BEHAVES.search(CODE.sub("`code`", sentence)))
