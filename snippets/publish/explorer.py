"""What the explorer of reference/behaviour shows, as finished words: overrides/assets/explorer.js only places them."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from snippets.matrix.axes import AXES, CROSSINGS, Direction, Dtype, Layout, Method
from snippets.matrix.messages import explanations_of
from snippets.matrix.script import HEAD, NO_DTYPE, OPERATOR_PROBE, PROBE, call, expression, methods_for, source
from snippets.publish.links import way
from snippets.publish.markup import Target, render
from snippets.publish.numbers import holds
from snippets.publish.page import Page
from snippets.publish.spans import bare, word
from snippets.publish.tables import direction_of
from snippets.store.record import Record
from snippets.store.types import Matrix, Result

SHOWN: tuple[Direction, ...] = (*CROSSINGS, "scalars", "indices")
TYPES = {"to_torch": ["Tensor"], "to_numpy": ["ndarray"]}  # that a reader wants


def explorer_block(argument: str, records: Record, page: Page, target: Target) -> str:
    """The place of the explorer, and what stands there without JavaScript."""
    return render(target, "explorer", data=way(page.name, "reference/data"))


def explorer_data(matrix: Matrix) -> dict[str, Any]:
    """The cells of both directions, with numbers in place of what is said more than once.

    `cells[dtype][layout][method]` is the number of a result; where the source cannot be made, `cells[dtype][layout]` is
    the reason. A result is its outcome, its words, what comes out, the numbers of its messages, and the type and the
    dtype of what comes out; a message is its text and the name of its explanation, of which `fixes` has the calls that
    work, each with its dtype ("" is any), and what to do where none is the answer. `lossy[dtype]` are the dtypes that
    do not hold every number of it. Where a direction is `computed`, the outcome is a type, and a result says last
    whether its values are what one library alone gives. A script is head, source, call (with the dtype of torch for
    {dtype}) and one of the two `probes`, the second of what is computed: exactly what `python -m snippets cell` prints.
    """
    counted = Counter(result for key, result in matrix.cells.items() if direction_of(key) in SHOWN)
    results = [result for result, _ in counted.most_common()]  # the most frequent have the shortest numbers
    messages = list(dict.fromkeys(text for result in results for text in result.messages))
    return {
        "head": HEAD,
        "probes": [PROBE, OPERATOR_PROBE],
        "no_dtype": NO_DTYPE,
        "directions": {name: _direction(name, matrix, results) for name in SHOWN},
        "results": [_result(result, messages) for result in results],
        "messages": [[text, *(message.name for message in explanations_of(text)[:1])] for text in messages],
        "fixes": {
            message.name: [message.works, message.instead] for text in messages for message in explanations_of(text)
        },
    }


def _result(result: Result, messages: Sequence[str]) -> list[Any]:
    words, numbers = word(result).replace("**", ""), list(map(messages.index, result.messages))
    return [result.outcome, words, _made(result), numbers, result.type, bare(result.dtype), result.values != "differ"]


def _direction(direction: Direction, matrix: Matrix, results: Sequence[Result]) -> dict[str, Any]:
    axes, numbers = AXES[direction], {result: number for number, result in enumerate(results)}
    dtypes, layouts = axes.dtypes.values(), axes.layouts.values()
    dtypes_made = {bare(result.dtype) for result in results}

    def at(dtype: str, layout: str) -> list[int] | str:
        cells = (matrix.cells.get((method, dtype, layout)) for method in axes.methods)
        numbered = [numbers[result] if result else -1 for result in cells]
        return matrix.absent.get((direction, dtype, layout)) or numbered

    return {
        "methods": [_method(method) for method in axes.methods.values()],
        "dtypes": [[dtype.name, dtype.torch] for dtype in dtypes],
        "layouts": [[layout.name, layout.about] for layout in layouts],
        "computed": direction not in CROSSINGS,
        "types": TYPES.get(direction, []),
        "lossy": [_lossy(dtype, dtypes_made) if direction in CROSSINGS else [] for dtype in dtypes],
        "sources": [[source(dtype, layout) for layout in layouts] for dtype in dtypes],
        "cells": [[at(dtype, layout) for layout in axes.layouts] for dtype in axes.dtypes],
    }


def _lossy(dtype: Dtype, made: Iterable[str]) -> list[str]:
    return sorted(other for other in made if not holds(other, dtype.name))


def _method(method: Method) -> dict[str, str]:
    dtype, layout = first_source(method)
    dtype = replace(dtype, torch="{dtype}")
    return {
        "name": method.name,
        "call": expression(method, dtype, layout),
        "lines": call(method, dtype, layout),
        "page": posixpath.join("../..", method.page, "") if method.page else "",
    }


def first_source(method: Method) -> tuple[Dtype, Layout]:
    """The first source that a method takes: float32, or the first pair of operands, the array first."""
    axes = AXES[method.direction]
    dtypes = (dtype for dtype in axes.dtypes.values() if method in methods_for(dtype))
    return next(dtypes), next(iter(axes.layouts.values()))


def _made(result: Result) -> str:
    """What comes out of a call: type, dtype, shape, strides and what is not as usual; "" if nothing does."""
    unit = "" if result.type == "Tensor" else " bytes"
    parts = [
        result.type,
        result.dtype,
        result.shape is not None and f"shape {result.shape}",
        result.strides is not None and f"strides {result.strides}{unit}",
        result.device not in (None, "cpu") and f"on {result.device}",
        result.requires_grad and "requires grad",
        result.writable == "no" and "read-only",
        result.disagree,
    ]
    return ", ".join(str(part) for part in parts if part) if result.type else ""
