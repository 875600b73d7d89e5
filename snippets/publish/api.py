"""The index of calls: which pages show each one. Pure: it is read off the examples and the facts.

::: api torch    the functions of torch, and the methods of a tensor
::: api numpy    the functions of NumPy, and the methods of an array
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from snippets.publish.markup import Target, code
from snippets.publish.rows import first_few, grouped, named, opens, table
from snippets.publish.titles import title_of
from snippets.store.record import Record

# A side's groups of calls, each behind its heading: by what a name begins with, and whether a module follows.
SIDES = {
    "torch": {
        ("torch", False): "Functions of torch",
        ("Tensor", False): "Methods of a tensor",
        ("torch", True): "In modules of torch",
    },
    "numpy": {
        ("np", False): "Functions of NumPy",
        ("ndarray", False): "Methods of an array",
        ("np", True): "In modules of NumPy",
    },
}
METHODS = ("Tensor", "ndarray")
SENTENCE = re.compile(r"(?<![\w.])(?:torch|np|Tensor|ndarray)(?:\.[A-Za-z_]\w*)+")
MOST = 6  # pages of one call; they are in the order of how often they show it


def api_text(side: str, records: Record, target: Target) -> str:
    """A fold a group of calls, in it a row a call: its name, and the pages that show it. Raises Unknown."""
    groups = named(side, SIDES, "side", f"write {' or '.join(SIDES)}")
    uses = defaultdict[str, Counter[str]](Counter)
    for example in records.examples.values():
        for name in calls(example.script):
            uses[name][example.page] += 1
    for fact in records.facts.values():
        # Of a sentence the methods; what else it names and nothing calls is a dtype or a flag.
        methods = {name for name in SENTENCE.findall(fact.sentence) if name.partition(".")[0] in METHODS}
        for name in {*calls(fact.program), *methods}:
            uses[name][fact.page] += 1
    names = sorted((name for name in uses if "testing" not in name), key=str.lower)
    calls_of = grouped((_group(name), name) for name in names)
    return "\n\n".join(
        opens(f"### {title} ({len(calls_of[group])})", _table(calls_of[group], uses), target)
        for group, title in groups.items()
        if group in calls_of
    )


def _group(name: str) -> tuple[str, bool]:
    first, _, rest = name.partition(".")
    return first, "." in rest


def _table(names: Iterable[str], uses: Mapping[str, Counter[str]]) -> str:
    return table(["call", "shown on"], ((code(name), _links(uses[name])) for name in names))


def _links(pages: Counter[str]) -> str:
    names = sorted(pages, key=lambda page: (-pages[page], page))
    return first_few([f"[{title_of(page)}](/{page}.md)" for page in names], MOST)


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
