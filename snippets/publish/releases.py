"""What other releases do otherwise, as Markdown. Pure: every line was measured, with the release that it names.

A release is a version of torch with one of NumPy; the pages show the pinned one.

::: pairs                              every release that was tried: whether it works, how much differs, what to install
::: timeline                           what changed from each release to the next, the newest first
::: platforms                          where else the pinned release was measured
::: pair torch-2.15.0-numpy-2.5.5      all that is otherwise with one release than on the pages
"""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from typing import Any

from snippets.problem import nearest
from snippets.publish.blocks import RELEASE_PAGES, other_output
from snippets.publish.links import fact_id
from snippets.publish.markup import Target, render
from snippets.publish.rows import Unknown, code, first_few, grouped, table
from snippets.publish.spans import word
from snippets.publish.tables import BY_NAME, DTYPE, LAYOUT, METHOD, direction_of, page_of
from snippets.store.differences import BEHAVIOR, Compared, behavior
from snippets.store.elsewhere import NEEDS, need_of
from snippets.store.record import Record
from snippets.store.releases import age, step
from snippets.store.types import Environment, Key, Matrix, Result

MOST = 24  # rows of one table of cells: a reader looks for what concerns many
# Where readers are and this project's machines are not, as Python names system and processor.
ELSEWHERE = ("Windows AMD64", "Darwin arm64", "Linux aarch64")
Cells = Mapping[Key, tuple[Result, Result]]  # what is otherwise: before and after


@dataclass(frozen=True)
class Change:
    """What is otherwise from one release to the next: examples, facts that hold or do not hold, and cells."""

    older: Environment
    newer: Environment
    examples: Sequence[str]
    begin: Sequence[str]
    end: Sequence[str]
    cells: Cells

    @property
    def release(self) -> str:
        """What is new: "torch 2.14.1"."""
        return step(self.newer, self.older)


def release_named(leaf: str, records: Record) -> Compared:
    """The release whose page is called `leaf`; raises Unknown."""
    by_leaf = {release.leaf: release for release in records.releases}
    if leaf not in by_leaf:
        raise Unknown(f"no pair {leaf!r}; {nearest(leaf, by_leaf)}")
    return by_leaf[leaf]


@lru_cache(maxsize=2)  # a record is known by its identity
def changes(records: Record) -> Sequence[Change]:
    """What changed from each working release to the next newer one, the pinned one among them; the newest first."""
    line: list[Compared | None] = [release for release in records.releases if not release.broken]
    line.insert(sum(age(release.environment) > age(records.environment) for release in line if release), None)
    return [_change(older, newer, records) for older, newer in zip(line[1:], line, strict=False)]


def _change(older: Compared | None, newer: Compared | None, records: Record) -> Change:
    """From `older` to `newer`, of which one may be the pinned release, which is None."""
    both = [release for release in (older, newer) if release]
    names = sorted({name for release in both for name in release.changed if _is_known(name, both)})
    runs = {name: [release.changed.get(name) if release else None for release in (older, newer)] for name in names}
    facts = {name: [run is None for run in runs[name]] for name in names if name in records.facts}
    differ = {key for release in both for key in release.cells if all(key in known.matrix.cells for known in both)}
    pinned = {key: result for key, result in records.matrix.cells.items() if key in differ}
    before, after = (
        {key: release.cells.get(key, result) for key, result in pinned.items()} if release else pinned
        for release in (older, newer)
    )
    return Change(
        older.environment if older else records.environment,
        newer.environment if newer else records.environment,
        [name for name in names if name in records.examples and runs[name][0] != runs[name][1]],
        [name for name, holds in facts.items() if holds == [False, True]],
        [name for name, holds in facts.items() if holds == [True, False]],
        _unlike(before, after),
    )


def _is_known(name: str, releases: Sequence[Compared]) -> bool:
    return all(name in release.known for release in releases)


def _unlike(before: Mapping[Key, Result], after: Mapping[Key, Result]) -> Cells:
    both = {key: (result, after[key]) for key, result in before.items()}
    return {key: pair for key, pair in both.items() if behavior(pair[0]) != behavior(pair[1])}


@lru_cache(maxsize=64)  # both are read once, and known by their identity
def other_cells(release: Compared, pinned: Matrix) -> Cells:
    """The cells that are otherwise with `release`: pinned, and there."""
    there = {key: result for key, result in release.cells.items() if key in pinned.cells}
    return _unlike({key: pinned.cells[key] for key in there}, there)


def releases_table(records: Record) -> str:
    """Every release that was tried, the newest first: whether it works, what is otherwise, and what to do."""
    pinned = records.environment
    rows = {age(pinned): [pinned.torch, pinned.numpy, "the pages themselves", pinned.python, records.pinned.measured]}
    for release in records.releases:
        where = release.environment
        difference = _difference(release, records)
        rows[age(where)] = [where.torch, where.numpy, difference, where.python, release.measured]
    head = ["torch", "NumPy", "differs from the pages", "Python", "measured"]
    return table([head, *(rows[key] for key in sorted(rows, reverse=True))])


def _difference(release: Compared, records: Record) -> str:
    if release.broken:
        return f"**does not work**: {code(release.broken)} {instead(release, records)}"
    examples = sum(name in records.examples for name in release.changed)
    counts = [_count(examples, "example"), _count(len(release.changed) - examples, "fact")]
    counts.append(_count(len(other_cells(release, records.matrix)), "cell"))
    return f"[{', '.join(counts)}](/{RELEASE_PAGES}/{release.leaf}.md)"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def instead(release: Compared, records: Record) -> str:
    """What to install in place of a release that does not work: the nearest that do, with one of its two versions."""
    torch, numpy = age(release.environment)
    working = [other.environment for other in records.releases if not other.broken] + [records.environment]
    same = [other for other in working if other.torch == release.environment.torch]
    newer = [other for other in working if age(other)[0] > torch and age(other)[1] >= numpy]
    calls = [f"`pip install numpy=={max(same, key=age).numpy}`"] if same else []
    calls += [f"`pip install torch=={min(newer, key=age).torch}`"] if newer else []
    return f"Run {', or '.join(calls)}." if calls else ""


def platforms_table(records: Record) -> str:
    """Where the pinned release was measured, and what is otherwise there; "not run" where nobody has."""
    rows = [["platform", "measured", "differs from the pages"]]
    rows.append([records.environment.platform, records.pinned.measured, "the pages themselves"])
    measured = {release.environment.platform: release for release in records.platforms}
    for platform in dict.fromkeys([*ELSEWHERE, *measured]):
        if release := measured.get(platform):
            examples = ", ".join(_links(records, name) for name in release.changed if name in records.examples)
            cells = f"{len(other_cells(release, records.matrix)):,} cells"
            rows.append([platform, release.measured, "; ".join(filter(None, [examples, cells]))])
        else:
            rows.append([platform, "**not run**", ""])
    for need, what in NEEDS.items():
        scripts = [script for name, script in records.elsewhere.items() if need_of(name) == need]
        ran = sorted({script.where for script in scripts if script.where})
        if scripts:
            rows.append([what, "; ".join(ran) or "**not run**", f"scripts that need it: {len(scripts)}"])
    return table(rows)


def timeline(records: Record) -> str:
    """What changed from each release to the next, the newest first."""
    helpers = {"step": step, "links": partial(_links, records), "cells_table": partial(_cells_table, records.matrix)}
    return render("markdown", "timeline", changes=changes(records), **helpers)


def release_page(leaf: str, records: Record, target: Target) -> str:
    """All that is otherwise with one release: outputs, facts that do not hold, cells, and messages in other words."""
    release = release_named(leaf, records)
    names = sorted(release.changed)
    examples = [name for name in names if name in records.examples]
    return render(
        "markdown",
        "release",
        release=release,
        pinned=records.environment,
        facts=[name for name in names if name in records.facts],
        outputs={name: other_output(release, release.changed[name], target) for name in examples},
        cells=other_cells(release, records.matrix),
        # Where more lines follow, the first may be the same.
        worded={code(text): code(now) for text, now in release.wording.items() if code(text) != code(now)},
        broken=f"{code(release.broken)}\n\n{instead(release, records)}" if release.broken else "",
        links=partial(_links, records),
        cells_table=partial(_cells_table, records.matrix),
    )


def _links(records: Record, name: str) -> str:
    """A fact with a link to its proof, or a link to an example."""
    if fact := records.facts.get(name):
        return f"{fact.sentence.removesuffix('.')}: [proof](/{fact.page}.md#{fact_id(name)})"
    return f"[{name}](/{name.rpartition('/')[0]}.md#{name})"


def _cells_table(matrix: Matrix, cells: Cells, before: str, after: str) -> str:
    """A row for the cells that change alike, those of most cells first."""
    alike = sorted(_alike(cells, matrix).items(), key=lambda row: -sum(map(len, row[1])))
    rows = [[first_few([_call(keys[0]) for keys in calls]), *row] for row, calls in alike[:MOST]]
    rest = sum(len(keys) for _, calls in alike[MOST:] for keys in calls)
    below = f"{len(alike) - MOST} more rows, of {rest:,} cells, are in [versions.json](/reference/data.md)."
    return table([["call", "dtypes", "layouts", before, after], *rows]) + (f"\n\n{below}" if rest else "")


def _alike(cells: Cells, matrix: Matrix) -> Mapping[tuple[str, str, str, str], Sequence[Sequence[Key]]]:
    """{(dtypes, layouts, before, after): the cells of each call}: those that change alike are one row."""
    methods = {key[METHOD] for key in cells}
    every = grouped((key[METHOD], key) for key in matrix.cells if key[METHOD] in methods)
    by_words = grouped(((key[METHOD], *_words(*both)), key) for key, both in cells.items())
    return grouped(
        ((_names(keys, every[method], DTYPE), _names(keys, every[method], LAYOUT), before, after), keys)
        for (method, before, after), keys in by_words.items()
    )


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
    method = BY_NAME[key[0]]
    page = "/reference/operators.md" if direction_of(key) == "operators" else page_of(method)
    return f"[{code(method.call)}]({page})"


def versions_data(records: Record, site_url: str) -> dict[str, Any]:
    """For data/versions.json: every release, what is otherwise with it, and what changed when."""
    return {
        "pairs": [
            {
                **asdict(release.environment),
                "measured": release.measured,
                "works": not release.broken,
                "message": release.broken or None,
                "page": posixpath.join(site_url, RELEASE_PAGES, release.leaf, ""),
                "examples": [
                    {"name": name, **asdict(ended)}
                    for name, ended in release.changed.items()
                    if name in records.examples
                ],
                "false_facts": [name for name in release.changed if name in records.facts],
                "cells": _cells_data(other_cells(release, records.matrix)),
                "wording": dict(release.wording),
            }
            for release in records.releases
        ],
        "changes": [
            {
                "release": change.release,
                "compared_with": step(change.older, change.newer),
                "examples": list(change.examples),
                "facts_that_begin_to_hold": list(change.begin),
                "facts_that_no_longer_hold": list(change.end),
                "cells": _cells_data(change.cells),
            }
            for change in changes(records)
        ],
    }


def _cells_data(cells: Cells) -> list[dict[str, Any]]:
    """Cells with one method, dtype, and change together."""
    rows = grouped(((key[:LAYOUT], was.outcome, now.outcome), key[LAYOUT]) for key, (was, now) in cells.items())
    return [
        {"method": method, "dtype": dtype, "layouts": layouts, "before": before, "after": after}
        for ((method, dtype), before, after), layouts in rows.items()
    ]
