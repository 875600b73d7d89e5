"""Directives become what was recorded; DIRECTIVES alone knows their kinds. Pure: reads no file and runs nothing.

::: example methods/from_numpy/share        the script, then its output
::: fact methods/from_numpy#shares_memory   one sentence with its proof
::: facts methods/from_numpy                those of a page that this page has nowhere else, folded
[](fact:methods/from_numpy#shares_memory)   the sentence, in a paragraph, whose mark opens the proof
::: picture understand/array/two_headers     an example's output as a drawing of memory: see pictures
::: elsewhere cuda/guides/devices/pinned    a script that needs another machine, and what it gave there
::: signature torch.from_numpy            a call with its arguments, as the library says them; or several
::: beside reference/promotion/casts        what both libraries print for the same, as a table: see beside
::: explorer                              where a reader picks a source, and sees what every call does to it
::: fold LINE: KIND …                   what another directive shows, behind a line that opens
::: calls, glance, matrix, dtypes, …        tables: see tables, glance, releases, api, performance
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from snippets.problem import Problem
from snippets.publish import api, beside, blocks, errors, explorer, glance, performance, pictures, releases, tables
from snippets.publish.links import at_page, to_facts, twin_links
from snippets.publish.markup import Target, render
from snippets.publish.page import INLINE_FACT, Directive, Fence, Page, Part
from snippets.publish.rows import Unknown, grouped, named, opens
from snippets.store.record import Record, kept

ABSENT = re.compile(r"`(?P<code>[^`\n]+)`\{\.absent\}")
Render = Callable[[str, Record, Page, Target], str]
Names = Callable[[str, Record, Page], Iterable[str]]


def _itself(argument: str, records: Record, page: Page) -> Iterable[str]:
    return [argument]


@dataclass(frozen=True)
class Kind:
    """A kind of directive.

    `render` gives what stands in its place on a page; it raises Unknown where its argument names nothing. `called` is
    what it shows, once a page. `measured`: that is what a run gave, which proves the sentence above it. `names` are the
    names that it shows, of which those of examples, facts, scripts and releases count.
    """

    render: Render
    called: str = "a table"
    measured: bool = True
    names: Names = _itself


def _elsewhere(argument: str, records: Record, page: Page) -> Iterable[str]:
    return [f"elsewhere/{argument}"]


def _facts(argument: str, records: Record, page: Page) -> Iterable[str]:
    """The facts of the page `argument` that `page` has nowhere else, in the order of their module."""
    placed = {fact.argument for fact in (*page.facts, *page.directives) if fact.kind == "fact"}
    return [name for name, fact in records.facts.items() if fact.page == argument and name not in placed]


def _show_facts(argument: str, records: Record, page: Page, target: Target) -> str:
    named(argument, {fact.page: fact for fact in records.facts.values()}, "page of facts")
    if not (names := _facts(argument, records, page)):
        raise Unknown(f"{page.name} has all facts of {argument} elsewhere", "remove this line")
    shown = "\n\n".join(blocks.fact_block(name, records, page, target) for name in names)
    return shown if target == "markdown" else opens("What other pages say of this, with its proofs", shown, target)


def _folded(argument: str) -> tuple[str, str, str]:
    """`::: fold LINE: KIND ARGUMENT`: the line, the kind, and its argument."""
    line, _, directive = argument.partition(": ")
    return line, *directive.partition(" ")[::2]


def _in_fold(argument: str, records: Record, page: Page) -> Iterable[str]:
    _, kind, inner = _folded(argument)
    return DIRECTIVES[kind].names(inner, records, page) if kind in DIRECTIVES else []


def _show_fold(argument: str, records: Record, page: Page, target: Target) -> str:
    line, kind, inner = _folded(argument)
    return opens(line, named(kind, DIRECTIVES, "directive").render(inner, records, page, target), target)


def _linked(show: Callable[[str, Record, Target], str]) -> Kind:
    """A table, whose links begin at docs/."""

    def render_at(argument: str, records: Record, page: Page, target: Target) -> str:
        text = at_page(show(argument, records, target), page.name, target == "html")
        return text if target == "html" else as_copy(text, page)

    return Kind(render_at)


def _table(show: Callable[[str, Record], str]) -> Kind:
    """The same, of a table that is Markdown in HTML, too."""
    return _linked(lambda argument, records, target: show(argument, records))


def _cut(show: Callable[[str, Record], str]) -> Kind:
    """A table cut out of the matrix, which no example and no fact changes."""
    return _table(kept(show))


DIRECTIVES: dict[str, Kind] = {
    "example": Kind(blocks.example_block, "a script under snippets/examples/"),
    "elsewhere": Kind(blocks.elsewhere_block, "a script under snippets/elsewhere/", names=_elsewhere),
    "picture": Kind(pictures.picture, "an example that prints buffers and headers"),
    "fact": Kind(blocks.fact_block, "a function under snippets/facts/: PAGE#NAME", measured=False),
    "fold": Kind(_show_fold, "a line, and a directive", names=_in_fold),
    "facts": Kind(_show_facts, "a page that has facts, snippets/facts/PAGE.py", measured=False, names=_facts),
    "signature": Kind(blocks.signature_block, "a call of signatures in snippets/store/names.toml", measured=False),
    "explorer": Kind(explorer.explorer_block, "the explorer", measured=False),
    "beside": Kind(beside.side_by_side, "an example that prints rows"),
    "calls": _cut(tables.calls),
    "cures": _cut(errors.cures),
    "dtypes": _cut(tables.dtype_map),
    "errors": _linked(errors.errors),
    "every": _linked(tables.every),
    "glance": _cut(glance.glance_and_where),
    "jobs": _table(tables.jobs),
    "layouts": _cut(tables.layouts),
    "matrix": _cut(tables.cut),
    "methods": _linked(tables.methods),
    "pairs": _table(releases.releases_table),
    "timeline": _linked(releases.timeline),
    "platforms": _table(releases.platforms_table),
    "pair": _linked(releases.release_page),
    "api": _linked(api.api_text),
    "performance": _linked(performance.performance_text),
    "cost": _table(performance.cost_text),
}


INLINE = partial(blocks.fact_block, template="inline_fact")


def names_on(page: Page, records: Record) -> dict[str, int]:
    """{name: line} of the examples, facts, scripts for other machines and releases that a page shows."""
    known = {*records.examples, *records.facts, *records.elsewhere, *(release.leaf for release in records.releases)}
    lines: dict[str, int] = {}
    for directive in sorted((*page.facts, *page.directives), key=lambda directive: directive.line):
        if kind := DIRECTIVES.get(directive.kind):
            for name in kind.names(directive.argument, records, page):
                lines.setdefault(name, directive.line)
    return {name: line for name, line in lines.items() if name in known}


def shown_on(pages: Mapping[str, Page], records: Record) -> dict[str, list[str]]:
    """{name: the pages that show it}, for every example, fact, script and release that a page shows."""
    return grouped((name, page.name) for page in pages.values() for name in names_on(page, records))


def expand(page: Page, records: Record, target: Target) -> tuple[str, Sequence[Problem]]:
    """The page below its front matter, with each directive replaced by what it names, and what is wrong with them.

    For "html", an example becomes one line of HTML, so that no later step sees its lines. For "markdown" it becomes
    fences. The page's last paragraph names the versions and the platform. In place of a directive that names nothing
    stands its Problem.
    """
    problems: list[Problem] = []

    def filled(directive: Directive, show: Render | None = None) -> str:
        try:
            kind = named(directive.kind, DIRECTIVES, "directive", "CONTRIBUTING.md shows every name")
            return (show or kind.render)(directive.argument, records, page, target)
        except Unknown as unknown:
            problems.append(_problem(directive, page, unknown))
            return render(target, "problem", problem=problems[-1])

    def shown(part: Part) -> str:
        if isinstance(part, Fence):
            return part.text
        if isinstance(part, Directive):
            return "\n".join(part.indent + line if line else line for line in filled(part).split("\n"))
        text = INLINE_FACT.sub(lambda link: filled(part.fact(link), INLINE), part.text)
        return to_facts(text, page.name) if target == "html" else as_copy(text, page)

    lines = [shown(part) for part in page.parts]
    if proofs := dict.fromkeys(fact.argument for fact in page.facts if fact.argument in records.facts):
        lines += ["", "## Proofs"] if target == "markdown" else []
        lines += ["\n" + blocks.fact_block(name, records, page, target, "proof") for name in proofs]
    foot = blocks.foot(records, target, names_on(page, records))
    return "\n".join(lines).rstrip("\n") + f"\n\n{foot}\n", problems


# For what a build asks for again: two for each page; a record is known by its identity.
expanded = lru_cache(maxsize=512)(expand)


def _problem(directive: Directive, page: Page, unknown: Unknown) -> Problem:
    kind, words = directive.kind, vars(unknown)
    if kind not in DIRECTIVES:
        return Problem.of(page.file, directive.line, "no_directive", known=", ".join(DIRECTIVES), **words)
    called = DIRECTIVES[kind].called
    return Problem.of(page.file, directive.line, "directive_of_nothing", kind=kind, called=called, **words)


def as_copy(markdown: str, page: Page) -> str:
    """`markdown` as a copy has it: links lead to copies, and what does not exist is said to be so."""
    return twin_links(ABSENT.sub(r"`\g<code>` (does not exist)", markdown), page.name)
