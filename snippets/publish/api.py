"""The index of calls: which pages show each one. Pure: it is read off the examples and the facts.

::: api torch    the functions of torch, and the methods of a tensor
::: api numpy    the functions of NumPy, and the methods of an array
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from snippets.publish.rows import Unknown, code, first_few, table
from snippets.store.record import Record

SIDES = {"torch": ("torch", "Tensor"), "numpy": ("np", "ndarray")}
METHODS = ("Tensor", "ndarray")
SENTENCE = re.compile(r"(?<![\w.])(?:torch|np|Tensor|ndarray)(?:\.[A-Za-z_]\w*)+")
MOST = 6  # pages of one call; they are in the order of how often they show it


def side_named(side: str, records: Record) -> Sequence[str]:
    """The first names of the calls of one side; raises Unknown."""
    if side not in SIDES:
        raise Unknown(f"{side!r}: write {' or '.join(SIDES)}")
    return SIDES[side]


def api_text(side: str, records: Record) -> str:
    """A row a call: its name, and the pages that show it. Raises Unknown."""
    first_names = side_named(side, records)
    uses = defaultdict[str, Counter[str]](Counter)
    for example in records.examples.values():
        for name in calls(example.script):
            uses[name][example.name.rpartition("/")[0]] += 1
    for fact in records.facts.values():
        # Of a sentence the methods; what else it names and nothing calls is a dtype or a flag.
        methods = {name for name in SENTENCE.findall(fact.sentence) if name.partition(".")[0] in METHODS}
        for name in {*calls(fact.program), *methods}:
            uses[name][fact.page] += 1
    rows = [["call", "shown on"]]
    for name in sorted(uses, key=lambda name: (name.partition(".")[0] != first_names[0], name.lower())):
        if name.partition(".")[0] in first_names and "testing" not in name:
            rows.append([code(name), _links(uses[name])])
    return table(rows)


def _links(pages: Counter[str]) -> str:
    names = sorted(pages, key=lambda page: (-pages[page], page))
    return first_few([f"[{page.rpartition('/')[2]}](/{page}.md)" for page in names], MOST)


@cache
def calls(script: str) -> frozenset[str]:
    """The functions of the libraries that a script calls: torch.from_numpy, torch.utils.data.DataLoader."""
    try:
        tree = ast.parse(script)
    except SyntaxError:  # half of a script, saved while `mkdocs serve` runs
        return frozenset()
    known = {"np": "np", "torch": "torch"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            known |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    called = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            first, dot, rest = ast.unparse(node.func).partition(".")
            if first in known and "(" not in rest and "[" not in rest:
                called.add(known[first] + dot + rest)
    return frozenset(called)
