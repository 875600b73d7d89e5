"""What may not be on a page, found in its source: the checks that need no run and no build, one a file.

Each module has one function, `problems(pages, records, root)`, which yields what is wrong. A new one joins GATES.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from snippets.problem import Problem
from snippets.publish.gates import (
    addresses,
    conflicts,
    directives,
    front_matter,
    orphans,
    prose,
    record,
    releases,
    tutorials,
    typed,
)
from snippets.publish.page import Page
from snippets.store.record import Record

Gate = Callable[[Mapping[str, Page], Record, Path], Iterable[Problem]]

MODULES = (record, releases, conflicts, addresses, front_matter, directives, typed, prose, tutorials, orphans)
GATES: tuple[Gate, ...] = tuple(module.problems for module in MODULES)


def problems(pages: Mapping[str, Page], records: Record, root: Path) -> list[Problem]:
    """What all gates find in the pages of the repository at `root`."""
    return [problem for gate in GATES for problem in gate(pages, records, root)]
