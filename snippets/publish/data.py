"""What is recorded, for other programs: data/NAME.json, each with its schema, and what the explorer loads.

Pure: every file is made here as text, and checked against its schema as others will read it.
"""

import json
import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from snippets.matrix.axes import DTYPES, LAYOUTS, METHODS, Layout, Method
from snippets.matrix.script import expression, methods_for
from snippets.publish.directives import shown_on
from snippets.publish.errors import given_in
from snippets.publish.explorer import explorer_data
from snippets.publish.links import folder
from snippets.publish.page import Page
from snippets.publish.releases import versions_data
from snippets.store.differences import Span
from snippets.store.record import Record
from snippets.store.types import Environment, Key, Matrix, Result

SCHEMAS = Path(__file__).parent / "schemas"
CELLS = {"behaviour": ("to_torch", "to_numpy"), "operators": ("operators",)}
Address = Callable[[str], str]  # of a file or a folder of the site


def data_files(records: Record, pages: Mapping[str, Page], site_url: str) -> dict[str, str]:
    """{path in the site: text} of all data; raises ValidationError if one does not hold to its schema."""

    def address(path: str) -> str:
        return posixpath.join(site_url, path)

    shown = shown_on(pages, records)
    done = {
        **_files("examples", {"examples": _examples(records, shown, address)}, records.environment, address),
        **_files("facts", {"facts": _facts(records, shown, address)}, records.environment, address),
        **_files("versions", versions_data(records, site_url), records.environment, address),
    }
    return done | (_matrix_files(records, site_url) if records.matrix.cells else {})


@lru_cache(maxsize=2)  # what takes longest, and changes least while a page is written
def _matrix_files(records: Record, site_url: str) -> dict[str, str]:
    matrix, environment = records.matrix, records.environment

    def address(path: str) -> str:
        return posixpath.join(site_url, path)

    # A script, not JSON: a page that is opened from a file may load no other kind.
    explorer = json.dumps(explorer_data(matrix), ensure_ascii=False, separators=(",", ":"))
    done = {"assets/explorer-data.js": f"window.explorerData = {explorer};\n"}
    for name, directions in CELLS.items():
        done |= _files(name, _cells(directions, records, address), environment, address)
    return done | _files("errors", {"errors": _errors(matrix, address)}, environment, address)


def _files(name: str, content: Mapping[str, Any], environment: Environment, address: Address) -> dict[str, str]:
    """data/NAME.json, an entry a line, and its schema, which says what each field holds."""
    schema = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    where = "proved_on" if name == "facts" else "recorded_on"
    head = {"$schema": address(f"data/{name}.schema.json"), where: asdict(environment)}
    entries = [f"{json.dumps(key)}: {_lines(value)}" for key, value in {**head, **content}.items()]
    text = "{\n" + ",\n".join(entries) + "\n}\n"
    jsonschema_rs.validate(json.loads(schema), json.loads(text))
    return {f"data/{name}.schema.json": schema, f"data/{name}.json": text}


def _lines(value: Any) -> str:
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in value) + "\n]"


def _examples(records: Record, shown: Mapping[str, Sequence[str]], address: Address) -> list[dict[str, Any]]:
    """Every script that a page shows: a build refuses the others, and `mkdocs serve` goes on without them."""
    return [
        {
            "name": example.name,
            "exit": example.ending.exit,
            "script": example.script,
            "output": example.output,
            "pages": [address(posixpath.join(folder(page), "")) for page in shown[example.name]],
        }
        for example in records.examples.values()
        if example.name in shown
    ]


def _facts(records: Record, shown: Mapping[str, Sequence[str]], address: Address) -> list[dict[str, Any]]:
    """Every sentence, its proof, the pages that show it, the mutants that kill it."""
    return [
        {
            "name": fact.name,
            "sentence": fact.sentence,
            "proof": fact.program,
            "pages": [address(posixpath.join(folder(page), "")) for page in shown[fact.name]],
            "mutants": list(fact.mutants),
            **_releases(records.run_spans.get(fact.name, Span())),
        }
        for fact in records.facts.values()
        if fact.name in shown
    ]


def _cells(directions: Sequence[str], records: Record, address: Address) -> dict[str, Any]:
    """The axes, a record a cell, and the sources that cannot be made."""
    direction_of = {method.name: method.direction for method in METHODS}

    def listed(axis: Sequence[Method | Layout]) -> list[Any]:
        return [entry for entry in axis if entry.direction in directions]

    return {
        "methods": [
            {
                "name": method.name,
                "direction": method.direction,
                "call": _call(method),
                "page": address(posixpath.join(method.page, "")) if method.page else None,
            }
            for method in listed(METHODS)
        ],
        "layouts": [
            {"name": layout.name, "direction": layout.direction, "about": layout.about} for layout in listed(LAYOUTS)
        ],
        "cells": [
            {**_named(key), **_fields(result), **_releases(records.cell_spans.get(key, Span()))}
            for key, result in records.matrix.cells.items()
            if direction_of[key[0]] in directions
        ],
        "cannot_be_made": [
            {"direction": direction, "dtype": dtype, "layout": layout, "reason": reason}
            for (direction, dtype, layout), reason in records.matrix.absent.items()
            if direction in directions
        ],
    }


def _named(key: Key) -> dict[str, str]:
    return dict(zip(("method", "dtype", "layout"), key, strict=True))


def _releases(span: Span) -> dict[str, str]:
    """The first and the last release that is known to do the same, where another one is known to do something else."""
    return {name: value for name, value in (("since", span.since), ("until", span.until)) if value}


def _fields(result: Result) -> dict[str, Any]:
    return {"result_dtype" if name == "dtype" else name: value for name, value in result.found().items()}


def _call(method: Method) -> str:
    """The call as it is made for float32, or for the first pair of operands, the array first."""
    dtype = next(dtype for dtype in DTYPES if method in methods_for(dtype))
    return expression(method, dtype, next(layout for layout in LAYOUTS if layout.direction == method.direction))


def _errors(matrix: Matrix, address: Address) -> list[dict[str, Any]]:
    """Every message, its cause, the calls that work and the cells that give it."""
    return [
        {
            "name": message.name,
            "title": message.title,
            "texts": list(dict.fromkeys(text for text, _ in cells)),
            "cause": message.cause,
            "works": [{"dtype": dtype or None, "call": call} for dtype, call in message.works],
            "instead": message.instead or None,
            "page": address(f"reference/errors/#{message.name}"),
            "cells": [_named(key) for _, key in cells],
        }
        for message, cells in given_in(matrix).items()
    ]
