"""Drawings of memory, made of what a run printed: headers over buffers. Pure.

::: picture understand/strides/reversed     the output of that example as a drawing; the example follows, folded

Each line of such an output is a buffer, or a header (an array's, a tensor's) over the buffer above it:

    buffer: 8 bytes, int16 [10, 20, 30, 40]
    row[::-1]: byte 6, int16 (4,), strides (-2,), [40, 30, 20, 10]

A drawing cannot be wrong: what each header reads is looked up in the bytes of its buffer, by its address, dtype, shape
and strides alone, and has to be what the run printed.
"""

import re
import struct
from ast import literal_eval
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, product
from typing import Any

from snippets.publish.blocks import example_block
from snippets.publish.markup import Target, render
from snippets.publish.page import Page
from snippets.publish.rows import Unknown, named
from snippets.store.files import toml_beside
from snippets.store.record import Record

BUFFER = re.compile(r"(?P<name>.*\bbuffer\b.*): \d+ bytes, (?P<dtype>\S+) (?P<values>\[.*\])")
HEADER = re.compile(
    r"(?P<name>.+): byte (?P<begin>-?\d+), (?P<dtype>\S+) (?P<shape>\(.*?\)), "
    r"strides (?P<strides>\(.*?\)), (?P<text>.+)"
)
VALUE = re.compile(r"[^\[\],\s]+")
CODES: dict[str, str] = toml_beside(__file__)
FORM = "print it as snippets/publish/pictures.py shows"
Index = tuple[int, ...]
# Of a drawing: its width, that of the widest cell, and the heights of words, of a lane of cells and of a gap.
WIDTH, WIDEST, WORDS, LANE, GAP = 360, 44, 15, 20, 12
LINE = 50  # characters that a line holds for sure


@dataclass(frozen=True)
class Header:
    """What an array or a tensor knows of its memory, and the values that it reads there, in order and as `text`."""

    name: str
    begin: int
    dtype: str
    shape: Index
    strides: Index
    text: str

    @property
    def size(self) -> int:
        """The bytes of an element."""
        return struct.calcsize(_code(self.dtype))

    @property
    def unit(self) -> str:
        """What its strides count."""
        return "elements" if self.dtype.startswith("torch.") else "bytes"

    @property
    def values(self) -> list[Any]:
        """What it reads, element by element."""
        return _values(self.text)

    @property
    def places(self) -> Mapping[Index, int]:
        """{index: the byte of the buffer at which that element begins}, in order."""
        steps = [stride * (self.size if self.unit == "elements" else 1) for stride in self.strides]
        indices = product(*map(range, self.shape))
        return {index: self.begin + sum(map(int.__mul__, index, steps)) for index in indices}

    @property
    def lanes(self) -> Sequence[Mapping[Index, int]]:
        """Its places on as few lanes as hold them apart: a row keeps together, unless its elements are in one place."""
        lanes = list[dict[Index, int]]()
        for _, group in groupby(self.places.items(), lambda place: place[0][:-1]):
            row = dict(group)
            parts = [row] if len({*row.values()}) == len(row) else [{index: row[index]} for index in row]
            for part in parts:
                lane = next((lane for lane in lanes if self._are_apart(lane, part)), None)
                if lane is None:
                    lanes.append(lane := {})
                lane.update(part)
        return lanes

    def _are_apart(self, lane: Mapping[Index, int], part: Mapping[Index, int]) -> bool:
        return all(abs(a - b) >= self.size for a in lane.values() for b in part.values())


@dataclass(frozen=True)
class Buffer:
    """A piece of memory: values of one dtype, one after another; and the headers over it."""

    name: str
    dtype: str
    values: Sequence[Any]
    headers: list[Header] = field(default_factory=list)

    @property
    def size(self) -> int:
        """The bytes of a value."""
        return struct.calcsize(_code(self.dtype))

    def read(self, header: Header) -> list[Any]:
        """What a header reads in it, by its address, dtype, shape and strides; None where it is not in it."""
        memory = b"".join(struct.pack(_code(self.dtype), value) for value in self.values)
        inside = range(len(memory) - header.size + 1)
        places = header.places.values()
        code = _code(header.dtype)
        return [struct.unpack_from(code, memory, place)[0] if place in inside else None for place in places]


def _code(dtype: str) -> str:
    """A dtype of either library as struct calls it; raises Unknown."""
    return named(dtype.removeprefix("torch."), CODES, "dtype")


def _values(text: str) -> list[Any]:
    return [literal_eval(value) for value in VALUE.findall(text)]


def buffers_in(output: str) -> list[Buffer]:
    """The buffers and headers of an output; raises Unknown for a line that is neither, and for one that cannot be."""
    buffers = list[Buffer]()
    for line in output.splitlines():
        if match := BUFFER.fullmatch(line):
            buffers.append(Buffer(match["name"], match["dtype"], _values(match["values"])))
        elif (match := HEADER.fullmatch(line)) and buffers:
            shape, strides = literal_eval(match["shape"]), literal_eval(match["strides"])
            header = Header(match["name"], int(match["begin"]), match["dtype"], shape, strides, match["text"])
            if (reads := buffers[-1].read(header)) != header.values:
                found = f"{line}; by address, dtype, shape and strides it would read {reads}"
                raise Unknown(found, "correct what the script prints")
            buffers[-1].headers.append(header)
        else:
            raise Unknown(f"a line that is no drawing: {line}", FORM)
    if not buffers:
        raise Unknown("an output without a buffer", FORM)
    return buffers


def picture(name: str, records: Record, page: Page, target: Target) -> str:
    """The published contract's `.picture`, or the text that says the same; both with the example that was drawn."""
    buffers, drawings, end = buffers_in(named(name, records.examples, "example").output), list[dict[str, Any]](), 0
    for buffer in buffers:
        drawings.append(drawn(buffer, end))
        end = drawings[-1]["end"]
    values = {
        "title": ", ".join(header.name for buffer in buffers for header in buffer.headers),
        "about": render("markdown", "picture_about", buffers=buffers),
        "example": example_block(name, records, page, target),
    }
    return render(target, "picture", name=name, buffers=drawings, width=WIDTH, height=end, **values)


def drawn(buffer: Buffer, top: int) -> dict[str, Any]:
    """Where what belongs to a buffer stands, from `top` on; `end` is below it."""
    scale = min((WIDTH - 2) / len(buffer.values), WIDEST) / buffer.size  # units a byte
    cells = [
        {"x": _at(number * buffer.size, scale), "text": value, "byte": number * buffer.size}
        for number, value in enumerate(buffer.values)
    ]
    headers, end = list[dict[str, Any]](), top + WORDS + LANE + WORDS + GAP
    for header in buffer.headers:
        headers.append(_header(header, header.size == buffer.size, scale, end))
        end = headers[-1]["end"] + GAP
    place = {"top": top, "end": end, "width": buffer.size * scale}
    return {"name": buffer.name, "cells": cells, "headers": headers, **place}


def _header(header: Header, by_index: bool, scale: float, top: int) -> dict[str, Any]:
    """Where a header's words and cells stand; an element is called by its index, or else by its value."""
    values, lanes = dict(zip(header.places, header.values, strict=True)), header.lanes
    words = f"{header.dtype} {header.shape}, strides {header.strides} {header.unit}"
    beside = len(header.name) + len(words) < LINE  # or else the words stand below the name
    first = top + (1 if beside else 2) * WORDS + GAP  # the top of the first lane
    cells = [
        {
            "x": _at(place, scale),
            "y": first + number * LANE,
            "text": ("" if len(index) > 2 else ",").join(map(str, index)) if by_index else values[index],
            "first": not any(index),
        }
        for number, lane in enumerate(lanes)
        for index, place in lane.items()
    ]
    return {
        "name": header.name,
        "words": words,
        "beside": beside,
        "top": top,
        "cells": cells,
        "width": header.size * scale,
        "pointer": _at(header.begin + header.size / 2, scale),
        "first": first,
        "end": first + len(lanes) * LANE,
    }


def _at(byte: float, scale: float) -> float:
    return round(1 + byte * scale, 1)
