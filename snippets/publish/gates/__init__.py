"""What may not be on a page, found in its source: the checks that need no run and no build, one a file.

Each module has one function, `problems(sources)`, which yields what is wrong. A new one joins GATES.
"""

from collections.abc import Callable, Iterable

from snippets.problem import Problem
from snippets.publish.gates import (
    addresses,
    directives,
    forbidden,
    front_matter,
    headings,
    links,
    names,
    orphans,
    prose,
    record,
    releases,
    tutorials,
    twins,
    typed,
)
from snippets.publish.sources import Sources

Gate = Callable[[Sources], Iterable[Problem]]

MODULES = (
    record,
    releases,
    forbidden,
    addresses,
    front_matter,
    headings,
    links,
    names,
    directives,
    typed,
    prose,
    tutorials,
    twins,
    orphans,
)
GATES: tuple[Gate, ...] = tuple(module.problems for module in MODULES)


def problems(sources: Sources) -> list[Problem]:
    """What all gates find."""
    return [problem for gate in GATES for problem in gate(sources)]
