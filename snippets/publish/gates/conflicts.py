"""Lines that a merge has left: <<<<<<<, ||||||| , ======= and >>>>>>>."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from snippets.problem import Problem
from snippets.publish.page import Page
from snippets.store.record import Record

MARKER = re.compile(r"(?:<{7}|>{7}|\|{7})(?= |$)|={7}$")


def problems(pages: Mapping[str, Page], records: Record, root: Path) -> Iterator[Problem]:
    """A Problem for each such line, wherever it stands."""
    fix = "keep what is right of the two sides, and remove the lines that git put around them"
    for page in pages.values():
        for number, line in enumerate(page.source.split("\n"), 1):
            if marker := MARKER.match(line):
                yield Problem(page.file, number, "a page without conflicts", f"a conflict marker, {marker[0]}", fix)
