"""Lines that a merge has left: <<<<<<<, ||||||| , ======= and >>>>>>>."""

import re
from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.sources import Sources

MARKER = re.compile(r"(?:<{7}|>{7}|\|{7})(?= |$)|={7}$")


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each such line, wherever it stands."""
    fix = "keep what is right of the two sides, and remove the lines that git put around them"
    for page in sources.pages.values():
        for number, line in enumerate(page.source.split("\n"), 1):
            if marker := MARKER.match(line):
                yield Problem(page.file, number, "a page without conflicts", f"a conflict marker, {marker[0]}", fix)
