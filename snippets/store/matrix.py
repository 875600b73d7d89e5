"""The form in which a matrix is recorded, as a part of a release's file.

Equal results are recorded once, under a key made of their content, so that a changed behavior changes a line or two,
and so are messages. A row holds one method in one layout: the name of its dtypes' list, a key for each dtype (KEY*3 for
three that are alike), then a checksum of the row.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import groupby
from typing import Any

import msgspec

from snippets.problem import Problem
from snippets.store.types import Key, Matrix, Result


@dataclass(frozen=True)
class Sections:
    """A matrix in that form: `columns` are lists of dtypes, `absent` the reasons by "direction dtype layouts"."""

    messages: dict[str, str] = field(default_factory=dict)
    results: dict[str, dict[str, Any]] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    absent: dict[str, str] = field(default_factory=dict)


def key_of(content: Any) -> str:
    """A short name for `content`, made of it."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def packed(matrix: Matrix) -> Sections:
    """The sections that hold `matrix`."""
    keys = {result: key_of(_named(result)) for result in dict.fromkeys(matrix.cells.values())}
    messages = {key_of(text): text for result in keys for text in result.messages}
    results = {key: _named(result) for result, key in keys.items()}
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for (method, dtype, layout), result in matrix.cells.items():
        rows.setdefault((method, layout), {})[dtype] = keys[result]
    columns, cells = dict[str, str](), dict[str, str]()
    for (method, layout), row in rows.items():
        group = key_of(list(row))
        columns[group] = " ".join(row)
        line = " ".join([group, *_shortened(row.values())])
        cells[f"{method} {layout}"] = f"{line} {key_of([method, layout, line])}"
    lacking: dict[tuple[str, str, str], list[str]] = {}
    for (direction, dtype, layout), reason in matrix.absent.items():
        lacking.setdefault((direction, dtype, reason), []).append(layout)
    return Sections(
        dict(sorted(messages.items(), key=lambda item: item[1])),
        dict(sorted(results.items(), key=lambda item: (item[1]["outcome"], json.dumps(item[1])))),
        columns,
        cells,
        {f"{direction} {dtype} {','.join(of)}": reason for (direction, dtype, reason), of in lacking.items()},
    )


def result_from(fields: Mapping[str, Any]) -> Result:
    """A result out of what a script printed or a file holds; raises msgspec.ValidationError for what none can have."""
    return msgspec.convert(fields, Result)


def _named(result: Result) -> dict[str, Any]:
    """What a result holds, with its messages by their keys."""
    found = result.found()
    return found | {"messages": [key_of(text) for text in result.messages]} if result.messages else found


def _shortened(keys: Iterable[str]) -> list[str]:
    """Equal keys in a row as one, with their number."""
    runs = [(key, len(list(same))) for key, same in groupby(keys)]
    return [key if count == 1 else f"{key}*{count}" for key, count in runs]


def _all(short: Iterable[str]) -> list[str]:
    parts = (text.partition("*") for text in short)
    return [key for key, _, count in parts for _ in range(int(count or 1))]


class Edited(Exception):
    """Something that is not as it was measured: `needle` stands where, in the file."""

    def __init__(self, needle: str, expected: str, found: str) -> None:
        self.needle, self.expected, self.found = needle, expected, found


def unpacked(sections: Sections) -> Matrix:
    """The matrix that `sections` hold; raises Edited where they were edited by hand or are half merged."""
    for key, message in sections.messages.items():
        if key_of(message) != key:
            raise Edited(f'"{key}": ', "a message as measured", f"message {key} was edited by hand")
    results = {key: _result(key, found, sections) for key, found in sections.results.items()}
    cells: dict[Key, Result] = {}
    for row, line in sections.cells.items():
        cells |= _row(row, line, sections.columns, results)
    absent: dict[Key, str] = {}
    for name, reason in sections.absent.items():
        direction, dtype, layouts = name.split(" ")
        absent |= {(direction, dtype, layout): reason for layout in layouts.split(",")}
    return Matrix(cells, absent)


RESULTS: dict[str, Result] = {}  # by their keys, which are made of their content: equal results are one, in all files


def _result(key: str, found: dict[str, Any], sections: Sections) -> Result:
    if key_of(found) != key:
        users = [row for row, line in sections.cells.items() if key in line]
        edited = f"the result of {', '.join(users[:3])} was edited by hand"
        raise Edited(f'"{key}": ', "a result as measured", edited)
    if key not in RESULTS:
        try:
            result = result_from(found)
            RESULTS[key] = replace(result, messages=tuple(sections.messages[name] for name in result.messages))
        except (KeyError, msgspec.ValidationError) as error:
            known = ", ".join(field.name for field in fields(Result))
            raise Edited(f'"{key}": ', f"a known message and the fields {known}", f"{error}") from None
    return RESULTS[key]


ROWS: dict[tuple[str, str], dict[Key, Result]] = {}  # by what they hold: most are the same in all files


def _row(row: str, line: str, columns: Mapping[str, str], results: Mapping[str, Result]) -> dict[Key, Result]:
    if (row, line) not in ROWS:
        method, _, layout = row.partition(" ")
        inside, _, check = line.rpartition(" ")
        group, *short = inside.split(" ")
        if key_of([method, layout, inside]) != check or group not in columns:
            raise Edited(f'"{row}": ', "a row as measured", f"the cells of {method} × {layout} were edited by hand")
        keys = _all(short)
        if missing := [key for key in keys if key not in results]:
            raise Edited(f'"{row}": ', "a result for each cell", f"{method} × {layout}: no result {missing[0]}")
        dtypes = columns[group].split(" ")
        ROWS[row, line] = {(method, dtype, layout): results[key] for dtype, key in zip(dtypes, keys, strict=True)}
    return ROWS[row, line]


def problem_of(edited: Edited, file: str, text: str, fix: str) -> Problem:
    """The Problem of what was edited in `file`, which holds `text`."""
    position = max(text.find(edited.needle), 0)
    return Problem(file, text.count("\n", 0, position) + 1, edited.expected, edited.found, fix)
