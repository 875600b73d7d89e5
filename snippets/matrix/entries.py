"""Reads the TOML files of this folder: tables in tables, of which the innermost are the entries.

What a table holds besides tables holds for all entries in it.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from inspect import Parameter, signature
from pathlib import Path
from typing import Any, TypeVar

from snippets.problem import Problem, line_of, nearest

FOLDER = Path(__file__).parent
T = TypeVar("T")
GIVEN = ("name", "line", "direction")  # by the place of an entry, not by its keys


@dataclass(frozen=True)
class Entry:
    """One entry: the file and line that it is at, the names of the tables down to it, and what holds for it."""

    file: str
    line: int
    path: tuple[str, ...]
    values: Mapping[str, Any]

    def problem(self, kind: str, **words: Any) -> Problem:
        """What is wrong with this entry; see Problem.of."""
        return Problem.of(self.file, self.line, kind, entry=".".join(self.path), **words)

    def into(self, kind: Callable[..., T], **made: Any) -> T:
        """A `kind` of this entry's name, line and values, with `made` in place of what the file says.

        Raises Problem where a key is unknown or missing, or its value is neither text nor number as it has to be.
        """
        parameters = {key: value for key, value in signature(kind).parameters.items() if key not in GIVEN}
        known = ", ".join(parameters)
        for key, value in self.values.items():
            if key not in parameters:
                fix = nearest(key, parameters, "remove it")
                raise self.problem("unknown_key", known=known, key=key, fix=fix)
            type_ = parameters[key].annotation
            if type_ in (str, int) and not isinstance(value, type_):
                raise self.problem("no_text" if type_ is str else "no_number", key=key, value=value)
        for key, parameter in parameters.items():
            if parameter.default is Parameter.empty and key not in self.values:
                raise self.problem("no_key", known=known, key=key)
        return kind(**{"name": self.path[-1], "line": self.line, **self.values, **made})


def entries(file: str, *, once: bool = True) -> list[Entry]:
    """The entries of `file`, in its order; a name comes `once`, or once in each of the outermost tables.

    Raises Problem where it is no TOML, or has a name that is none or comes again.
    """
    text = (FOLDER / file).read_text(encoding="utf-8")
    place = f"snippets/matrix/{file}"
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise Problem.of(place, int(line[1]) if line else text.count("\n"), "no_toml", error=error) from None
    read = [Entry(place, _line(text, path), path, values) for path, values in _innermost(tables)]
    first: dict[tuple[str, ...], Entry] = {}
    for entry in read:
        table, *_, name = ("", *entry.path) if once else entry.path
        if not name.isidentifier():
            raise entry.problem("no_identifier")
        if (other := first.setdefault((table, name), entry)) is not entry:
            raise entry.problem("entry_twice", line=other.line)
    return read


def _innermost(
    table: Mapping[str, Any], path: tuple[str, ...] = (), around: Mapping[str, Any] | None = None
) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """The path of each innermost table, with what it and the tables around it hold."""
    tables = {name: value for name, value in table.items() if isinstance(value, dict)}
    values = {**(around or {}), **{key: value for key, value in table.items() if key not in tables}}
    if path and not tables:
        yield path, values
    for name, inner in tables.items():
        yield from _innermost(inner, (*path, name), values)


def _line(text: str, path: tuple[str, ...]) -> int:
    """The line of the entry at `path`: its header, or its first line below the header of the table around it."""
    header = text.find(f"\n[{'.'.join(path)}]")
    if header < 0:
        around = text.find(f"\n[{'.'.join(path[:-1])}]")
        inside = re.compile(rf"\n{re.escape(path[-1])}\b").search(text, max(around, 0))
        header = inside.start() if inside else 0
    return line_of(text, header + 1)
