"""What the explorer of reference/behaviour shows, as finished words: overrides/assets/explorer.js only places them."""

import posixpath
from collections import Counter
from dataclasses import replace
from typing import Any

from snippets.matrix.axes import DTYPES, LAYOUTS, METHODS, Method
from snippets.matrix.messages import explanations_of
from snippets.matrix.script import HEAD, NO_DTYPE, PROBE, call, expression, methods_for, source
from snippets.publish.spans import word
from snippets.store.types import Matrix, Result

DIRECTIONS = ("to_torch", "to_numpy")


def explorer_data(matrix: Matrix) -> dict[str, Any]:
    """The cells of both directions, with numbers in place of what is said more than once.

    `cells[dtype][layout][method]` is the number of a result; where the source cannot be made, `cells[dtype][layout]` is
    the reason. A result is its outcome, its words, what comes out, and the numbers of its messages; a message is its
    text and the name of its explanation. A script is head, source, call (with the dtype of torch for {dtype}) and
    probe: exactly what `python -m snippets cell` prints.
    """
    of = {method.name: method.direction for method in METHODS}
    counted = Counter(result for key, result in matrix.cells.items() if of[key[0]] in DIRECTIONS)
    results = [result for result, _ in counted.most_common()]  # the most frequent have the shortest numbers
    number = {result: place for place, result in enumerate(results)}
    messages = list(dict.fromkeys(message for result in results for message in result.messages))
    return {
        "head": HEAD,
        "probe": PROBE,
        "no_dtype": NO_DTYPE,
        "directions": {name: _direction(name, matrix, number) for name in DIRECTIONS},
        "results": [
            [one.outcome, word(one).replace("**", ""), made(one), [messages.index(text) for text in one.messages]]
            for one in results
        ],
        "messages": [[text, *(message.name for message in explanations_of(text)[:1])] for text in messages],
    }


def _direction(direction: str, matrix: Matrix, number: dict[Result, int]) -> dict[str, Any]:
    methods = [one for one in METHODS if one.direction == direction]
    dtypes = [one for one in DTYPES if one.direction == direction]
    layouts = [one for one in LAYOUTS if one.direction == direction]

    def at(dtype: str, layout: str) -> list[int] | str:
        if reason := matrix.absent.get((direction, dtype, layout)):
            return reason
        found = (matrix.cells.get((method.name, dtype, layout)) for method in methods)
        return [number[result] if result else -1 for result in found]

    return {
        "methods": [_method(one) for one in methods],
        "dtypes": [[one.name, one.torch] for one in dtypes],
        "layouts": [[one.name, one.about] for one in layouts],
        "sources": [[source(dtype, layout) for layout in layouts] for dtype in dtypes],
        "cells": [[at(dtype.name, layout.name) for layout in layouts] for dtype in dtypes],
    }


def _method(method: Method) -> dict[str, str]:
    dtype = replace(next(one for one in DTYPES if method in methods_for(one)), torch="{dtype}")
    layout = next(one for one in LAYOUTS if one.direction == method.direction)
    page = posixpath.join("../..", method.page, "") if method.page else ""
    return {
        "name": method.name,
        "call": expression(method, dtype, layout),
        "lines": call(method, dtype, layout),
        "page": page,
    }


def made(result: Result) -> str:
    """What comes out of a call in a line: type, dtype, shape, strides and what is not as usual, "" if nothing does."""
    if result.type is None:
        return ""
    told = [result.type, *([result.dtype] if result.dtype else [])]
    if result.shape is not None:
        told.append(f"shape {result.shape}")
    if result.strides is not None:
        told.append(f"strides {result.strides}{'' if result.type == 'Tensor' else ' bytes'}")
    if result.device not in (None, "cpu"):
        told.append(f"on {result.device}")
    if result.requires_grad:
        told.append("requires grad")
    if result.writable == "no":
        told.append("read-only")
    if result.disagree:
        told.append(result.disagree)
    return ", ".join(told)
