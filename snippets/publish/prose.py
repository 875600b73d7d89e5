"""Finds sentences that say what the libraries do without proof: on a page, such a sentence is a fact.

A sentence is flagged if it speaks of the libraries (a name of theirs in inline code, or an array, a tensor, memory, a
dtype ...) and says what that does or what is done to it (shares, is copied, raises ...). It needs no proof if it is

- a fact, in a paragraph or as a block;
- shown: its paragraph ends with a colon, and an example or a table of what was measured stands right below;
- sourced: it holds a link to another site, as a quotation does, or says who says it ("The article says that …");
- an instruction: it begins with what to do ("Call `ndarray.copy` first."), also after "To …," or "If you …,";
- a question, a heading, a definition in a list ("- **shares**: …"), or a condition in a list under "Use it when:".

A clause after a colon or a semicolon is a sentence of its own: "Call it first: it copies." says that it copies.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from snippets.problem import Problem
from snippets.publish.expand import INLINE_FACT, Directive, parts
from snippets.publish.tables import TABLES

CODE = re.compile(r"`[^`]+`(?:\{\.absent\})?")
NAMES = re.compile(r"`[^`]*(?:torch|np|numpy|Tensor|tensor|ndarray|array|nn)\b[^`]*`|`[^`]*\w\([^`]*`")
THINGS = re.compile(
    r"\b(?:arrays?|tensors?|memory|buffers?|dtypes?|strides?|views?|gradients?|autograd|scalars?|storage|"
    r"parameters?|masks?|NumPy|PyTorch|torch|numpy|cop(?:y|ies)|clones?)\b",
    re.IGNORECASE,
)
VERBS = """
    share copy keep raise warn return cast convert move ignore give accept refuse reject work fail lose take write make
    follow drop require allocate promote truncate round overflow abort crash change read stay become hold need support
    detach resolve print know notice mask reverse swap end hide mean overwrite call produce create reach see count stop
    begin survive carry expect leave add wrap alias own point release free grow turn store save load depend
""".split()


def _forms(verb: str) -> tuple[str, str, str]:
    """The third person, and the participle, of a verb."""
    irregular = {
        "keep": "kept", "give": "given", "lose": "lost", "take": "taken", "write": "written", "make": "made",
        "become": "become", "hold": "held", "know": "known", "read": "read", "mean": "meant",
        "see": "seen", "overwrite": "overwritten", "begin": "begun", "leave": "left", "grow": "grown",
        "swap": "swapped", "stop": "stopped", "drop": "dropped",
    }  # fmt: skip
    many = "es" if verb.endswith(("s", "sh", "ch")) else "s"
    third = verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + many
    regular = verb[:-1] + "ied" if third.endswith("ies") else verb + ("d" if verb.endswith("e") else "ed")
    return verb, third, irregular.get(verb, regular)


FORMS = [_forms(verb) for verb in dict.fromkeys(VERBS)]
BASE, THIRD, PARTICIPLE = ("|".join(form[place] for form in FORMS) for place in range(3))
PLURAL = r"(?:(?!this\b)\w{2,}[^\Wsu]s|both|they|all|none|neither|either|two|three|NumPy and PyTorch|and `[^`]+`)"
BEHAVES = re.compile(
    rf"(?<!\bthat )\b(?:{THIRD})\b(?!')"
    rf"|\b(?:does|do|did|can|cannot|could|may|must|will|would)(?: not| never| also| still)? (?:{BASE})\b"
    rf"|\b(?:is|are|was|were|be|been|gets?)(?: not| never| always| also| still| then)? (?:{PARTICIPLE})\b(?!-)"
    rf"|\b(?:never|always) (?:{BASE})\b|\bcannot (?:have|be)\b"
    r"|\b(?:has|have|had) (?:the|its|their|no|an?|one|another)\b"
    rf"|\b{PLURAL} (?:also |never |still |always |mostly )?(?:{BASE})\b(?!-)"
)
DO = """
    use call write pick cast convert copy pass wrap move set see read compare check add open make look keep start take
    replace drop fill save load do never run ask search find download install choose prefer put clone go assert print
    import give turn let remove multiply divide scale allocate test mark try reshape close share raise ignore return
    leave stack build create wait hold treat remember think note count change have expect
""".split()
IMPERATIVE = re.compile(
    rf"^(?:[*_]*)(?:(?:then|or|and|so|but|also|only|always|otherwise|instead|first),? )?(?:{'|'.join(DO)})\b"
    rf"|^(?:to|if|where|when|for|in|before|after|unless|once|with|on|as|from|by|without|outside|while)\b[^,]*,"
    rf" (?:do not |never |always |first |then |also |or |and )?(?:{'|'.join(DO)})\b",
    re.IGNORECASE,
)
DEFINITION = re.compile(r"^[-*] \*\*[^*]+\*\*:? ")
# A link alone, and "What each of them gives: …" with a link, lead to where it is shown.
POINTER = re.compile(r"^\[[^\]]*\]\([^)]*\)[:.;]?$|^(?:What|How|Which|Where|Why|More)\b.*\]\(")
# A link to another site, or words that are given to somebody.
SOURCE = re.compile(r"\]\(https?://|^(?:\*\*)?The (?:article|documentation|message|text) says\b")
FACT_LINK = re.compile(r"\]\([^)]*/#fact-[\w-]+\)")
END = re.compile(r"(?<=[.!?])[*_\"')]*\s+(?=[A-Z`\[*\"'(])|(?<=[:;])\s+|\s+(?=\bbecause\b)")
SKIP = re.compile(r"^(?:#|\||<|---|!!!|\?\?\?|\[\^|\{)")
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.) ")


CONDITIONS = re.compile(r"\b(?:when|if)(?:\*\*)?:$")


@dataclass(frozen=True)
class Block:
    """A paragraph or an entry of a list, in one line; `line` is where it begins, `shown` that its output is below.

    `condition`: it stands in a list of what has to be so, under a paragraph such as "Use it when:".
    """

    line: int
    text: str
    shown: bool
    condition: bool


def blocks(markdown: str) -> Iterator[Block]:
    """The paragraphs and list entries of a page: not its front matter, headings, tables, raw HTML and fences."""
    lines: list[tuple[int, str | Directive]] = []
    number = 0
    front = markdown.startswith("---\n")
    for part in parts(markdown):
        if isinstance(part, str):
            number += 1
            if front:
                front = not (number > 1 and part == "---")
                continue
            lines.append((number, part))
        elif isinstance(part, Directive):
            number += 1
            lines.append((number, part))
        else:
            number += part.text.count("\n") + 1
            lines.append((number, ""))
    held: list[str] = []
    start, lead = 0, ""

    def flush(shown: bool) -> Iterator[Block]:
        nonlocal lead
        if held:
            text = " ".join(held)
            item = ITEM.match(text) is not None
            lead = lead if item else text
            yield Block(start, text, shown, item and CONDITIONS.search(lead) is not None)
            held.clear()

    for place, (number, line) in enumerate(lines):
        if isinstance(line, str) and line.startswith("#"):
            heading = line.lstrip("#").strip()
            lead = f"{heading}:" if heading.endswith(("when", "if")) else ""
        if isinstance(line, Directive) or not line.strip() or SKIP.match(line.strip()):
            below = next((one for _, one in lines[place:] if isinstance(one, Directive) or one.strip()), "")
            shows = isinstance(below, Directive) and below.kind in ("example", "elsewhere", *TABLES)
            yield from flush(shows)
            continue
        if ITEM.match(line):
            yield from flush(False)
        if not held:
            start = number
        held.append(line.strip())
    yield from flush(False)


def unproved_sentences(markdown: str) -> list[tuple[int, str]]:
    """The sentences of a page that say what the libraries do without proof, as (line, sentence)."""
    found = []
    for block in blocks(markdown):
        text = INLINE_FACT.sub("", block.text)
        if DEFINITION.match(text) or (text.startswith(">") and SOURCE.search(text)):
            continue
        text = ITEM.sub("", text)
        sentences = [one.strip() for one in END.split(text) if one.strip()]
        for place, sentence in enumerate(sentences):
            last = place == len(sentences) - 1
            shown = last and block.shown and sentence.endswith(":")
            if not shown and not (block.condition and place == 0) and claims(sentence):
                found.append((block.line, sentence))
    return found


def claims(sentence: str) -> bool:
    """Whether a sentence says what the libraries do, and gives no source."""
    if sentence.endswith("?") or any(kind.search(sentence) for kind in (SOURCE, IMPERATIVE, POINTER)):
        return False
    about = NAMES.search(sentence) or THINGS.search(CODE.sub("", sentence))
    return bool(about and BEHAVES.search(CODE.sub("`code`", sentence)))


def page_of(percent: str) -> str:
    """The Markdown cells of a tutorial's source (jupytext's percent format), line for line; its code is what shows."""
    done, prose = [], False
    for line in percent.split("\n"):
        if line.startswith("# %%"):
            prose = line.startswith("# %% [markdown]")
            done.append("" if prose else "::: example cell")
        else:
            done.append(line.removeprefix("#").removeprefix(" ") if prose else "")
    return "\n".join(done)


def tutorial_problems(file: str, percent: str) -> list[Problem]:
    """A Problem for each sentence in the Markdown cells of a tutorial that needs a proof.

    A notebook holds no facts of its own: a sentence that links to a fact, on the page that shows it, is proved.
    """
    fix = "link to the fact, as in [keeps the dtype](../../PAGE/#fact-PAGE-NAME); or end it with a colon above the cell"
    return [
        Problem(file, line, "a fact that is linked to, or a sentence that the cell below shows", sentence, fix)
        for line, sentence in unproved_sentences(page_of(percent))
        if not FACT_LINK.search(sentence)
    ]


def prose_problems(page: str, markdown: str) -> list[Problem]:
    """A Problem for each sentence of a page that needs a proof."""
    fix = (
        f"prove it: a function in snippets/facts/{page}.py and `::: fact {page}#NAME`; or end the sentence with a "
        "colon above the example that shows it; or say what to do"
    )
    expected = "a fact, or a sentence that the example below shows"
    return [
        Problem(f"docs/{page}.md", line, expected, f"says without proof: {sentence}", fix)
        for line, sentence in unproved_sentences(markdown)
    ]
