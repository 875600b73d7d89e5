"""The index of calls: which pages show each one. Pure: it is read off the examples and the facts.

::: api torch    the functions of torch, and the methods of a tensor
::: api numpy    the functions of NumPy, and the methods of an array
"""

import ast
import re
from collections import Counter, defaultdict
from functools import cache, lru_cache

from snippets.publish.tables import Unknown, code, table
from snippets.recorded import Record

SIDES = {"torch": ("torch", "Tensor"), "numpy": ("np", "ndarray")}
METHODS = ("Tensor", "ndarray")
SENTENCE = re.compile(r"(?<![\w.])(?:torch|np|Tensor|ndarray)(?:\.[A-Za-z_]\w*)+")
MOST = 6  # pages of one call; they are in the order of how often they show it


@lru_cache(maxsize=4)  # a page is checked and built out of the same index
def api_text(side: str, records: Record) -> str:
    """A row a call: its name, and the pages that show it. Raises Unknown."""
    if side not in SIDES:
        raise Unknown(f"{side!r}: write {' or '.join(SIDES)}")
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
    for name in sorted(uses, key=lambda name: (name.partition(".")[0] != SIDES[side][0], name.lower())):
        if name.partition(".")[0] in SIDES[side] and "testing" not in name:
            pages = [page for page, _ in sorted(uses[name].items(), key=lambda one: (-one[1], one[0]))]
            links = ", ".join(f"[{page.rpartition('/')[2]}](/{page}.md)" for page in pages[:MOST])
            rows.append([code(name), links + (f" and {len(pages) - MOST} more" if len(pages) > MOST else "")])
    return table(rows)


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
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            first, dot, rest = ast.unparse(node.func).partition(".")
            if first in known and "(" not in rest and "[" not in rest:
                found.add(known[first] + dot + rest)
    return frozenset(found)
