"""What may not be on a page, found in its source: the checks that need no run and no build, one a file.

Each module in this folder has one function, `problems(sources)`, which yields what is wrong.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules

from snippets.problem import Problem
from snippets.publish.sources import Sources

Gate = Callable[[Sources], Iterable[Problem]]

GATES: list[Gate] = [import_module(f"{__name__}.{module.name}").problems for module in iter_modules(__path__)]


def problems(sources: Sources) -> list[Problem]:
    """What all gates find."""
    return [problem for gate in GATES for problem in gate(sources)]
