"""The one error type: what is wrong, where, and what its maker does about it."""

import difflib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

WORDS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@dataclass
class Problem(Exception):
    """Something that the person who made it can mend.

    `file` is relative to the repository, `line` counts from 1. `fix` is a command or an edit.
    `detail` is shown last as it is: a unified diff, or what a script printed.
    """

    file: str
    line: int
    expected: str
    found: str
    fix: str
    detail: str = ""

    @classmethod
    def of(cls, file: str, line: int, kind: str, /, *, detail: str = "", **words: object) -> Self:
        """The Problem that problem.toml words as `kind`, with `words` for what stands in braces there."""
        texts = {part: text.format(file=file, **words) for part, text in WORDS[kind].items()}
        return cls(file, line, **texts, detail=detail)

    def __str__(self) -> str:
        head = f"{self.file}:{self.line}: {self.found}"
        text = f"{head}\n  expected: {self.expected}\n  found:    {self.found}\n  fix:      {self.fix}"
        return f"{text}\n{self.detail.rstrip()}" if self.detail else text


def nearest(name: str, names: Iterable[str], where: str = "`python -m snippets list` shows every name") -> str:
    """`name`'s closest match among `names` as a question, or `where` to see them all."""
    close = difflib.get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f"did you mean {close[0]}?" if close else where


def line_of(text: str, position: int) -> int:
    """The line, from 1, that `position` (an index into `text`) lies on."""
    return text.count("\n", 0, position) + 1
