"""Inline code with a name or an argument that the libraries do not have, or is marked as such and they have it.

Marked is `Tensor.astype`{.absent}: the first name in it does not exist. What they have is recorded: store/names.
"""

import ast
import builtins
import pydoc
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from snippets.problem import Problem, nearest
from snippets.publish.gates.tutorials import page_of
from snippets.publish.page import Line, Page
from snippets.publish.sources import Sources
from snippets.store import names, tutorials

INLINE_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)(?P<code>(?:(?!\1)[^\n])+)\1(?!`)(?P<absent>\{\.absent\})?")
NAME = re.compile(r"(?<![\w.])\.?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
ARGUMENT = re.compile(r"^\w+=(?!=)")
# A file, a selector, an ending, a variable of a shell, code that speaks of code: no call.
OTHER = re.compile(r"^[\w./*-]+\.(?:html|ipynb|json|lock|md|npy|npz|out|pt|py|toml|txt|yml)$|^\.(?!\w+\()|^[A-Z_]+=|`")

HOW = (
    f"correct it; mark what does not exist, `CODE`{{.absent}}; a module that is new here joins {names.SOURCE}, "
    f"then run: {names.UPDATE}"
)


@dataclass(frozen=True)
class Wrong:
    """What is not there, in words, its name, and the names that are there."""

    what: str
    name: str
    known: frozenset[str]


@dataclass(frozen=True)
class Known:
    """What is recorded of the libraries, and what pages say for their things."""

    recorded: names.Names
    also: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def members(self) -> Mapping[str, frozenset[str]]:
        """What is in each module and class."""
        members = {owner: frozenset(words.split()) for owner, words in self.recorded.members.items()}
        return members | {name: members[owner] | members.get(name, frozenset()) for name, owner in self.also.items()}

    @cached_property
    def every(self) -> frozenset[str]:
        """What is in any of them."""
        return frozenset().union(*self.members.values())

    @cached_property
    def arguments(self) -> Mapping[str, frozenset[str]]:
        """The arguments of functions, by their last names."""
        return {name: frozenset(words.split()) for name, words in self.recorded.arguments.items()}

    @cached_property
    def every_argument(self) -> frozenset[str]:
        """The arguments of all functions."""
        return frozenset().union(*self.arguments.values())

    def wrong(self, code: str) -> Iterator[Wrong]:
        """The names in a piece of code that are not there, in its order."""
        tree = parsed(code)
        if tree is None:
            for name in NAME.findall(code):
                if name.partition(".")[0] in self.members:
                    yield from self._missing(*name.rpartition(".")[::2])
            return
        for node in sorted(ast.walk(tree), key=lambda node: getattr(node, "end_col_offset", 0)):
            if isinstance(node, ast.Attribute):
                yield from self._missing(ast.unparse(node.value), node.attr)
            elif isinstance(node, ast.Call):
                called = ast.unparse(node.func).rpartition(".")[2]
                of = f" of {called}" if called in self.arguments else ""
                known = self.arguments.get(called, self.every_argument)
                names = [word.arg for word in node.keywords if word.arg and word.arg not in known]
                yield from (Wrong(f"argument {name}{of}", name, known) for name in names)

    def _missing(self, owner: str, name: str) -> Iterator[Wrong]:
        known, first = self.members.get(owner, self.every), owner.partition(".")[0]
        if name.startswith("__") and (hasattr(type, name) or hasattr(ast, name)):
            return  # any class or module has it
        standard = first in sys.stdlib_module_names or hasattr(builtins, first)
        if name not in known and not (standard and pydoc.locate(f"{owner}.{name}")):
            yield Wrong(f"{owner}.{name}".removeprefix("_."), name, known)


def parsed(code: str) -> ast.AST | None:
    """A piece of code as Python: an expression, a method as in `.numpy()`, an argument as in `copy=`, a statement."""
    value = f"{code}..." if code.endswith("=") else code
    argument = f"_({value})"
    for text in (argument if ARGUMENT.match(code) else code, f"_{code}", argument, f"{code} pass"):
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError):
            continue
    return None


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each of them: on pages, in the sentences of facts, in the text of tutorials."""
    known = Known(names.read(sources.root), names.owners(sources.root, "also"))
    if not known.recorded.members:
        return
    texts = [(page.file, 0, page) for page in sources.pages.values()]
    texts += [(fact.file, fact.line, Page("", fact.sentence)) for fact in sources.records.facts.values()]
    texts += [(file, 0, page_of(percent)) for file, percent in tutorials.sources(sources.root).items()]
    for file, above, page in texts:
        yield from problems_in(file, above, page, known)


def problems_in(file: str, above: int, page: Page, known: Known) -> Iterator[Problem]:
    """The same for one text, `above` lines down in `file`."""
    for line in (part for part in page.parts if isinstance(part, Line)):
        for inline in INLINE_CODE.finditer(line.text):
            code = inline["code"].strip()
            wrong = None if OTHER.match(code) else next(known.wrong(code), None)
            if inline["absent"] and not wrong:
                yield Problem.of(file, above + line.line, "not_absent", code=code)
            elif wrong and not inline["absent"]:
                fix = nearest(wrong.name, wrong.known, HOW)
                yield Problem.of(file, above + line.line, "no_such_name", code=code, what=wrong.what, fix=fix)
