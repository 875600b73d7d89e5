"""What other releases do otherwise, as Markdown. Pure: every line was measured, with the release that it names.

A release is a version of torch with one of NumPy; the pages show the pinned one.

::: pairs                              every release that was tried: whether it works, how much differs, what to install
::: timeline                           what changed from each release to the next, the newest first
::: platforms                          where else the pinned release was measured
::: pair torch-2.15.0-numpy-2.5.5      all that is otherwise with one release than on the pages
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

from snippets.matrix.axes import METHOD_NAMED
from snippets.publish.blocks import WARNS, other_output
from snippets.publish.links import fact_id
from snippets.publish.markup import Target, code, render
from snippets.publish.rows import first_few, grouped, named, opens, table
from snippets.publish.spans import word
from snippets.publish.tables import DTYPE, LAYOUT, METHOD, page_of
from snippets.publish.titles import title_of
from snippets.store.differences import BEHAVIOR, Compared, behavior
from snippets.store.elsewhere import NEEDS, need_of
from snippets.store.failures import Failure, failure
from snippets.store.record import Record
from snippets.store.releases import age, step
from snippets.store.types import Ended, Environment, Key, Matrix, Result

ERROR = re.compile(r"^(\w+(?:Error|Exception|Warning))\b", re.MULTILINE)
SEEN = "what_you_see"  # the script that has nothing but what a page is on
MOST = 24  # rows of one table of cells: a reader looks for what concerns many
# Where readers are and this project's machines are not, as Python names system and processor.
ELSEWHERE = ("Windows AMD64", "Darwin arm64", "Linux aarch64")
Cells = Mapping[Key, tuple[Result, Result]]  # what is otherwise: before and after


@dataclass(frozen=True)
class Change:
    """What is otherwise from one release to the next: examples, facts, and cells.

    `begin` are the facts whose proofs fail with the older release, `end` those whose fail with the newer, with what is
    so there.
    """

    older: Environment
    newer: Environment
    examples: Sequence[str]
    begin: Mapping[str, str]
    end: Mapping[str, str]
    cells: Cells

    @property
    def release(self) -> str:
        """What is new: "torch 2.14.1"."""
        return step(self.newer, self.older)


def _newest_first(records: Record) -> list[Compared]:
    """All releases, the pinned one among them, with which nothing is otherwise."""
    pinned = Compared(**vars(records.pinned), known=frozenset({*records.examples, *records.facts}))
    return sorted([*records.releases, pinned], key=lambda release: age(release.environment), reverse=True)


@lru_cache(maxsize=2)  # a record is known by its identity
def changes(records: Record) -> Sequence[Change]:
    """What changed from each working release to the next newer one, the pinned one among them; the newest first."""
    working = [release for release in _newest_first(records) if not release.broken]
    return [_change(older, newer, records) for newer, older in pairwise(working)]


def _change(older: Compared, newer: Compared, records: Record) -> Change:
    names = sorted({*older.changed, *newer.changed} & older.known & newer.known)
    keys = {*older.cells, *newer.cells} & older.matrix.cells.keys() & newer.matrix.cells.keys()
    pinned = {key: result for key, result in records.matrix.cells.items() if key in keys}
    both = {key: (older.cells.get(key, result), newer.cells.get(key, result)) for key, result in pinned.items()}
    before, after = failures(older, records), failures(newer, records)
    return Change(
        older.environment,
        newer.environment,
        [name for name in names if name in records.examples and older.changed.get(name) != newer.changed.get(name)],
        {name: before[name].there for name in names if name in before and name not in newer.changed},
        {name: after[name].there for name in names if name in after and name not in older.changed},
        {key: (was, now) for key, (was, now) in both.items() if behavior(was) != behavior(now)},
    )


def failures(release: Compared, records: Record) -> dict[str, Failure]:
    """{fact whose proof fails with `release`: why}."""
    found = {name: failure(ended) for name, ended in release.changed.items() if name in records.facts}
    return {name: failed for name, failed in found.items() if failed}


def told(failed: Mapping[str, Failure], claims: bool) -> dict[str, str]:
    """{fact: what is so there}, of those whose claim fails, or of all others."""
    return {name: reason.there for name, reason in failed.items() if (reason.kind == "claim") == claims}


def other_cells(release: Compared, pinned: Matrix) -> Cells:
    """The cells that are otherwise with `release`: pinned, and there."""
    return {key: (pinned.cells[key], result) for key, result in release.cells.items()}


def releases_table(_: str, records: Record) -> str:
    """Every release that was tried, the newest first: whether it works, what is otherwise, and what to do."""
    return _filled("releases", records, releases=_newest_first(records))


def instead(release: Compared, records: Record) -> str:
    """What to install in place of a release that does not work: the nearest that do, with one of its two versions."""
    torch, numpy = age(release.environment)
    working = [other.environment for other in _newest_first(records) if not other.broken]
    same = [other.numpy for other in working if other.torch == release.environment.torch]
    newer = [other.torch for other in working if age(other)[0] > torch and age(other)[1] >= numpy]
    calls = [f"`pip install numpy=={same[0]}`"] if same else []
    calls += [f"`pip install torch=={newer[-1]}`"] if newer else []
    return f"Run {', or '.join(calls)}." if calls else ""


def platforms_table(_: str, records: Record) -> str:
    """Where the pinned release was measured, and what is otherwise there; "not run" where nobody has."""
    measured = {release.environment.platform: release for release in records.platforms}
    scripts = grouped((NEEDS[need_of(name)], script.where) for name, script in records.elsewhere.items())
    return _filled("platforms", records, platforms={**dict.fromkeys(ELSEWHERE), **measured}, scripts=scripts)


def timeline(_: str, records: Record, target: Target) -> str:
    """What changed from each release to the next, the newest first: lines that open, and in a copy all of it."""
    return _filled("timeline", records, changes=changes(records), opens=target == "html")


def release_page(leaf: str, records: Record, target: Target) -> str:
    """All that is otherwise with one release: outputs, facts that do not hold, cells, and messages in other words."""
    release = named(leaf, {release.leaf: release for release in records.releases}, "pair")
    changed = sorted(release.changed.items())
    outputs = {name: other_output(release, ended, target) for name, ended in changed if name in records.examples}
    # Where more lines follow, the first may be the same.
    worded = {code(text): code(now) for text, now in release.wording.items() if code(text) != code(now)}
    failed, heads = failures(release, records), {"Not so here": True, "Otherwise here": False}
    facts = {head: some for head, claims in heads.items() if (some := told(failed, claims))}
    cells = other_cells(release, records.matrix)
    titles = {name: f"{_called(name)} ({_became(release.changed[name])})" for name in outputs}
    shown = {"facts": facts, "outputs": outputs, "cells": cells, "worded": worded, "titles": titles}
    return _filled("release", records, release=release, opens=partial(opens, target=target), table=table, **shown)


def _called(name: str) -> str:
    """An example in words: the title of its page, and what it is on."""
    page, _, leaf = name.rpartition("/")
    return title_of(page) if leaf == SEEN else f"{title_of(page)}: {leaf.replace('_', ' ')}"


def _became(ended: Ended) -> str:
    """How an example ended, or that its output is another one, in a word or two."""
    if ended.exit == "error" and (raised := ERROR.findall(ended.output)):
        return str(raised[-1])
    if ended.exit != "0":
        return "ends otherwise"
    return "with a warning" if WARNS.search(ended.output) else "another output"


def _filled(template: str, records: Record, **values: object) -> str:
    """A template of releases, with what it may ask for."""
    bound = {"links": partial(_links, records), "cells_table": partial(_cells_table, records.matrix)}
    helpers = {"instead": instead, "other_cells": other_cells, "step": step, "place": partial(_place, records)}
    return render("markdown", template, records=records, **bound, **helpers, **values)


def _links(records: Record, name: str) -> str:
    """A fact with a link to its proof, or a link to an example."""
    if fact := records.facts.get(name):
        return f"{fact.sentence.removesuffix('.')}: [proof](/{fact.page}.md#{fact_id(name)})"
    return f"[{_called(name)}]({_place(records, name)})"


def _place(records: Record, name: str) -> str:
    """The address of an example."""
    return f"/{records.examples[name].page}.md#{name}"


def _cells_table(matrix: Matrix, cells: Cells, before: str, after: str) -> str:
    """A row for the cells that change alike, those of most cells first."""
    alike = sorted(_alike(cells, matrix).items(), key=lambda row: -sum(map(len, row[1])))
    rows = [[first_few([_call(key) for key, *_ in calls]), *row] for row, calls in alike[:MOST]]
    rest = sum(len(keys) for _, calls in alike[MOST:] for keys in calls)
    below = f"{len(alike) - MOST} more rows, of {rest:,} cells, are in [versions.json](/reference/data.md)."
    return table(["call", "dtypes", "layouts", before, after], rows) + (f"\n\n{below}" if rest else "")


def _alike(cells: Cells, matrix: Matrix) -> Mapping[tuple[str, str, str, str], Sequence[Sequence[Key]]]:
    """{(dtypes, layouts, before, after): the cells of each call}: those that change alike are one row."""
    every = _by_method(matrix)
    by_words = grouped(((key[METHOD], *_words(*both)), key) for key, both in cells.items())
    return grouped(
        ((_names(keys, every[method], DTYPE), _names(keys, every[method], LAYOUT), before, after), keys)
        for (method, before, after), keys in by_words.items()
    )


@lru_cache(maxsize=1)  # each page of a release asks for the pinned one's, which is known by its identity
def _by_method(matrix: Matrix) -> Mapping[str, Sequence[Key]]:
    """{method: its cells}."""
    return grouped((key[METHOD], key) for key in matrix.cells)


def _words(*results: Result) -> Sequence[str]:
    """Two results in words; if these are the same, with the first field in which they differ."""
    words = [_with_exception(result) for result in results]
    if words[0] != words[1]:
        return words
    fields = zip((*BEHAVIOR, "messages"), *map(behavior, results), strict=True)
    field = next(name for name, was, now in fields if was != now)
    return [f"{word(result)}, {field} {_shown(getattr(result, field))}" for result in results]


def _with_exception(result: Result) -> str:
    kind = result.messages[-1].partition(":")[0] if result.messages else ""
    return f"{word(result)}, {kind}" if result.event in ("raises", "crashes") and kind.isidentifier() else word(result)


def _shown(value: object) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return ", ".join(text.partition(":")[0] for text in value)
    return "none" if value is None else str(value)


def _names(keys: Sequence[Key], every: Sequence[Key], axis: int) -> str:
    """The names of one axis, the first few of them; "all 3" where these are all."""
    names, count = list(dict.fromkeys(key[axis] for key in keys)), len({key[axis] for key in every})
    return f"all {count}" if len(names) == count > 1 else first_few([f"`{name}`" for name in names])


def _call(key: Key) -> str:
    method = METHOD_NAMED[key[METHOD]]
    return f"[{code(method.call)}]({page_of(method)})"
