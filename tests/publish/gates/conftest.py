"""What the checks are tried on: a record with one example and one fact, and pages typed here."""

from collections.abc import Callable
from pathlib import Path

import pytest

from snippets.publish.gates import Gate
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from snippets.store.types import Example, Fact
from tests.store.made_up import record_of

Found = list[tuple[str, int, str]]
Try = Callable[..., Found]

FINE = Example("methods/p/fine", "print(1)\n", "1\n")
HOLDS = Fact("methods/p#holds", "snippets/facts/methods/p.py", 3, "It holds.", "", "assert True\n", 4)
SHOWN = "::: example methods/p/fine\n::: fact methods/p#holds\n"
RECORD = record_of({FINE.name: FINE}, {HOLDS.name: HOLDS})


@pytest.fixture
def found(tmp_path: Path) -> Try:
    """What a gate finds on pages with these texts, as (file, line, what): methods/p, methods/p1, ..."""

    def found(gate: Gate, *texts: str) -> Found:
        names = [f"methods/p{number or ''}" for number in range(len(texts))]
        pages = {name: Page(name, text) for name, text in zip(names, texts, strict=True)}
        return [(problem.file, problem.line, problem.found) for problem in gate(Sources(pages, RECORD, tmp_path))]

    return found
