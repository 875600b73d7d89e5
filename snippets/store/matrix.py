"""The form in which a release is recorded, and in it a matrix.

Equal results are recorded once, under a key made of their content, so that a changed behavior changes a line or two,
and so are messages. A row holds one method in one layout: the name of its dtypes' list, a key for each dtype (KEY*3 for
three that are alike), then a checksum of the row.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from snippets.problem import Problem
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


Wrong = Callable[[str, str, str], Problem]  # what to raise: the text that it stands at, what was expected, and found


def unpacked(file: File, wrong: Wrong) -> Matrix:
    """The matrix that `file` holds; raises what `wrong` makes of it where it was edited by hand or is half merged."""
    for key, message in file.messages.items():
        if digest_of(message) != key:
            raise wrong(f'"{key}": ', "a message as measured", f"message {key} was edited by hand")
    for key, dtypes in file.columns.items():
        if digest_of(dtypes.split(" ")) != key:
            raise wrong(f'"{key}": ', "the dtypes of a row as measured", f"list {key} was edited by hand")
    results = {key: _result(key, file, wrong) for key in file.results}
    cells: dict[Key, Result] = {}
    for row in file.cells:
        cells |= _row(row, file, results, wrong)
    absent: dict[Key, str] = {}
    for name, reason in file.absent.items():
        direction, dtype, layouts = name.split(" ")
        absent |= {(direction, dtype, layout): reason for layout in layouts.split(",")}
    return Matrix(cells, absent)


RESULTS: dict[str, Result] = {}  # by their keys, which are made of their content: equal results are one, in all files


def _result(key: str, file: File, wrong: Wrong) -> Result:
    named = file.results[key]
    if digest_of(named) != key:
        rows = ", ".join([row for row, line in file.cells.items() if key in line][:3])
        raise wrong(f'"{key}": ', "a result as measured", f"the result of {rows} was edited by hand")
    if key not in RESULTS:
        try:
            messages = [file.messages[name] for name in named.get("messages", ())]
            RESULTS[key] = result_from({**named, "messages": messages})
        except (KeyError, msgspec.ValidationError) as error:
            known = ", ".join(field.name for field in fields(Result))
            raise wrong(f'"{key}": ', f"a known message and the fields {known}", f"{error}") from None
    return RESULTS[key]


ROWS: dict[tuple[str, str], dict[Key, Result]] = {}  # by what they hold: most are the same in all files


def _row(row: str, file: File, results: Mapping[str, Result], wrong: Wrong) -> dict[Key, Result]:
    line = file.cells[row]
    if (row, line) not in ROWS:
        method, layout = row.split(" ")
        inside, _, check = line.rpartition(" ")
        group, *runs = inside.split(" ")
        if digest_of([method, layout, inside]) != check or group not in file.columns:
            raise wrong(f'"{row}": ', "a row as measured", f"the cells of {method} × {layout} were edited by hand")
        keys = [key for key, _, count in (run.partition("*") for run in runs) for _ in range(int(count or 1))]
        if missing := [key for key in keys if key not in results]:
            raise wrong(f'"{row}": ', "a result for each cell", f"{method} × {layout}: no result {missing[0]}")
        dtypes = file.columns[group].split(" ")
        ROWS[row, line] = {(method, dtype, layout): results[key] for dtype, key in zip(dtypes, keys, strict=True)}
    return ROWS[row, line]
