"""What other releases do otherwise, as Markdown. Pure: every line was measured, with the pair that it names.

::: pairs                              every pair that was tried: whether it works, how much differs, what to install
::: timeline                           what changed from each pair to the next, the newest first
::: platforms                          where else the pinned pair was measured
::: pair torch-2.15.0-numpy-2.5.5      all that is otherwise with one pair than on the pages
"""

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from snippets.problem import nearest
from snippets.publish.tables import BY_NAME, FEW, Unknown, code, direction_of, table, word
from snippets.recorded import Environment, Record
from snippets.recorded.cells import Key
from snippets.recorded.elsewhere import NEEDS, need_of
from snippets.recorded.matrix import Matrix, Result
from snippets.recorded.pairs import BEHAVIOR, GONE, Ended, Pair, age, behavior, is_known, known_methods, numbers, step

PAIR_PAGES = "reference/versions"
MOST = 24  # rows of one table of cells: a reader looks for what concerns many
VERSIONS = ("pairs", "timeline", "pair", "platforms")
# Where readers are and this project's machines are not, as Python names system and processor.
ELSEWHERE = ("Windows AMD64", "Darwin arm64", "Linux aarch64")
Show = Callable[[Pair, Ended], str]


@dataclass(frozen=True)
class Change:
    """What is otherwise from one pair to the next: examples, facts that hold or do not hold, and cells."""

    older: Environment
    newer: Environment
    examples: Sequence[str]
    begin: Sequence[str]
    end: Sequence[str]
    cells: Mapping[Key, tuple[Result, Result]]

    @property
    def release(self) -> str:
        """What is new: "torch 2.14.1"."""
        return step(self.newer, self.older)


def check_version(kind: str, argument: str, records: Record) -> None:
    """Raises Unknown where `::: KIND ARGUMENT` names a pair that is not recorded."""
    known = [one.leaf for one in records.pairs]
    if kind == "pair" and argument not in known:
        raise Unknown(f"no pair {argument!r}; {nearest(argument, known)}")


def version_text(kind: str, argument: str, records: Record, show: Show) -> str:
    """What `::: KIND ARGUMENT` shows; `show` renders an output. Raises Unknown for a pair that is not recorded."""
    check_version(kind, argument, records)
    if kind == "pairs":
        return pairs_table(records)
    if kind == "platforms":
        return platforms_table(records)
    if kind == "timeline":
        return timeline(records)
    return pair_page(next(one for one in records.pairs if one.leaf == argument), records, show)


@lru_cache(maxsize=2)
def changes(records: Record) -> Sequence[Change]:
    """What changed from each working pair to the next newer one, the pinned pair among them; the newest first."""
    line: list[Pair | None] = [pair for pair in records.pairs if not pair.broken]
    newer = sum(age(pair.environment) > age(records.environment) for pair in line if pair)
    line.insert(newer, None)
    steps = list(zip(line[1:], line, strict=False))
    return [_change(older, newer, records) for older, newer in steps]


def _change(older: Pair | None, newer: Pair | None, records: Record) -> Change:
    pairs = [pair for pair in (older, newer) if pair]
    names = dict.fromkeys(name for pair in pairs for name in pair.runs)
    known = [name for name in names if name in records.examples or name in records.facts]
    known = sorted(name for name in known if all(is_known(name, pair, records) for pair in pairs))
    methods = set.intersection(*(known_methods(pair, records.matrix) for pair in pairs))
    cells = {}
    differ = {key for pair in pairs for key in pair.matrix.cells if key[0] in methods}
    for key in records.matrix.cells:
        if key in differ:
            before, after = (_cell(key, pair, records.matrix) for pair in (older, newer))
            if GONE not in (before, after) and behavior(before) != behavior(after):
                cells[key] = before, after
    holds = {name: (_run(name, older) is None, _run(name, newer) is None) for name in known}
    return Change(
        older.environment if older else records.environment,
        newer.environment if newer else records.environment,
        [name for name in known if name in records.examples and _run(name, older) != _run(name, newer)],
        [name for name in known if name in records.facts and holds[name] == (False, True)],
        [name for name in known if name in records.facts and holds[name] == (True, False)],
        cells,
    )


def _run(name: str, pair: Pair | None) -> Ended | None:
    return pair.runs.get(name) if pair else None


def _cell(key: Key, pair: Pair | None, pinned: Matrix) -> Result:
    return pair.cell(key, pinned) if pair else pinned.cells[key]


def pairs_table(records: Record) -> str:
    """Every pair that was tried, the newest first: whether it works, what is otherwise, and what to do."""
    environment = records.environment
    rows = [["torch", "NumPy", "differs from the pages", "Python", "measured"]]
    lines = [(age(pair.environment), _row(pair, records)) for pair in records.pairs]
    pinned = [environment.torch, environment.numpy, "the pages themselves", environment.python, records.recorded]
    lines.append((age(environment), pinned))
    return table(rows + [row for _, row in sorted(lines, key=lambda line: line[0], reverse=True)])


def _row(pair: Pair, records: Record) -> list[str]:
    where = pair.environment
    if pair.broken:
        said = f"**does not work**: {code(pair.broken)} {instead(pair, records)}"
    else:
        examples = sum(name in records.examples for name in pair.runs)
        counts = [_count(examples, "example"), _count(len(pair.runs) - examples, "fact")]
        counts.append(_count(len(_other_cells(pair, records.matrix)), "cell"))
        said = f"[{', '.join(counts)}](/{PAIR_PAGES}/{pair.leaf}.md)"
    return [where.torch, where.numpy, said, where.python, pair.measured]


def platforms_table(records: Record) -> str:
    """Where the pinned pair was measured, and what is otherwise there; "not run" where nobody has."""
    rows = [["platform", "measured", "differs from the pages"]]
    rows.append([records.environment.platform, records.recorded, "the pages themselves"])
    found = {pair.environment.platform: pair for pair in records.platforms}
    for name in dict.fromkeys([*ELSEWHERE, *found]):
        pair = found.get(name)
        names = ", ".join(_example(one, records) for one in pair.runs if one in records.examples) if pair else ""
        cells = f"{len(_other_cells(pair, records.matrix)):,} cells" if pair else ""
        rows.append(
            [name, pair.measured, "; ".join(filter(None, [names, cells]))] if pair else [name, "**not run**", ""]
        )
    for need, what in NEEDS.items():
        scripts = [one for name, one in records.elsewhere.items() if need_of(name) == need]
        ran = sorted({one.where for one in scripts if one.where})
        if scripts:
            rows.append([what, "; ".join(ran) or "**not run**", f"scripts that need it: {len(scripts)}"])
    return table(rows)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def instead(pair: Pair, records: Record) -> str:
    """What to install in place of a pair that does not work: the nearest that do, with one of its two versions."""
    working = [one.environment for one in records.pairs if not one.broken] + [records.environment]
    same = [one for one in working if one.torch == pair.environment.torch]
    newer = [one for one in working if age(one)[0] > numbers(pair.environment.torch)]
    newer = [one for one in newer if age(one)[1] >= numbers(pair.environment.numpy)]
    calls = [f"`pip install numpy=={max(same, key=age).numpy}`"] if same else []
    calls += [f"`pip install torch=={min(newer, key=age).torch}`"] if newer else []
    return f"Run {', or '.join(calls)}." if calls else ""


def timeline(records: Record) -> str:
    """What changed from each pair to the next, the newest first."""
    sections = []
    for change in changes(records):
        before = step(change.older, change.newer)
        sections.append(f"## {change.release} {{#{_anchor(change.release)}}}")
        sections.append(f"Compared with {before}, on Python {_pythons(change)}:")
        told = list(_told(change, records))
        sections += told or ["Nothing that is on these pages."]
    return "\n\n".join(sections)


def _pythons(change: Change) -> str:
    return " and ".join(dict.fromkeys([change.older.python, change.newer.python]))


def _anchor(release: str) -> str:
    return release.lower().replace(" with ", "-").replace(" ", "-").replace(".", "-")


def _told(change: Change, records: Record) -> Iterator[str]:
    if change.end:
        yield "No longer so:"
        yield "\n".join(f"- {_sentence(name, records)}" for name in change.end)
    if change.begin:
        yield "So from here on:"
        yield "\n".join(f"- {_sentence(name, records)}" for name in change.begin)
    if change.examples:
        yield "Examples that print something else, or end in another way:"
        yield "\n".join(f"- {_example(name, records)}" for name in change.examples)
    if change.cells:
        yield f"Cells of the measured matrix ({len(change.cells):,}):"
        yield _cells_table(change.cells, records.matrix, "before", "after")


def _sentence(name: str, records: Record) -> str:
    fact = records.facts[name]
    return f"{fact.sentence.removesuffix('.')}: [proof]({_place(fact.page)}#{_fact_anchor(name)})"


def _fact_anchor(name: str) -> str:
    from snippets.publish.expand import fact_id  # which needs this module

    return fact_id(name)


def _example(name: str, records: Record) -> str:
    return f"[{name}]({_place(records.examples[name].name.rpartition('/')[0])}#{name})"


def _place(page: str) -> str:
    return f"/{page}.md"


def _rows_of(
    cells: Mapping[Key, tuple[Result, Result]], matrix: Matrix
) -> dict[tuple[str, str, str, str], list[list[Key]]]:
    """Cells by before, after, dtypes and layouts, a list for each call: those that change alike are one row."""
    by_method: dict[tuple[str, str, str], list[Key]] = {}
    for key, (before, after) in cells.items():
        words = _words(before), _words(after)
        if words[0] == words[1]:
            words = _apart(before, after)
        by_method.setdefault((key[0], *words), []).append(key)
    everything = _by_method(matrix)
    rows: dict[tuple[str, str, str, str], list[list[Key]]] = {}
    for (method, before_, after_), keys in by_method.items():
        of = everything[method]
        dtypes, layouts = (_names([key[axis] for key in keys], [key[axis] for key in of]) for axis in (1, 2))
        rows.setdefault((before_, after_, dtypes, layouts), []).append(keys)
    return rows


@lru_cache(maxsize=4)  # a matrix is known by its identity
def _by_method(matrix: Matrix) -> Mapping[str, list[Key]]:
    found: dict[str, list[Key]] = {}
    for key in matrix.cells:
        found.setdefault(key[0], []).append(key)
    return found


def _words(result: Result) -> str:
    kind = result.messages[-1].partition(":")[0] if result.messages else ""
    return f"{word(result)}, {kind}" if result.event in ("raises", "crashes") and kind.isidentifier() else word(result)


def _apart(before: Result, after: Result) -> tuple[str, str]:
    """The first field in which two results differ that are alike in words."""
    pairs = zip((*BEHAVIOR, "messages"), behavior(before), behavior(after), strict=True)
    name = next(name for name, was, now in pairs if was != now)
    was, now = (f"{word(one)}, {name} {_shown(getattr(one, name))}" for one in (before, after))
    return was, now


def _shown(value: Any) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return ", ".join(text.partition(":")[0] for text in value)
    return "none" if value is None else str(value)


def _names(some: Sequence[str], everything: Sequence[str]) -> str:
    names, of = list(dict.fromkeys(some)), dict.fromkeys(everything)
    if len(names) == len(of) > 1:
        return f"all {len(of)}"
    shown = ", ".join(f"`{name}`" for name in names[:FEW])
    return f"{shown} and {len(names) - FEW} more" if len(names) > FEW else shown


def _cells_table(cells: Mapping[Key, tuple[Result, Result]], matrix: Matrix, before: str, after: str) -> str:
    rows, counts = [["call", "dtypes", "layouts", before, after]], list[int]()
    found = _rows_of(cells, matrix)
    for was, now, dtypes, layouts in sorted(found, key=lambda row: -sum(map(len, found[row]))):
        keys = found[was, now, dtypes, layouts]
        counts.append(sum(map(len, keys)))
        calls = [_call(of[0]) for of in keys]
        shown = ", ".join(calls[:FEW]) + (f" and {len(calls) - FEW} more" if len(calls) > FEW else "")
        rows.append([shown, dtypes, layouts, was, now])
    more = (
        f"{len(counts) - MOST} more rows, of {sum(counts[MOST:]):,} cells, are in [versions.json](/reference/data.md)."
    )
    return table(rows[: MOST + 1]) + (f"\n\n{more}" if len(counts) > MOST else "")


def _call(key: Key) -> str:
    method = BY_NAME[key[0]]
    page = f"/{method.page}.md" if method.page else f"/reference/behaviour.md#{key[0]}"
    page = "/reference/operators.md" if direction_of(key) == "operators" else page
    return f"[{code(method.call)}]({page})"


@lru_cache(maxsize=64)  # both are read once, and known by their identity
def _other_cells(pair: Pair, matrix: Matrix) -> Mapping[Key, tuple[Result, Result]]:
    pinned = matrix.cells
    found = {key: (pinned[key], result) for key, result in pair.matrix.cells.items() if key in pinned}
    return {key: both for key, both in found.items() if GONE not in both and behavior(both[0]) != behavior(both[1])}


def pair_page(pair: Pair, records: Record, show: Show) -> str:
    """All that is otherwise with one pair: outputs, facts that do not hold, cells, and messages in other words."""
    where, pinned = pair.environment, records.environment
    if pair.broken:
        return (
            f"These two do not work together on Python {where.python}: {code(pair.broken)}\n\n{instead(pair, records)}"
        )
    done = [
        f"Measured on {pair.measured} with Python {where.python}, {where.platform}. The pages show "
        f"torch {pinned.torch} with NumPy {pinned.numpy} on Python {pinned.python}; here is only what differs."
    ]
    examples = [name for name in pair.runs if name in records.examples and is_known(name, pair, records)]
    facts = [name for name in pair.runs if name in records.facts and is_known(name, pair, records)]
    if facts:
        done += ["## Not so here", "\n".join(f"- {_sentence(name, records)}" for name in sorted(facts))]
    if examples:
        done.append("## Other outputs")
        for name in sorted(examples):
            leaf = name.rpartition("/")[2].replace("_", " ").capitalize()
            done += [f"### {leaf} {{#{name}}}", f"Instead of {_example(name, records)}:", show(pair, pair.runs[name])]
    if cells := _other_cells(pair, records.matrix):
        done.append(f"## Cells of the matrix\n\nThere are {len(cells):,}; those that change alike are one row:")
        done.append(_cells_table(cells, records.matrix, f"torch {pinned.torch}", f"torch {where.torch}"))
    # Where more lines follow, the first may be the same.
    worded = {code(text): code(now) for text, now in pair.wording.items() if code(text) != code(now)}
    if worded:
        done += ["## Messages in other words", table([["the pages", "here"], *map(list, worded.items())])]
    return "\n\n".join(done if len(done) > 1 else [*done, "Nothing is."])


def versions_data(records: Record, site_url: str) -> dict[str, Any]:
    """For data/versions.json: every pair, what is otherwise with it, and what changed when."""
    return {
        "pairs": [
            {
                **asdict(pair.environment),
                "measured": pair.measured,
                "works": not pair.broken,
                "message": pair.broken or None,
                "page": posixpath.join(site_url, PAIR_PAGES, pair.leaf, ""),
                "examples": [
                    {"name": name, **asdict(ended)} for name, ended in pair.runs.items() if name in records.examples
                ],
                "false_facts": [name for name in pair.runs if name in records.facts],
                "cells": _cells_data(_other_cells(pair, records.matrix)),
                "wording": dict(pair.wording),
            }
            for pair in records.pairs
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


def _cells_data(cells: Mapping[Key, tuple[Result, Result]]) -> list[dict[str, Any]]:
    """Cells with one method, dtype, and change together."""
    rows: dict[tuple[str, str, str, str], list[str]] = {}
    for (method, dtype, layout), (before, after) in cells.items():
        rows.setdefault((method, dtype, before.outcome, after.outcome), []).append(layout)
    return [
        {"method": method, "dtype": dtype, "layouts": layouts, "before": before, "after": after}
        for (method, dtype, before, after), layouts in rows.items()
    ]
