"""What is recorded, for other programs: data/NAME.json, each with its schema, and what the explorer loads.

Pure: every file is made here as text, and checked against its schema as others will read it.
"""

import json
import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema_rs

from snippets.matrix.axes import AXES, CROSSINGS, DIRECTIONS, Layout, Method
from snippets.matrix.script import expression
from snippets.publish.directives import shown_on
from snippets.publish.errors import given_in
from snippets.publish.explorer import explorer_data, first_source
from snippets.publish.links import folder
from snippets.publish.page import Page
from snippets.publish.releases import Cells, Change, changes, failures, other_cells, told
from snippets.publish.rows import grouped
from snippets.publish.tables import LAYOUT, direction_of
from snippets.store.differences import Compared, Span
from snippets.store.files import as_object
from snippets.store.record import Record, kept
from snippets.store.releases import step
from snippets.store.types import Environment, Example, Fact, Key, Matrix, Result

SCHEMAS = Path(__file__).parent / "schemas"
CELLS = {"behaviour": CROSSINGS, "operators": tuple(name for name in DIRECTIONS if name not in CROSSINGS)}
Address = Callable[..., str]  # of a file or a folder of the site, whose parts are given
Entry = dict[str, Any]


def data_files(records: Record, pages: Mapping[str, Page], site_url: str) -> dict[str, str]:
    """{path in the site: text} of all data; raises ValidationError if one does not hold to its schema."""
    address = partial(posixpath.join, site_url)
    on = {name: [address(folder(page), "") for page in names] for name, names in shown_on(pages, records).items()}
    # Every script and fact that a page shows: a build refuses the others, and `mkdocs serve` goes on without them.
    examples = [_example(example, on[name]) for name, example in records.examples.items() if name in on]
    facts = [_fact(fact, on[name], records) for name, fact in records.facts.items() if name in on]
    versions = {
        "pairs": [_release(release, records, address) for release in records.releases],
        "changes": [_change(change) for change in changes(records)],
    }
    return {
        **_files("examples", {"examples": examples}, records.environment, address),
        **_files("facts", {"facts": facts}, records.environment, address),
        **_files("versions", versions, records.environment, address),
        **(_matrix_files(site_url, records) if records.matrix.cells else {}),
    }


@kept  # what takes longest
def _matrix_files(site_url: str, records: Record) -> dict[str, str]:
    address = partial(posixpath.join, site_url)
    # A script, not JSON: a page that is opened from a file may load no other kind.
    explorer = json.dumps(explorer_data(records.matrix), ensure_ascii=False, separators=(",", ":"))
    files = {"assets/explorer-data.js": f"window.explorerData = {explorer};\n"}
    for name, directions in CELLS.items():
        files |= _files(name, _cells(directions, records, address), records.environment, address)
    return files | _files("errors", {"errors": _errors(records.matrix, address)}, records.environment, address)


def _files(name: str, content: Mapping[str, Any], environment: Environment, address: Address) -> dict[str, str]:
    """data/NAME.json, an entry a line, and its schema, which says what each field holds."""
    schema = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    where = "proved_on" if name == "facts" else "recorded_on"
    head = {"$schema": address(f"data/{name}.schema.json"), where: asdict(environment)}
    text = f"{as_object({**head, **content}, _lines)}\n"
    jsonschema_rs.validate(json.loads(schema), json.loads(text))
    return {f"data/{name}.schema.json": schema, f"data/{name}.json": text}


def _lines(value: Any) -> str:
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in value) + "\n]"


def _example(example: Example, pages: Sequence[str]) -> Entry:
    return {
        "name": example.name,
        "exit": example.ending.exit,
        "script": example.script,
        "output": example.output,
        "pages": pages,
    }


def _fact(fact: Fact, pages: Sequence[str], records: Record) -> Entry:
    """A sentence, its proof, the pages that show it, the mutants that kill it, what its proof tries."""
    return {
        "name": fact.name,
        "sentence": fact.sentence,
        "proof": fact.program,
        "pages": pages,
        "mutants": fact.mutants,
        "tried": fact.tried,
        **_span(records.run_spans.get(fact.name, Span())),
    }


def _span(span: Span) -> dict[str, str]:
    """The first and the last release that is known to do the same, where another one is known to do something else."""
    return {name: value for name, value in (("since", span.since), ("until", span.until)) if value}


def _release(release: Compared, records: Record, address: Address) -> Entry:
    """A release, and what is otherwise with it."""
    changed, failed = release.changed.items(), failures(release, records)
    return {
        **asdict(release.environment),
        "measured": release.measured,
        "works": not release.broken,
        "message": release.broken or None,
        "page": address(release.page, ""),
        "examples": [{"name": name, **asdict(ended)} for name, ended in changed if name in records.examples],
        "false_facts": [*told(failed, claims=True)],
        "otherwise": told(failed, claims=False),
        "cells": _changed_cells(other_cells(release, records.matrix)),
        "wording": release.wording,
    }


def _change(change: Change) -> Entry:
    """What changed from one release to the next."""
    return {
        "release": change.release,
        "compared_with": step(change.older, change.newer),
        "examples": change.examples,
        "facts_that_begin_to_hold": list(change.begin),
        "facts_that_no_longer_hold": list(change.end),
        "cells": _changed_cells(change.cells),
    }


def _changed_cells(cells: Cells) -> list[Entry]:
    """Cells with one method, dtype, and change together."""
    rows = grouped(((key[:LAYOUT], was.outcome, now.outcome), key[LAYOUT]) for key, (was, now) in cells.items())
    return [
        {"method": method, "dtype": dtype, "layouts": layouts, "before": before, "after": after}
        for ((method, dtype), before, after), layouts in rows.items()
    ]


def _cells(directions: Iterable[str], records: Record, address: Address) -> Entry:
    """The axes, a record a cell, and the sources that cannot be made."""
    axes = [AXES[direction] for direction in directions]
    return {
        "methods": [_method(method, address) for each in axes for method in each.methods.values()],
        "layouts": [_layout(layout) for each in axes for layout in each.layouts.values()],
        "cells": [
            {**_named(key), **_fields(result), **_span(records.cell_spans.get(key, Span()))}
            for key, result in records.matrix.cells.items()
            if direction_of(key) in directions
        ],
        "cannot_be_made": [
            {"direction": direction, "dtype": dtype, "layout": layout, "reason": reason}
            for (direction, dtype, layout), reason in records.matrix.absent.items()
            if direction in directions
        ],
    }


def _method(method: Method, address: Address) -> Entry:
    """A method with its call as it is made for float32, or for the first pair of operands, the array first."""
    return {
        "name": method.name,
        "direction": method.direction,
        "call": expression(method, *first_source(method)),
        "page": address(method.page, "") if method.page else None,
    }


def _layout(layout: Layout) -> Entry:
    return {"name": layout.name, "direction": layout.direction, "about": layout.about}


def _named(key: Key) -> dict[str, str]:
    return dict(zip(("method", "dtype", "layout"), key, strict=True))


def _fields(result: Result) -> Entry:
    return {"result_dtype" if name == "dtype" else name: value for name, value in result.found().items()}


def _errors(matrix: Matrix, address: Address) -> list[Entry]:
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
