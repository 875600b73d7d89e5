"""The measured matrix as it is recorded: one compact JSON file, and the one loader of it.

What a cell's script found is a Result. Equal results are recorded once, under a key made of their content, so that
a changed behavior changes a line or two. A row holds one method in one layout: a key for each dtype (KEY*3 for three
that are alike), then a checksum.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from snippets.problem import Problem
from snippets.recorded import ENVIRONMENT, ROOT, read_environment
from snippets.recorded.matrix import Key, Matrix, Result

MATRIX = "snippets/recorded/matrix.json"
UPDATE = "run: python -m snippets update matrix"
RESTORE = f"run: git checkout {MATRIX}, or measure anew: python -m snippets update matrix"
ABSENT = "-"


def key_of(content: Any) -> str:
    """A short name for `content`, made of it."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def as_text(matrix: Matrix, environment: Mapping[str, str]) -> str:
    """The file's content: one line a message, a result, a row and a source that cannot be made."""
    messages: dict[str, str] = {}
    results: dict[str, dict[str, Any]] = {}
    keys: dict[Result, str] = {}
    for result in matrix.cells.values():
        if result not in keys:
            found = result.found()
            if result.messages:
                named = {key_of(text): text for text in result.messages}
                messages |= named
                found["messages"] = list(named)
            keys[result] = key_of(found)
            results[keys[result]] = found
    dtypes: dict[str, dict[str, None]] = {}
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for (method, dtype, layout), result in matrix.cells.items():
        rows.setdefault((method, layout), {})[dtype] = keys[result]
    columns: dict[tuple[str, ...], str] = {}
    cells: dict[str, str] = {}
    for (method, layout), row in rows.items():
        names = tuple(row)
        group = columns.setdefault(names, key_of(names))
        dtypes[group] = dict.fromkeys(names)
        line = " ".join([group, *_shortened(row.values())])
        cells[f"{method} {layout}"] = f"{line} {key_of([method, layout, line])}"
    lacking: dict[tuple[str, str, str], list[str]] = {}
    for (direction, dtype, layout), reason in matrix.absent.items():
        lacking.setdefault((direction, dtype, reason), []).append(layout)
    absent = {f"{direction} {dtype} {','.join(of)}": reason for (direction, dtype, reason), of in lacking.items()}
    sections: dict[str, Mapping[str, Any]] = {
        "messages": dict(sorted(messages.items(), key=lambda item: item[1])),
        "results": dict(sorted(results.items(), key=lambda item: (item[1]["outcome"], json.dumps(item[1])))),
        "columns": {group: " ".join(names) for group, names in dtypes.items()},
        "cells": cells,
        "absent": absent,
    }
    done = [f'"environment": {json.dumps(environment)}']
    for name, section in sections.items():
        lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in section.items())
        done.append(f'"{name}": {{\n' + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(done) + "\n}\n"


def _shortened(keys: Iterable[str]) -> list[str]:
    """Equal keys in a row as one, with their number."""
    runs = [(key, len(list(same))) for key, same in groupby(keys)]
    return [key if count == 1 else f"{key}*{count}" for key, count in runs]


def _all(short: Iterable[str]) -> list[str]:
    return [key for one in short for key in [one.partition("*")[0]] * int(one.partition("*")[2] or 1)]


def parse(text: str) -> tuple[Matrix, dict[str, str]]:
    """The matrix and its environment out of the file's content; raises Problem where it was edited or half merged."""

    def broken(needle: str, expected: str, found: str) -> Problem:
        position = max(text.find(needle), 0)
        return Problem(MATRIX, text.count("\n", 0, position) + 1, expected, found, RESTORE)

    try:
        data = json.loads(text)
        messages, results, columns = data["messages"], data["results"], data["columns"]
        environment, rows, absent = data["environment"], data["cells"], data["absent"]
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        near = text.split("\n")[max(line - 2, 0) : line + 1]
        raise Problem(MATRIX, line, "JSON", str(error), RESTORE, "\n".join(one[:120] for one in near)) from None
    except KeyError as error:
        raise Problem(MATRIX, 1, "messages, results, columns, cells, absent", f"no {error}", RESTORE) from None
    for key, message in messages.items():
        if key_of(message) != key:
            raise broken(f'"{key}": ', "a message as measured", f"message {key} was edited by hand")
    made: dict[str, Result] = {}
    for key, found in results.items():
        if key_of(found) != key:
            users = [row for row, line in rows.items() if key in line]
            raise broken(
                f'"{key}": ', "a result as measured", f"the result of {', '.join(users[:3])} was edited by hand"
            )
        try:
            texts = [messages[name] for name in found.get("messages", ())]
            made[key] = Result.of(found | {"messages": texts})
        except (KeyError, TypeError) as error:
            known = ", ".join(field.name for field in fields(Result))
            raise broken(f'"{key}": ', f"a known message and the fields {known}", f"{error}") from None
    cells: dict[Key, Result] = {}
    for row, line in rows.items():
        method, _, layout = row.partition(" ")
        inside, _, check = line.rpartition(" ")
        group, *keys = inside.split(" ")
        if key_of([method, layout, inside]) != check or group not in columns:
            raise broken(f'"{row}": ', "a row as measured", f"the cells of {method} × {layout} were edited by hand")
        for dtype, key in zip(columns[group].split(" "), _all(keys), strict=True):
            if key not in made:
                raise broken(f'"{row}": ', "a result for each cell", f"{method} × {dtype} × {layout}: no result {key}")
            cells[method, dtype, layout] = made[key]
    lacking: dict[Key, str] = {}
    for name, reason in absent.items():
        direction, dtype, layouts = name.split(" ")
        lacking |= {(direction, dtype, layout): reason for layout in layouts.split(",")}
    return Matrix(cells, lacking), environment


def read_matrix(root: Path = ROOT) -> Matrix:
    """The recorded matrix; raises Problem where it is broken or from other versions than the examples."""
    path = root / MATRIX
    if not path.exists():
        return Matrix({}, {})
    state = path.stat()
    return _read(root, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _read(root: Path, _modified: int, _size: int) -> Matrix:
    matrix, environment = parse((root / MATRIX).read_bytes().decode())
    if environment != (here := asdict(read_environment(root))):
        expected = f"the versions of {ENVIRONMENT}: {here}"
        raise Problem(MATRIX, 2, expected, f"measured with {environment}", UPDATE)
    return matrix
