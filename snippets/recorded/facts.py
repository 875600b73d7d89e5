"""Facts: one sentence about the libraries each, and the proof of it. Read off their source; nothing is imported.

snippets/facts/methods/from_numpy.py holds the facts of docs/methods/from_numpy.md: one function a fact, whose docstring
is the sentence and whose body is the proof. `program` is the body as it stands alone: what is published and run.
"""

import ast
import hashlib
import json
import sys
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from snippets.problem import Problem

FACTS = "snippets/facts"
MUTANTS = "tests/mutants"
PROVED = "snippets/recorded/facts.json"


@dataclass(frozen=True)
class Function:
    """A function of a module that is read, not imported: its docstring in one line, its body, the imports it uses.

    `line` is the function's, `first` the one that its body begins on.
    """

    name: str
    file: str
    line: int
    sentence: str
    imports: str
    body: str
    first: int

    @property
    def program(self) -> str:
        """The body as a script that runs as it stands."""
        return f"{self.imports}\n{self.body}" if self.imports else self.body


@dataclass(frozen=True)
class Fact(Function):
    """A sentence and its proof. `name` is PAGE#FUNCTION; `mutants` are the recorded ones that kill it."""

    mutants: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The page that the fact belongs to."""
        return self.name.partition("#")[0]


def digest(fact: Fact) -> str:
    """The fingerprint by which the record knows a fact: of its sentence and its proof."""
    return hashlib.sha256(f"{fact.sentence}\n{fact.program}".encode()).hexdigest()[:32]


def functions(file: Path, path: str) -> Iterator[Function]:
    """The functions of the module `file`, which messages call `path`; raises Problem where it cannot be read.

    A module holds a docstring, imports and functions without arguments, nothing else.
    """
    try:
        text = file.read_bytes().decode()
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        raise Problem(path, getattr(error, "lineno", 1) or 1, "Python", str(error), "correct the syntax") from None
    lines = text.split("\n")
    imports = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    for place, node in enumerate(tree.body):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            continue
        if isinstance(node, ast.FunctionDef) and not ast.unparse(node.args) and not node.decorator_list:
            yield _function(node, path, lines, imports)
        elif place or not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            expected = "a docstring, imports, and functions without arguments"
            found = f"{type(node).__name__}: {ast.unparse(node)[:60]}"
            raise Problem(path, node.lineno, expected, found, "put it into the function that needs it")


def _function(
    node: ast.FunctionDef, path: str, lines: list[str], imports: list[ast.Import | ast.ImportFrom]
) -> Function:
    sentence = " ".join((ast.get_docstring(node) or "").split())
    start = node.body[0].end_lineno if sentence else node.lineno
    assert start is not None
    body = lines[start : node.end_lineno]
    blank = next((number for number, line in enumerate(body) if line.strip()), len(body))
    text = textwrap.dedent("\n".join(body[blank:])).rstrip("\n") + "\n"
    used = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    groups: dict[bool, list[str]] = {True: [], False: []}
    for one in imports:
        bound = {(alias.asname or alias.name).partition(".")[0] for alias in one.names}
        if bound & used:
            module = one.names[0].name if isinstance(one, ast.Import) else str(one.module)
            kept = [alias for alias in one.names if (alias.asname or alias.name).partition(".")[0] in used]
            copy = ast.Import(kept) if isinstance(one, ast.Import) else ast.ImportFrom(one.module, kept, one.level)
            groups[module.partition(".")[0] in sys.stdlib_module_names].append(ast.unparse(copy))
    head = "\n".join("".join(f"{line}\n" for line in group) for group in groups.values() if group)
    return Function(node.name, path, node.lineno, sentence, head, text, start + blank + 1)


def facts_in(root: Path) -> tuple[dict[str, Fact], list[Problem]]:
    """All facts by name, in the order of pages and functions, and what is wrong with the modules that hold none."""
    found: dict[str, Fact] = {}
    problems = []
    try:
        proved = read_proved(root)
    except Problem as problem:
        proved, problems = {}, [problem]
    base = root / FACTS
    for file in sorted(base.rglob("*.py")):
        if file.name == "__init__.py":
            continue
        page = file.relative_to(base).with_suffix("").as_posix()
        try:
            for one in _functions(file, f"{FACTS}/{page}.py", file.stat().st_mtime_ns):
                name = f"{page}#{one.name}"
                if name in found:
                    expected = "one function of a name"
                    fix = "rename one of the two"
                    problems.append(Problem(one.file, one.line, expected, f"{one.name} a second time", fix))
                mutants = tuple(proved.get(name, {}).get("mutants", ()))
                found[name] = Fact(**{**vars(one), "name": name}, mutants=mutants)
        except Problem as problem:
            problems.append(problem)
    return found, problems


@lru_cache(maxsize=512)  # a build asks for them once a page
def _functions(file: Path, path: str, _changed: int) -> tuple[Function, ...]:
    return tuple(functions(file, path))


def mutants_in(root: Path) -> dict[str, Function]:
    """All mutants by name; raises Problem where a module cannot be read or two have one name."""
    found: dict[str, Function] = {}
    for file in sorted((root / MUTANTS).glob("*.py")):
        if file.name == "__init__.py":
            continue
        for one in functions(file, f"{MUTANTS}/{file.name}"):
            if one.name in found:
                problem = f"{one.name} a second time, first in {found[one.name].file}"
                raise Problem(one.file, one.line, "one mutant of a name", problem, "rename one of the two")
            found[one.name] = one
    return found


def read_proved(root: Path) -> dict[str, dict[str, Any]]:
    """What was proved: {fact: {"proof": the fingerprint of sentence and proof, "mutants": those that kill it}}."""
    path = root / PROVED
    if not path.exists():
        return {}
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        fix = "git checkout this file, or delete it and run: python -m snippets update facts"
        raise Problem(PROVED, getattr(error, "lineno", 1), "JSON", str(error), fix) from None


def unproved(fact: Fact, proved: Mapping[str, Mapping[str, Any]]) -> Problem | None:
    """What is wrong with `fact` as against the record, or None: never proved, or its proof edited since."""
    fix = f"run: python -m snippets update {fact.name}"
    if fact.name not in proved:
        return Problem(fact.file, fact.line, "a fact that was proved", "never proved", fix)
    if proved[fact.name].get("proof") != digest(fact):
        expected = "the sentence and the proof that were recorded"
        return Problem(fact.file, fact.line, expected, "edited since it was proved", fix)
    return None
