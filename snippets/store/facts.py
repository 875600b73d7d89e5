"""Facts: one sentence about the libraries each, and the proof of it. Read off their source; nothing is imported.

snippets/facts/methods/from_numpy.py holds the facts of docs/methods/from_numpy.md: one function a fact, whose docstring
is the sentence and whose body is the proof. `program` is the body as it stands alone: what is published and run. What
was proved is in snippets/recorded/facts/methods/from_numpy.json.
"""

import ast
import json
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Self

from snippets.problem import Problem
from snippets.store import claims, files
from snippets.store.files import RECORDED, broken, names_under, read_json, remove, write_json
from snippets.store.types import Fact, Function

FACTS = "snippets/facts"
MUTANTS = "tests/mutants"
PROVED = f"{RECORDED}/facts"
Import = ast.Import | ast.ImportFrom


@dataclass(frozen=True)
class Proved:
    """What is recorded of a fact: the fingerprint of its sentence and proof, the mutants that kill it, what it tries.

    `tried` is {call: what of what the proof gives to it the proof was found to notice}: dtypes, layouts, types.
    `seal` is the fingerprint of all that: one a fact, so that two facts of a page do not meet in a merge.
    """

    proof: str
    mutants: tuple[str, ...]
    tried: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seal: str = ""

    def sealed(self) -> Self:
        """The same with its fingerprint."""
        held = json.dumps([self.proof, self.mutants, self.tried], sort_keys=True)
        return replace(self, seal=files.digest(held.encode())[:8])


def digest(fact: Fact) -> str:
    """The fingerprint by which the record knows a fact: of its sentence and its proof."""
    return files.digest(f"{fact.sentence}\n{fact.program}".encode())


def functions(file: Path, path: str) -> Iterator[Function]:
    """The functions of the module `file`, which messages call `path`; raises Problem where it cannot be read.

    A module holds a docstring, imports and functions without arguments, nothing else.
    """
    try:
        text = file.read_bytes().decode()
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        raise Problem.of(path, getattr(error, "lineno", 1) or 1, "no_python", error=error) from None
    lines = text.split("\n")
    imports = [node for node in tree.body if isinstance(node, Import)]
    for place, node in enumerate(tree.body):
        if isinstance(node, Import):
            continue
        if isinstance(node, ast.FunctionDef) and not ast.unparse(node.args) and not node.decorator_list:
            yield _function(node, path, lines, imports)
        elif place or not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            words = {"kind": type(node).__name__, "code": ast.unparse(node)[:60]}
            raise Problem.of(path, node.lineno, "no_function", **words)


def _function(node: ast.FunctionDef, path: str, lines: list[str], imports: list[Import]) -> Function:
    sentence = " ".join((ast.get_docstring(node) or "").split())
    start = node.body[0].end_lineno if sentence else node.lineno
    body = lines[start : node.end_lineno]
    blank = next((number for number, line in enumerate(body) if line.strip()), len(body))
    text = textwrap.dedent("\n".join(body[blank:])).rstrip("\n") + "\n"
    used = {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
    return Function(node.name, path, node.lineno, sentence, _imports(imports, used), text, (start or 0) + blank + 1)


def _imports(imports: Iterable[Import], used: set[str]) -> str:
    """Those of a module's imports that bind a name which is `used`: Python's own first, then the libraries'."""
    groups = {True: "", False: ""}
    for node in map(copy, imports):
        module = str(node.module) if isinstance(node, ast.ImportFrom) else node.names[0].name
        node.names = [alias for alias in node.names if (alias.asname or alias.name).partition(".")[0] in used]
        if node.names:
            groups[module.partition(".")[0] in sys.stdlib_module_names] += f"{ast.unparse(node)}\n"
    return "\n".join(filter(None, groups.values()))


def facts_in(root: Path) -> tuple[dict[str, Fact], list[Problem]]:
    """All facts by name, in the order of pages and functions, and what is wrong with modules and records."""
    facts: dict[str, Fact] = {}
    proved, problems = _proved_in(root)
    for page in names_under(root / FACTS, ".py"):
        file = root / FACTS / f"{page}.py"
        try:
            for function in _functions(file, f"{FACTS}/{page}.py", file.stat().st_mtime_ns):
                name = f"{page}#{function.name}"
                if name in facts:
                    problems.append(_second(function, "function", ""))
                known = proved.get(name, Proved("", ()))
                facts[name] = Fact(**{**vars(function), "name": name}, mutants=known.mutants, tried=known.tried)
        except Problem as problem:
            problems.append(problem)
    return facts, problems


def _second(function: Function, kind: str, first: str) -> Problem:
    return Problem.of(function.file, function.line, "name_twice", name=function.name, kind=kind, first=first)


@lru_cache(maxsize=512)  # a command and a build each ask for them several times
def _functions(file: Path, path: str, _changed: int) -> tuple[Function, ...]:
    return tuple(functions(file, path))


def mutants_in(root: Path) -> dict[str, Function]:
    """All mutants by name; raises Problem where a module cannot be read or two have one name."""
    mutants: dict[str, Function] = {}
    for leaf in names_under(root / MUTANTS, ".py"):
        for mutant in functions(root / MUTANTS / f"{leaf}.py", f"{MUTANTS}/{leaf}.py"):
            if mutant.name in mutants:
                raise _second(mutant, "mutant", f", first in {mutants[mutant.name].file}")
            mutants[mutant.name] = mutant
    return mutants


def names(root: Path) -> list[str]:
    """Names of all facts: PAGE#FUNCTION."""
    return list(facts_in(root)[0])


def orphans(root: Path) -> list[str]:
    """Names of facts that are recorded, and are nowhere to be read."""
    return sorted({*_proved_in(root)[0]} - {*names(root)})


def read_proved(root: Path, page: str) -> dict[str, Proved]:
    """What was proved of the facts of `page`, by their names; raises Problem where the record is broken."""
    file = f"{PROVED}/{page}.json"
    if not (root / file).exists():
        return {}
    update = f"python -m snippets update facts/{page}"
    proved = read_json(root, file, dict[str, Proved], update)
    for name, fact in proved.items():
        if fact != fact.sealed():
            data, what = (root / file).read_bytes(), f"what was proved of {name}, edited by hand"
            raise broken(file, data, data.find(f'"{name}"'.encode()), "a record as it was written", what, update)
    return proved


def _proved_in(root: Path) -> tuple[dict[str, Proved], list[Problem]]:
    """What was proved of all facts, and what is wrong with the records of pages."""
    proved, problems = dict[str, Proved](), list[Problem]()
    for page in names_under(root / PROVED, ".json"):
        try:
            proved |= read_proved(root, page)
        except Problem as problem:
            problems.append(problem)
    return proved, problems


def write_proved(root: Path, page: str, proved: Mapping[str, Proved]) -> None:
    """Records what was proved of the facts of `page`: all of them."""
    if proved:
        write_json(root / PROVED / f"{page}.json", {name: asdict(proved[name].sealed()) for name in sorted(proved)})
    else:
        remove(root, f"{PROVED}/{page}.json")


def shown(root: Path) -> dict[str, str]:
    """The sentences."""
    return {name: fact.sentence for name, fact in facts_in(root)[0].items()}


def stale(root: Path, names: Iterable[str]) -> dict[str, Problem]:
    """What is wrong with each of the facts `names` as against the record: never proved, or edited since.

    With it, by their files, what is wrong with modules and records, which may hold facts that nobody can name.
    """
    facts, broken = facts_in(root)
    proved, _ = _proved_in(root)
    problems = {f"{problem.file}:{problem.line}": problem for problem in broken}
    for name in names:
        if problem := unproved(name, facts, proved):
            problems[name] = problem
    return problems


def unproved(name: str, facts: Mapping[str, Fact], proved: Mapping[str, Proved]) -> Problem | None:
    """What is wrong with a fact as against the record, or None: it is gone, never proved, edited, or too broad."""
    if name not in facts:
        return Problem.of(f"{PROVED}/{name.partition('#')[0]}.json", 1, "no_fact", name=name)
    problem = partial(Problem.of, facts[name].file, facts[name].line, name=name)
    if name not in proved:
        return problem("never_proved")
    if proved[name].proof != digest(facts[name]):
        return problem("edited_fact")
    if not proved[name].mutants:
        return problem("no_mutant", folder=MUTANTS)
    missing = next(claims.untried(facts[name].sentence, proved[name].tried), "")
    return problem("untried", missing=missing) if missing else None
