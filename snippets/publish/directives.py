"""Directives become what was recorded; DIRECTIVES alone knows their kinds. Pure: reads no file and runs nothing.

::: example methods/from_numpy/share        the script, then its output
::: fact methods/from_numpy#shares_memory   one sentence with its proof
::: facts methods/from_numpy                all of a page's facts, but those that this page has elsewhere
[](fact:methods/from_numpy#shares_memory)   the sentence, in a paragraph; its proof stands at the end of the page
::: elsewhere cuda/guides/devices/pinned    a script that needs another machine, and what it gave there
::: calls, glance, matrix, dtypes, …        tables: see tables, glance, releases, api, performance
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from snippets.problem import Problem, nearest
from snippets.publish import api, blocks, errors, glance, performance, releases, tables
from snippets.publish.links import at_page, twin_links
from snippets.publish.markup import Target
from snippets.publish.page import INLINE_FACT, Directive, Fence, Page, Part
from snippets.publish.rows import Unknown, grouped
from snippets.store.record import Record

ABSENT = re.compile(r"`(?P<code>[^`\n]+)`\{\.absent\}")
Report = Callable[[Problem], str]
Check = Callable[[str, Record], object]
Names = Callable[[str, Record, Page], Iterable[str]]


def _nothing(*_: object) -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Kind:
    """A kind of directive.

    `render` gives what stands in its place on a page; `check` raises Unknown where its argument names nothing.
    `measured`: what it shows is what a run gave, which proves the sentence above it. `called` is what it may be once a
    page; `names` are the names of the examples, facts and releases that it shows.
    """

    render: Callable[[str, Record, Page, Target], str]
    check: Check = _nothing
    measured: bool = True
    called: str = "a table"
    names: Names = _nothing


def _itself(name: str, records: Record, page: Page) -> Iterable[str]:
    return [name]


def _elsewhere(name: str, records: Record, page: Page) -> Iterable[str]:
    return [f"elsewhere/{name}"]


def _recorded(expected: str, found: str, known: Callable[[Record], Iterable[str]]) -> Check:
    """A check that what a directive names is `known`."""

    def check(argument: str, records: Record) -> None:
        names = list(known(records))
        if argument not in names:
            raise Unknown(found.format(argument), expected, nearest(argument, names))

    return check


def _facts(argument: str, records: Record, page: Page) -> Iterable[str]:
    """The facts of the page `argument` that `page` has nowhere else, in the order of their module."""
    placed = {fact.argument for fact in (*page.facts, *page.directives) if fact.kind == "fact"}
    return [name for name, fact in records.facts.items() if fact.page == argument and name not in placed]


def _show_facts(argument: str, records: Record, page: Page, target: Target) -> str:
    names = _facts(argument, records, page)
    return "\n\n".join(blocks.fact_block(name, records, page, target) for name in names)


def _table(
    show: Callable[[str, Record, Target], str],
    check: Callable[[str, Record], object] = _nothing,
    names: Names = _nothing,
) -> Kind:
    """A table, whose links begin at docs/."""

    def render(argument: str, records: Record, page: Page, target: Target) -> str:
        text = at_page(show(argument, records, target), page.name, target == "html")
        return text if target == "html" else as_copy(text, page)

    return Kind(render, check, names=names)


def _cut(show: Callable[[str, Record], str], check: Callable[[str, Record], object]) -> Kind:
    """A table cut out of the matrix."""
    return _table(lambda name, records, _: show(name, records), check)


SCRIPT, ELSEWHERE = "the name of a script under snippets/examples/", "the name of a script under snippets/elsewhere/"
FACT, FACTS = "the name of a function under snippets/facts/: PAGE#NAME", "a page that has facts, snippets/facts/PAGE.py"
IN_EXAMPLES = _recorded(SCRIPT, "unknown example {!r}", lambda records: records.examples)
IN_ELSEWHERE = _recorded(ELSEWHERE, "unknown script {!r}", blocks.scripts_elsewhere)
IN_FACTS = _recorded(FACT, "unknown fact {!r}", lambda records: records.facts)
HAS_FACTS = _recorded(FACTS, "{!r} has none", lambda records: {fact.page for fact in records.facts.values()})

DIRECTIVES: dict[str, Kind] = {
    "example": Kind(blocks.example_block, IN_EXAMPLES, called="an example", names=_itself),
    "elsewhere": Kind(blocks.elsewhere_block, IN_ELSEWHERE, called="a script", names=_elsewhere),
    "fact": Kind(blocks.fact_block, IN_FACTS, measured=False, called="a fact", names=_itself),
    "facts": Kind(_show_facts, HAS_FACTS, measured=False, called="a list of facts", names=_facts),
    "calls": _cut(tables.calls, tables.cells_named),
    "cures": _cut(errors.cures, errors.messages_named),
    "dtypes": _cut(tables.dtype_map, tables.mapped),
    "errors": _cut(errors.errors, errors.direction_named),
    "glance": _cut(glance.glance_and_where, glance.methods_of),
    "matrix": _cut(tables.cut, tables.cells_of),
    "pairs": _table(lambda _, records, target: releases.releases_table(records)),
    "timeline": _table(lambda _, records, target: releases.timeline(records)),
    "platforms": _table(lambda _, records, target: releases.platforms_table(records)),
    "pair": _table(releases.release_page, releases.release_named, _itself),
    "api": _table(lambda side, records, target: api.api_text(side, records), api.side_named),
    "performance": _table(performance.performance_text, performance.part_named),
}


def problem_of(directive: Directive, page: Page, records: Record) -> Problem | None:
    """What is wrong with a directive of `page`, or None."""
    kind = DIRECTIVES.get(directive.kind)
    if kind is None:
        expected = f"one of the directives {', '.join(DIRECTIVES)}"
        fix = nearest(directive.kind, DIRECTIVES, "CONTRIBUTING.md shows every name")
        return Problem(page.file, directive.line, expected, f"unknown directive {directive.kind!r}", fix)
    try:
        kind.check(directive.argument, records)
    except Unknown as unknown:
        expected = unknown.expected or f"what `::: {directive.kind}` can show"
        return Problem(page.file, directive.line, expected, str(unknown), unknown.fix)
    return None


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


def expand(page: Page, records: Record, target: Target, on_problem: Report | None = None) -> str:
    """The page below its front matter, with each directive replaced by what it names.

    For "html", an example becomes one line of HTML, so that no later step sees its lines. For "markdown" it becomes
    fences. The page's last paragraph names the versions and the platform. A directive that names nothing is given to
    `on_problem`, which returns what stands in its place; without it, raises Problem.
    """
    report = on_problem or _refuse
    shown = [_shown(part, page, records, target, report) for part in page.parts]
    if proofs := dict.fromkeys(fact.argument for fact in page.facts if fact.argument in records.facts):
        shown += ["", "## Proofs"]
        shown += ["\n" + blocks.fact_block(name, records, page, target, "proof") for name in proofs]
    foot = blocks.foot(records, target, names_on(page, records))
    return "\n".join(shown).rstrip("\n") + f"\n\n{foot}\n"


def _refuse(problem: Problem) -> str:
    raise problem


def _shown(part: Part, page: Page, records: Record, target: Target, report: Report) -> str:
    """One part of a page, expanded."""
    if isinstance(part, Fence):
        return part.text
    if isinstance(part, Directive):
        if problem := problem_of(part, page, records):
            return part.indent + report(problem)
        text = DIRECTIVES[part.kind].render(part.argument, records, page, target)
        return "\n".join(part.indent + line if line else line for line in text.split("\n"))

    def fact(found: re.Match[str]) -> str:
        if problem := problem_of(Directive(part.line, "", "fact", found["name"]), page, records):
            return report(problem)
        return blocks.fact_block(found["name"], records, page, target, "inline_fact")

    text = INLINE_FACT.sub(fact, part.text)
    return text if target == "html" else as_copy(text, page)


def as_copy(markdown: str, page: Page) -> str:
    """`markdown` as a copy has it: links lead to copies, and what does not exist is said to be so."""
    return twin_links(ABSENT.sub(r"`\g<code>` (does not exist)", markdown), page.name)
