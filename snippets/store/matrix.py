"""The form in which a release is recorded, and in it a matrix.

Equal results are recorded once, under a key made of their content, so that a changed behavior changes a line or two,
and so are messages. A row holds one method in one layout: the name of its dtypes' list, a key for each dtype (KEY*3 for
three that are alike), then a checksum of the row.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from snippets.store.files import digest
from snippets.store.types import Environment, Key, Matrix, Ran, Result


@dataclass(frozen=True)
class File:
    """What the file of a release holds.

    `columns` are lists of dtypes, `cells` the rows, `absent` reasons by "direction dtype layouts".
    """

    environment: Environment
    measured: str = ""
    broken: str = ""
    libraries: dict[str, str] = field(default_factory=dict)
    runs: dict[str, Ran] = field(default_factory=dict)
    messages: dict[str, str] = field(default_factory=dict)
    results: dict[str, dict[str, Any]] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    absent: dict[str, str] = field(default_factory=dict)


def digest_of(content: Any) -> str:
    """A short name for `content`, made of it."""
    return digest(json.dumps(content, sort_keys=True, ensure_ascii=False).encode())[:8]


def packed(matrix: Matrix) -> dict[str, dict[str, Any]]:
    """The fields of a File that hold `matrix`."""
    results = {result: _named(result) for result in dict.fromkeys(matrix.cells.values())}
    keys = {result: digest_of(named) for result, named in results.items()}
    messages = {digest_of(text): text for result in results for text in result.messages}
    rows = defaultdict[tuple[str, str], dict[str, str]](dict)
    for (method, dtype, layout), result in matrix.cells.items():
        rows[method, layout][dtype] = keys[result]
    columns, cells = dict[str, str](), dict[str, str]()
    for (method, layout), row in rows.items():
        group = digest_of([*row])
        columns[group] = " ".join(row)
        runs = [(key, len([*alike])) for key, alike in groupby(row.values())]
        line = " ".join([group, *(key if count == 1 else f"{key}*{count}" for key, count in runs)])
        cells[f"{method} {layout}"] = f"{line} {digest_of([method, layout, line])}"
    lacking = defaultdict[tuple[str, str], list[str]](list)
    for (direction, dtype, layout), reason in matrix.absent.items():
        lacking[f"{direction} {dtype}", reason].append(layout)
    absent = {f"{source} {','.join(layouts)}": reason for (source, reason), layouts in lacking.items()}
    by_content = sorted(results.values(), key=lambda named: (named["outcome"], json.dumps(named)))
    return {
        "messages": dict(sorted(messages.items(), key=itemgetter(1))),
        "results": {digest_of(named): named for named in by_content},
        "columns": columns,
        "cells": cells,
        "absent": absent,
    }


def result_from(fields: Mapping[str, Any]) -> Result:
    """A result out of what a script printed or a file holds; raises msgspec.ValidationError for what none can have."""
    return msgspec.convert(fields, Result)


def _named(result: Result) -> dict[str, Any]:
    """What a result holds, with its messages by their keys."""
    messages = [digest_of(text) for text in result.messages]
    return result.found() | ({"messages": messages} if messages else {})


RESULTS: dict[str, Result] = {}  # by their keys, which are made of their content: equal results are one, in all files
ROWS: dict[tuple[str, str], dict[Key, Result]] = {}  # by what they hold: most are the same in all files


def unpacked(file: File) -> Matrix:
    """The matrix that `file`, which is as it was written, holds."""
    for key, named in file.results.items():
        if key not in RESULTS:
            messages = [file.messages[name] for name in named.get("messages", ())]
            RESULTS[key] = result_from({**named, "messages": messages})
    cells: dict[Key, Result] = {}
    for row, line in file.cells.items():
        if (row, line) not in ROWS:
            ROWS[row, line] = _row(row, line, file)
        cells |= ROWS[row, line]
    absent: dict[Key, str] = {}
    for name, reason in file.absent.items():
        direction, dtype, layouts = name.split(" ")
        absent |= {(direction, dtype, layout): reason for layout in layouts.split(",")}
    return Matrix(cells, absent)


def _row(row: str, line: str, file: File) -> dict[Key, Result]:
    method, layout = row.split(" ")
    group, *runs, _ = line.split(" ")
    keys = [key for key, _, count in (run.partition("*") for run in runs) for _ in range(int(count or 1))]
    dtypes = file.columns[group].split(" ")
    return {(method, dtype, layout): RESULTS[key] for dtype, key in zip(dtypes, keys, strict=True)}


def edited(file: File) -> Iterator[tuple[str, str]]:
    """What in `file` is not as it was written: the text that it stands at, and what it is."""
    columns = {key: dtypes.split(" ") for key, dtypes in file.columns.items()}
    for what, held in (("message", file.messages), ("result", file.results), ("list", columns)):
        yield from ((key, f"the {what} {key}") for key, content in held.items() if digest_of(content) != key)
    for row, line in file.cells.items():
        inside, _, check = line.rpartition(" ")
        if digest_of([*row.split(" "), inside]) != check:
            yield row, f"the cells of {row.replace(' ', ' × ')}"
