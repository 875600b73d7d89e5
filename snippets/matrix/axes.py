"""The axes of the matrix, as methods.toml, dtypes.toml and layouts.toml have them: each says how to add an entry.

Nothing here is run by this package: `code`, `dtype`, `values` and `call` are text, and become a script.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar, get_args

from snippets.matrix.entries import entries
from snippets.problem import nearest

Direction = Literal["to_torch", "to_numpy", "operators", "scalars", "indices"]


@dataclass(frozen=True)
class Method:
    """One way across. `page` explains it ("" if none does). What computes something is of a `group`.

    `call` uses the source, `a` (an array) or `t` (a tensor); for operators `{x}` and `{y}`, one of each.
    Where it holds {dtype}, it needs to be told the torch dtype that matches the source's. Where it is a statement,
    `gives` is what is looked at after it. `plain` is what it is compared with, if not the same call on one library's.
    """

    name: str
    call: str
    direction: Direction
    page: str = ""
    group: str = ""
    gives: str = ""
    plain: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Dtype:
    """One dtype, as an expression; `values` is a nested list, `others` the second operand's, `extremes` what is hard.

    `torch` is the name of torch's dtype for the same numbers, or "". A tensor is made by `make`, an expression with
    {dtype} and {values} in it.
    """

    name: str
    dtype: str
    values: str
    extremes: str
    direction: Direction
    torch: str
    make: str = ""
    others: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Layout:
    """One way that data can lie in memory: `code` makes `a` (or `t`) out of `values` and `dtype` (or `x`, a tensor).

    For what computes something, it makes the operands, and `plain`, the same of one library alone; `operands` follows.

    `recognize` is an expression that holds for an array in this layout; names_of in recognize.py has its names. Of the
    layouts that an array has, the first in `rank` decides. A table at a glance calls it `words`.
    """

    name: str
    about: str
    code: str
    direction: Direction
    recognize: str
    rank: int = 0
    operands: str = ""
    words: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Axes:
    """The entries of one direction, by name."""

    methods: Mapping[str, Method]
    dtypes: Mapping[str, Dtype]
    layouts: Mapping[str, Layout]


DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
CROSSINGS: tuple[Direction, ...] = ("to_torch", "to_numpy")  # the others compute something of both
T = TypeVar("T")
A = TypeVar("A", Method, Dtype, Layout)


def axis(file: str, kind: type[T], *, once: bool = False) -> tuple[T, ...]:
    """The entries of `file`, each a `kind` of the direction that it stands in; a name comes once, or once in each."""
    read = entries(file, once=once)
    for entry in read:
        if (direction := entry.path[0]) not in DIRECTIONS:
            fix = nearest(direction, DIRECTIONS, "correct it")
            raise entry.problem("unknown_direction", known=", ".join(DIRECTIONS), direction=direction, fix=fix)
    return tuple(entry.into(kind, direction=entry.path[0]) for entry in read)


METHODS = axis("methods.toml", Method, once=True)
DTYPES = axis("dtypes.toml", Dtype)
LAYOUTS = axis("layouts.toml", Layout)
METHOD_NAMED = {method.name: method for method in METHODS}


def _named(axis: Iterable[A], direction: Direction) -> Mapping[str, A]:
    return {entry.name: entry for entry in axis if entry.direction == direction}


AXES: Mapping[str, Axes] = {
    name: Axes(_named(METHODS, name), _named(DTYPES, name), _named(LAYOUTS, name)) for name in DIRECTIONS
}
ARRAY_DTYPES = tuple(AXES["to_torch"].dtypes.values())
ARRAY_LAYOUTS = tuple(AXES["to_torch"].layouts.values())
