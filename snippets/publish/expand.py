"""Directives become what was recorded. Pure: `expand` reads no file and runs nothing.

::: example methods/from_numpy/share        the script, then its output
::: fact methods/from_numpy#shares_memory   one sentence with its proof
::: facts methods/from_numpy                all of a page's facts, but those that this page has elsewhere
[](fact:methods/from_numpy#shares_memory)   the sentence, in a paragraph; its proof stands at the end of the page
::: calls, glance, matrix, dtypes, …        tables of what was measured: see tables.py
::: pairs, timeline, pair                   what other releases do otherwise: see versions.py
::: api torch                               which pages show each call: see api.py
::: performance                             what crossing costs: see performance.py
::: elsewhere cuda/guides/devices/pinned    a script that needs another machine, and what it gave there
"""

import html
import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from snippets.problem import Problem, nearest
from snippets.publish.api import api_text
from snippets.publish.performance import performance_text
from snippets.publish.tables import TABLES, Unknown, table_of
from snippets.publish.versions import PAIR_PAGES, VERSIONS, check_version, version_text
from snippets.recorded import Example, Record
from snippets.recorded.elsewhere import FOLDER, NEEDS, need_of
from snippets.recorded.facts import Fact
from snippets.recorded.pairs import Ended, Pair, age, is_known, run_span

Target = Literal["html", "markdown"]

DIRECTIVE = re.compile(r"^(?P<indent>[ \t]*):::[ \t]*(?P<kind>\S*)[ \t]*(?P<argument>.*?)[ \t]*$")
FENCE = re.compile(r"^[ \t]*(?P<marks>`{3,}|~{3,})(?P<info>[^`]*)$")
ABSENT = re.compile(r"`(?P<code>[^`\n]+)`\{\.absent\}")
WARNS = re.compile(r"^\S+\.py:(?:\d+:)? \w*Warning: ", re.MULTILINE)
LINK = re.compile(r"(?<=\]\()(?P<path>[^()\s:#]+?)\.(?:md|ipynb)(?P<anchor>#[^()\s]*)?(?=\))")
FROM_DOCS = re.compile(r"(?<=\]\()(?P<path>/[^()\s:#]+)")  # of a table: from docs/ on
# To an element that Markdown does not know, so that MkDocs would not find it.
TO_PLACE = re.compile(r"\[(?P<text>[\w/ ]+)\]\((?P<path>/[^()\s:#]+)\.md#(?P<anchor>[^()\s]+)\)")
CUT = (*TABLES, *VERSIONS, "api", "performance")
KINDS = ("example", "elsewhere", "fact", "facts", *CUT)
INLINE_FACT = re.compile(r"\[\]\(fact:(?P<name>[^()\s]*)\)")
CODE = re.compile(r"`([^`]+)`")
LINKED = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<path>[^)]*)\)")
NO_NEWLINE = "no-final-newline"
LEXER, FORMATTER = PythonLexer(stripnl=False, ensurenl=False), HtmlFormatter(nowrap=True)


@dataclass(frozen=True)
class Directive:
    """One directive of a page; `line` counts from 1."""

    line: int
    indent: str
    kind: str
    argument: str


@dataclass(frozen=True)
class Fence:
    """One fenced block that a page's author typed, from its opening line on."""

    line: int
    info: str
    text: str


def parts(markdown: str) -> Iterator[str | Directive | Fence]:
    """The page in order: lines, directives, and fenced blocks, whose insides are left alone."""
    lines = markdown.split("\n")
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if fence := FENCE.match(line):
            marks = fence["marks"]
            closing = re.compile(rf"^[ \t]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
            start = number
            while number < len(lines) and not closing.match(lines[number]):
                number += 1
            number += number < len(lines)
            yield Fence(start, fence["info"].strip(), "\n".join(lines[start - 1 : number]))
        elif found := DIRECTIVE.match(line):
            yield Directive(number, found["indent"], found["kind"], found["argument"])
        else:
            yield line


def problem_of(directive: Directive, page: str, records: Record) -> Problem | None:
    """What is wrong with a directive on `page` (a name such as methods/from_numpy), or None."""
    file = f"docs/{page}.md"
    if directive.kind not in KINDS:
        expected = f"one of the directives {', '.join(KINDS)}"
        fix = nearest(directive.kind, KINDS).replace("python -m snippets list", "CONTRIBUTING.md")
        return Problem(file, directive.line, expected, f"unknown directive {directive.kind!r}", fix)
    if directive.kind in CUT:
        try:
            if directive.kind in VERSIONS:  # which take long to make
                check_version(directive.kind, directive.argument, records)
            else:
                cut_text(directive.kind, directive.argument, records, "html")
        except Unknown as error:
            expected = f"what `::: {directive.kind}` can show"
            return Problem(file, directive.line, expected, str(error), "correct the line")
        return None
    if directive.kind == "fact":
        return _fact_problem(file, directive.line, directive.argument, records)
    if directive.kind == "facts":
        if facts_of(directive.argument, records):
            return None
        pages = {fact.page for fact in records.facts.values()}
        expected = "a page that has facts, snippets/facts/PAGE.py"
        found = f"{directive.argument!r} has none"
        return Problem(file, directive.line, expected, found, nearest(directive.argument, pages))
    if directive.kind == "elsewhere":
        if f"elsewhere/{directive.argument}" in records.elsewhere:
            return None
        known = [name.partition("/")[2] for name in records.elsewhere]
        found = f"unknown script {directive.argument!r}"
        fix = nearest(directive.argument, known)
        return Problem(file, directive.line, f"the name of a script under {FOLDER}/", found, fix)
    if directive.argument not in records.examples:
        expected = "the name of a script under snippets/examples/"
        found = f"unknown example {directive.argument!r}"
        return Problem(file, directive.line, expected, found, nearest(directive.argument, records.examples))
    return None


def cut_text(kind: str, argument: str, records: Record, target: Target) -> str:
    """What `::: KIND ARGUMENT` cuts out of the record, as Markdown; its links begin at docs/. Raises Unknown."""
    if kind == "api":
        return api_text(argument, records)
    if kind == "performance":
        return performance_text(argument, records.performance, target)
    if kind in TABLES:
        return table_of(kind, argument, records.matrix)
    return version_text(kind, argument, records, html_other if target == "html" else markdown_other)


def _fact_problem(file: str, line: int, name: str, records: Record) -> Problem | None:
    if name in records.facts:
        return None
    expected = "the name of a function under snippets/facts/: PAGE#NAME"
    return Problem(file, line, expected, f"unknown fact {name!r}", nearest(name, records.facts))


def inline_facts(markdown: str) -> list[tuple[int, str]]:
    """The facts in the paragraphs of a page, as (line, name); lines count from 1."""
    found, line = [], 0
    for part in parts(markdown):
        if isinstance(part, str):
            line += 1
            found += [(line, one["name"]) for one in INLINE_FACT.finditer(part)]
        else:
            line += part.text.count("\n") + 1 if isinstance(part, Fence) else 1
    return found


def facts_of(page: str, records: Record) -> list[str]:
    """The names of all facts of `page`, in the order of their module."""
    return [name for name, fact in records.facts.items() if fact.page == page]


def facts_on(markdown: str, records: Record) -> dict[str, int]:
    """{fact: line}: every fact that a page shows, in a paragraph, as a block or in a list; those it cannot know too."""
    shown = {name: line for line, name in reversed(inline_facts(markdown))}
    directives = [part for part in parts(markdown) if isinstance(part, Directive)]
    shown |= {part.argument: part.line for part in directives if part.kind == "fact"}
    for part in directives:
        if part.kind == "facts":
            shown = {name: part.line for name in facts_of(part.argument, records) if name not in shown} | shown
    return shown


def expand(
    markdown: str,
    page: str,
    records: Record,
    target: Target,
    on_problem: Callable[[Problem], str] | None = None,
) -> str:
    """`markdown`, the source of `page`, with each directive replaced by what it names.

    For "html", an example becomes one line of HTML, so that no later step sees its lines. For
    "markdown" it becomes fences. The page's last paragraph names the versions and the platform.
    A directive that names nothing is given to `on_problem`, which returns what stands in its place;
    without it, raises Problem.
    """
    render = html_example if target == "html" else markdown_example
    render_fact = html_fact if target == "html" else markdown_fact
    placed = {name for _, name in inline_facts(markdown)}
    placed |= {part.argument for part in parts(markdown) if isinstance(part, Directive) and part.kind == "fact"}
    proofs: dict[str, Fact] = {}

    def give(problem: Problem) -> str:
        if on_problem is None:
            raise problem
        return on_problem(problem)

    def inline(line: int, found: re.Match[str]) -> str:
        if problem := _fact_problem(f"docs/{page}.md", line, found["name"], records):
            return give(problem)
        fact = records.facts[found["name"]]
        proofs[fact.name] = fact
        return inline_fact(fact, records) if target == "html" else fact.sentence + releases_of(fact, records)

    def prose(text: str, line: int) -> str:
        text = INLINE_FACT.sub(partial(inline, line), text)
        return text if target == "html" else twin_links(ABSENT.sub(r"`\g<code>` (does not exist)", text), page)

    done, line = list[str](), 0
    for part in parts(markdown):
        line += part.text.count("\n") + 1 if isinstance(part, Fence) else 1
        if isinstance(part, str):
            done.append(prose(part, line))
        elif isinstance(part, Fence):
            done.append(part.text)
        elif problem := problem_of(part, page, records):
            done.append(part.indent + give(problem))
        else:
            if part.kind in CUT:
                shown = cut_text(part.kind, part.argument, records, target)
                if part.kind in VERSIONS and target == "html":
                    shown = TO_PLACE.sub(partial(_to_place, page), shown)
                text = prose(FROM_DOCS.sub(partial(_from_page, page), shown), line)
            elif part.kind == "elsewhere":
                show_elsewhere = html_elsewhere if target == "html" else markdown_elsewhere
                text = show_elsewhere(records.elsewhere[f"elsewhere/{part.argument}"])
            elif part.kind == "fact":
                text = render_fact(records.facts[part.argument], records)
            elif part.kind == "facts":
                listed = [name for name in facts_of(part.argument, records) if name not in placed]
                text = "\n\n".join(render_fact(records.facts[name], records) for name in listed)
            else:
                text = render(records.examples[part.argument], records, page)
            done.append("\n".join(part.indent + line if line else line for line in text.split("\n")))
    if proofs:
        done += [
            "",
            "## Proofs",
            *("\n" + (html_proof if target == "html" else markdown_fact)(one, records) for one in proofs.values()),
        ]
    foot = html_foot if target == "html" else markdown_foot
    return "\n".join(done).rstrip("\n") + f"\n\n{foot(records, names_on(markdown, records))}\n"


def _from_page(page: str, link: re.Match[str]) -> str:
    return posixpath.relpath(link["path"], posixpath.dirname(f"/{page}"))


def _to_place(page: str, link: re.Match[str]) -> str:
    path = posixpath.relpath(f"/{folder(link['path'].removeprefix('/'))}", f"/{folder(page)}")
    return f'<a href="{path}/#{link["anchor"]}">{link["text"]}</a>'


def fact_id(name: str) -> str:
    """The id of a fact's element: no name in it needs to be quoted in an address."""
    return "fact-" + re.sub(r"\W+", "-", name)


def html_sentence(fact: Fact) -> str:
    """The sentence as HTML."""
    return CODE.sub(r"<code>\1</code>", html.escape(fact.sentence, quote=False))


def releases_of(fact: Fact, records: Record) -> str:
    """What has to be said beside a sentence that does not hold with other releases: since when, and until when."""
    span = run_span(fact.name, records)
    said = [f"Since {span.since}."] if span.since else []
    said += [f"Not so since {span.changed}."] if span.changed else []
    return f" ({' '.join(said)})" if said else ""


def html_fact(fact: Fact, records: Record) -> str:
    """The published contract's `.fact`: the sentence, which opens to its proof; on one line."""
    return _opens(fact, f'class="fact" id="{fact_id(fact.name)}" data-fact="{fact.name}"', "fact-sentence", records)


def html_proof(fact: Fact, records: Record) -> str:
    """What `data-proof` of a fact in a paragraph names: its proof under its sentence, on one line."""
    return _opens(fact, f'class="proof" id="{fact_id(fact.name)}"', "proof-of", records)


def _opens(fact: Fact, attributes: str, kind: str, records: Record) -> str:
    proof = html_code(fact.program, f"Proof of {fact.name.partition('#')[2]}")
    return one_line(
        f'<div {attributes}><details><summary><span class="{kind}">{html_sentence(fact)}</span>'
        f"{releases_of(fact, records)}"
        f' <span class="fact-mark" title="Proof">✓</span></summary>'
        f'<div class="highlight" data-search-exclude>{proof}</div></details></div>'
    )


def inline_fact(fact: Fact, records: Record) -> str:
    """A fact in a paragraph: the sentence and a mark that leads to the proof; its Markdown is left to the page's."""
    leads, leaf = fact_id(fact.name), fact.name.partition("#")[2]
    return (
        f'<span class="fact" data-fact="{fact.name}" data-proof="{leads}">'
        f'<span class="fact-sentence">{fact.sentence}</span>{releases_of(fact, records)} '
        f'<a class="fact-mark" href="#{leads}" title="Proof" aria-label="Proof of {leaf}">✓</a></span>'
    )


def markdown_fact(fact: Fact, records: Record) -> str:
    """The sentence as a list's entry, and its proof as a fence that pytest-codeblocks does not run."""
    return f"- {fact.sentence}{releases_of(fact, records)}\n\n{fence('python fact', fact.program)}"


def folder(page: str) -> str:
    """The folder of the built site that `page` is in, relative to the site."""
    return "" if page == "index" else page


def twin_links(markdown: str, page: str) -> str:
    """`markdown`, the source of `page`, with links to other sources made links to their Markdown copies."""

    def twin(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link["path"]))
        path = posixpath.relpath(f"/{folder(target)}", f"/{folder(page)}")
        return posixpath.join(path, "index.md").removeprefix("./") + (link["anchor"] or "")

    return LINK.sub(twin, markdown)


def names_on(markdown: str, records: Record) -> list[str]:
    """The examples, facts, scripts for other machines and pairs that a page shows."""
    directives = [part for part in parts(markdown) if isinstance(part, Directive)]
    shown = [part.argument for part in directives if part.kind == "example"]
    elsewhere = [f"elsewhere/{part.argument}" for part in directives if part.kind == "elsewhere"]
    pairs = [part.argument for part in directives if part.kind == "pair"]
    every = dict.fromkeys((*shown, *facts_on(markdown, records), *elsewhere, *pairs))
    known = {*records.examples, *records.facts, *records.elsewhere, *(one.leaf for one in records.pairs)}
    return [name for name in every if name in known]


def recorded_on(records: Record, names: Collection[str] = ()) -> str:
    """The sentences at the end of a page that shows `names`: the pinned pair, and the newest that they were run on."""
    environment = records.environment
    if pair := next((one for one in records.pairs if one.leaf in names), None):
        where = pair.environment
        return (
            f"What this page shows was recorded with {words_of(pair)} on Python {where.python}, {where.platform}, "
            f"{pair.measured}."
        )
    here = [name for name in names if name not in records.elsewhere]
    but = ", but where another machine is named," if len(here) < len(names) else ""
    said = (
        f"Every output on this page{but} was recorded with torch {environment.torch} and NumPy {environment.numpy} "
        f"on Python {environment.python}, {environment.platform}{f', {records.recorded}' if records.recorded else ''}."
    )
    if not records.pairs:
        return said
    newest = records.pairs[0]
    new = sum(not is_known(name, newest, records) for name in here)
    if here and new == len(here):
        return f"{said} Nothing on it was run with {words_of(newest)} yet."
    some = f" all but {new} of its {len(here)} examples and facts" if new else " all of it"
    return f"{said} With {words_of(newest)},{some} ran on {newest.measured}; what differs stands beside it."


def words_of(pair: Pair) -> str:
    """A pair as a sentence names it."""
    return f"torch {pair.environment.torch} and NumPy {pair.environment.numpy}"


def html_foot(records: Record, names: Collection[str] = ()) -> str:
    """The versions and the platform, as HTML."""
    return f'<div class="recorded-on" data-search-exclude>{html.escape(recorded_on(records, names))}</div>'


def markdown_foot(records: Record, names: Collection[str] = ()) -> str:
    """The versions and the platform, as Markdown."""
    return f"*{recorded_on(records, names)}*"


def other_output(example: Example, records: Record) -> tuple[Pair, Ended] | None:
    """What the newest pair gives for an example, if that differs."""
    working = [pair for pair in records.pairs if not pair.broken]
    newest = working[0] if working and age(working[0].environment) > age(records.environment) else None
    return (newest, newest.runs[example.name]) if newest and example.name in newest.runs else None


def other_releases(example: Example, records: Record, page: str, leaf: str) -> str:
    """One line on the other pairs with which an example gives something else, with links; "" where there are none.

    `leaf` ends the address of a page: "" in HTML, index.md in the Markdown copies.
    """
    span, newest = run_span(example.name, records), other_output(example, records)
    said = []
    if span.changed and not newest:
        said.append(f"since {span.changed}")
    if span.before:
        path = posixpath.relpath(f"/{PAIR_PAGES}/{span.before.leaf}", f"/{folder(page)}")
        said.append(f"[before {span.since}]({path}/{leaf}#{example.name})")
    return f"This script gives something else {' and '.join(said)}." if said else ""


def html_example(example: Example, records: Record, page: str) -> str:
    """The published contract's `.example`, on one line."""
    pieces = [
        f'<div class="example" id="{example.name}" data-example="{example.name}" data-exit="{example.ending.exit}">',
        _html_run(example),
    ]
    if other := other_output(example, records):
        pieces.append(html_other(*other))
    if said := other_releases(example, records, page, ""):
        linked = LINKED.sub(r'<a href="\g<path>">\g<text></a>', html.escape(said))
        pieces.append(f'<p class="other-releases" data-search-exclude>{linked}</p>')
    return one_line("".join([*pieces, "</div>"]))


def _html_run(example: Example) -> str:
    """A script and what it printed, as HTML."""
    leaf = example.name.rpartition("/")[2]
    script = f'<div class="highlight">{html_code(example.script, f"{leaf}.py")}</div>'
    if example.stale:
        return script + problem_box(example.stale)
    if not example.output:
        return script
    kind = "output warns no-copy" if warns(example) else "output no-copy"
    label = _label(example.ending.exit, example.output)
    shown = block(html.escape(example.output), f"Output of {leaf}.py")
    return f'{script}<div class="{kind}"><p class="output-label">{label}</p>{shown}</div>'


def where_said(example: Example) -> str:
    """The sentences beside a script that needs another machine."""
    need = f"It needs {NEEDS[need_of(example.name)]}"
    if not example.where:
        return f"{need}: it was not run yet."
    return f"{need}: recorded on {example.where}. The tests of this site do not run it."


def html_elsewhere(example: Example) -> str:
    """A script that needs another machine, what it gave there, and where that was, on one line.

    It is no `.example`: of what such an element shows, everybody can see that it is so.
    """
    needs, ends = need_of(example.name), example.ending.exit
    return one_line(
        f'<div class="elsewhere" id="{example.name}" data-needs="{needs}" data-exit="{ends}">{_html_run(example)}'
        f'<p class="other-releases" data-search-exclude>{html.escape(where_said(example))}</p></div>'
    )


def markdown_elsewhere(example: Example) -> str:
    """The same as fences that pytest-codeblocks does not run."""
    done = [fence("python elsewhere", example.script)]
    if example.stale:
        done.append(fence("text stale", example.stale))
    elif example.output:
        done.append(fence("text elsewhere", example.output))
    return "\n\n".join([*done, where_said(example)])


def html_other(pair: Pair, ended: Ended) -> str:
    """What an example gives with another pair, as HTML."""
    label, shown = _label_with(pair, ended), html.escape(ended.output or "(nothing)")
    # No code element: an example has one for its script and one for its output, as other programs know.
    return one_line(
        f'<div class="other-output no-copy" data-pair="{pair.name}"><p class="output-label">{label}</p>'
        f'<pre tabindex="0" role="group" aria-label="Output with {words_of(pair)}">{shown}</pre></div>'
    )


@lru_cache(maxsize=4096)  # `mkdocs serve` shows the same again and again
def html_code(code: str, label: str) -> str:
    """Python, highlighted, to the byte."""
    colored = highlight(code, LEXER, FORMATTER)
    # The formatter ends with a newline even where the code does not.
    colored = colored if code.endswith("\n") else colored.removesuffix("\n")
    return block(colored, label)


def block(code: str, label: str) -> str:
    """`code`, which is HTML, as a block; focusable and named, because what overflows must be reachable by keyboard."""
    return f'<pre tabindex="0" role="group" aria-label="{label}"><code>{code}</code></pre>'


def problem_box(problem: Problem | str) -> str:
    """A problem as HTML, on one line."""
    return one_line(f'<div class="problem" role="alert"><pre>{html.escape(str(problem))}</pre></div>')


def one_line(markup: str) -> str:
    """HTML without newlines and tabs of its own: as character references no later step can change them."""
    return markup.replace("\n", "&#10;").replace("\t", "&#9;")


def warns(example: Example) -> bool:
    """Whether a script that runs to its end shows a Python warning."""
    return example.ending.exit == "0" and WARNS.search(example.output) is not None


def _label(ending: str, output: str) -> str:
    if ending == "0":
        return "Output, with a warning" if WARNS.search(output) else "Output"
    if ending == "error":
        return "Output, ends with an error"
    if ending == "timeout":
        return "Output, never ends"
    if ending.startswith("exit-"):
        return f"Output, exit status {ending.removeprefix('exit-')}"
    return f"Output, the interpreter crashes ({ending})"


def markdown_example(example: Example, records: Record, page: str) -> str:
    """The script and its output as fences; a plain one's output is marked so that pytest-codeblocks compares it.

    Any other gets a word after `python`, which keeps pytest-codeblocks from running it.
    """
    plain = is_plain(example)
    done = [fence("python" if plain else f"python {example.ending.exit}", example.script)]
    if example.stale:
        done.append(fence("text stale", example.stale))
    elif example.output:
        if plain:
            done.append("<!--pytest-codeblocks:expected-output-->")
        done.append(fence("text", example.output))
    if other := other_output(example, records):
        done.append(markdown_other(*other))
    if said := other_releases(example, records, page, "index.md"):
        done.append(said)
    return "\n\n".join(done)


def is_plain(example: Example) -> bool:
    """Whether pytest-codeblocks can run it: it compares standard output only, and its `__name__` is not "__main__"."""
    return (
        not example.stale and example.ending.exit == "0" and not warns(example) and '"__main__"' not in example.script
    )


def _label_with(pair: Pair, ended: Ended) -> str:
    return _label(ended.exit, ended.output).replace("Output", f"Output with {words_of(pair)}", 1)


def markdown_other(pair: Pair, ended: Ended) -> str:
    """What an example gives with another pair, as a fence that pytest-codeblocks does not compare."""
    return f"{_label_with(pair, ended)}\n\n{fence('text other', ended.output)}"


def fence(info: str, text: str) -> str:
    """A fence that holds `text` to the byte; a missing newline at its end is told in the info string."""
    marks = "`" * max(3, 1 + max(map(len, re.findall(r"`+", text)), default=0))
    if not text.endswith("\n"):
        info, text = f"{info} {NO_NEWLINE}", f"{text}\n"
    return f"{marks}{info}\n{text}{marks}"
