"""What is measured and proved, for other programs: data/behaviour.json, operators.json, errors.json and facts.json."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from snippets.matrix.axes import DTYPES, LAYOUTS, METHODS, Dtype, Layout, Method
from snippets.matrix.messages import given_in
from snippets.matrix.script import expression, methods_for
from snippets.recorded import Record
from snippets.recorded.matrix import Result
from snippets.recorded.pairs import Span, run_span

NAMES = {"behaviour": ("to_torch", "to_numpy"), "operators": ("operators",)}


def cells_data(name: str, records: Record, site_url: str) -> dict[str, Any]:
    """The content of data/NAME.json: the axes, a record a cell, and the sources that cannot be made."""
    directions = NAMES[name]
    of = {method.name: method.direction for method in METHODS}
    spans = records.matrix.spans

    def listed(axis: Sequence[Method | Dtype | Layout]) -> list[Any]:
        return [one for one in axis if one.direction in directions]

    return {
        "$schema": posixpath.join(site_url, f"data/{name}.schema.json"),
        "recorded_on": asdict(records.environment),
        "methods": [
            {
                "name": method.name,
                "direction": method.direction,
                "call": _call(method),
                "page": posixpath.join(site_url, method.page, "") if method.page else None,
            }
            for method in listed(METHODS)
        ],
        "layouts": [
            {"name": layout.name, "direction": layout.direction, "about": layout.about} for layout in listed(LAYOUTS)
        ],
        "cells": [
            {"method": method, "dtype": dtype, "layout": layout, **_fields(result), **_releases(spans.get(key, Span()))}
            for key, result in records.matrix.cells.items()
            for method, dtype, layout in [key]
            if of[method] in directions
        ],
        "cannot_be_made": [
            {"direction": direction, "dtype": dtype, "layout": layout, "reason": reason}
            for (direction, dtype, layout), reason in records.matrix.absent.items()
            if direction in directions
        ],
    }


def _releases(span: Span) -> dict[str, str]:
    """The first and the last release that is known to do the same, where another one is known to do something else."""
    return {name: value for name, value in (("since", span.since), ("until", span.until)) if value}


def _fields(result: Result) -> dict[str, Any]:
    found = result.found()
    return {"result_dtype" if name == "dtype" else name: value for name, value in found.items()}


def _call(method: Method) -> str:
    """The call as it is made for float32, or for the first pair of operands, the array first."""
    dtype = next(one for one in DTYPES if method in methods_for(one))
    return expression(method, dtype, next(one for one in LAYOUTS if one.direction == method.direction))


def errors_data(records: Record, site_url: str) -> dict[str, Any]:
    """The content of data/errors.json: every message, its cause, the calls that work and the cells that give it."""
    return {
        "$schema": posixpath.join(site_url, "data/errors.schema.json"),
        "recorded_on": asdict(records.environment),
        "errors": [
            {
                "name": message.name,
                "title": message.title,
                "texts": list(dict.fromkeys(text for text, _ in cells)),
                "cause": message.cause,
                "works": [{"dtype": dtype or None, "call": call} for dtype, call in message.works],
                "instead": message.instead or None,
                "page": posixpath.join(site_url, f"reference/errors/#{message.name}"),
                "cells": [dict(zip(("method", "dtype", "layout"), key, strict=True)) for _, key in cells],
            }
            for message, cells in given_in(records.matrix).items()
        ],
    }


def facts_data(records: Record, pages: Mapping[str, Sequence[str]], site_url: str) -> dict[str, Any]:
    """The content of data/facts.json: every sentence, its proof, the pages that show it, the mutants that kill it."""
    return {
        "$schema": posixpath.join(site_url, "data/facts.schema.json"),
        "proved_on": asdict(records.environment),
        "facts": [
            {
                "name": fact.name,
                "sentence": fact.sentence,
                "proof": fact.program,
                "pages": [posixpath.join(site_url, "" if page == "index" else page, "") for page in pages[fact.name]],
                "mutants": list(fact.mutants),
                **_releases(run_span(fact.name, records)),
            }
            for fact in records.facts.values()
        ],
    }
