"""Proves facts: what a proof may not be, and whether it holds, isolated, from two parents."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from snippets.problem import Problem, line_of
from snippets.store.files import toml_beside
from snippets.store.types import Fact
from snippets.store.unseen import unseen, unseen_problems
from snippets.verify.installed import excused, otherwise
from snippets.verify.run.isolate import Run
from snippets.verify.run.parents import run_all
from snippets.verify.run.rules import clock_problems, declared_modules, import_problems

ASSERTS = re.compile(r"(?:np|numpy|torch)\.testing\.assert_\w+")
CATCH_ALL = ("AssertionError", "Exception", "BaseException")
DEPENDS = toml_beside(__file__)["depends"]
SEEDED = re.compile(r"\b(?:manual_seed|default_rng\(\[?\d|np\.random\.seed)")
SENTENCES = re.compile(r"[.!?]\s+[A-Z`\"']")
RELEASE = re.compile(r"\b(?:torch|PyTorch|NumPy|Python|pandas|SciPy|Pillow) \d+(?:\.\d+)*\b")
AFTER = Path(__file__).with_name("after_proof.py").read_text(encoding="utf-8")


def problems_in(fact: Fact, is_declared: Callable[[str], bool]) -> list[Problem]:
    """What is wrong with a fact's text; where there is anything, it is not run."""
    tree = ast.parse(fact.program)
    wrong = [*_proof_problems(fact, tree), *import_problems(fact.file, tree, is_declared)]
    wrong += [*clock_problems(fact.file, tree), *unseen_problems(fact.file, fact.program)]
    for problem in wrong:  # in a line of the program
        problem.line = fact.in_module(problem.line)
        problem.found = f"{fact.name}: {problem.found}"
    return [*_sentence_problems(fact), *wrong]


def _sentence_problems(fact: Fact) -> Iterator[Problem]:
    problem = partial(Problem.of, fact.file, fact.line, name=fact.name)
    if not fact.sentence:
        yield problem("no_docstring")
    elif fact.sentence[-1] != "." or SENTENCES.search(fact.sentence[:-1]):
        yield problem("no_sentence", sentence=fact.sentence)
    elif hidden := unseen(fact.sentence):
        yield problem("unseen_in_sentence", character=hidden[0])
    elif release := RELEASE.search(fact.sentence):
        yield problem("names_release", release=release[0])


def _proof_problems(fact: Fact, tree: ast.Module) -> Iterator[Problem]:
    problem = partial(Problem.of, fact.file)
    nodes = list(ast.walk(tree))
    if not any(isinstance(node, ast.Assert) or asserts(node) for node in nodes):
        yield problem(1, "asserts_nothing")
    for node in nodes:
        if isinstance(node, ast.Assert) and _always_true(node.test):
            yield problem(node.lineno, "always_true", code=ast.unparse(node))
        if isinstance(node, ast.Try):
            yield problem(node.lineno, "catches", code="try")
        if isinstance(node, ast.Call) and _catches_all(node):
            yield problem(node.lineno, "catches", code=ast.unparse(node).split("\n")[0])
    try:
        compile(tree, fact.file, "exec")
    except SyntaxError as error:  # `return` and `yield` outside of a function
        yield problem(error.lineno or 1, "no_script", error=error.msg)
    for what in DEPENDS if not SEEDED.search(fact.program) else ():
        if match := re.search(what["pattern"], fact.program):
            yield problem(line_of(fact.program, match.start()), "depends", on=what["on"], code=match[0])


def asserts(node: ast.AST) -> bool:
    """Whether a part of a proof is a call that asserts, of NumPy's or torch's `testing`."""
    return isinstance(node, ast.Call) and ASSERTS.fullmatch(ast.unparse(node.func)) is not None


def _always_true(test: ast.expr) -> bool:
    """Whether an expression is true whatever the libraries do: a constant, or a name compared with itself."""
    if isinstance(test, ast.Compare):
        sides = {ast.unparse(side) for side in (test.left, *test.comparators)}
        same = all(isinstance(sign, (ast.Is, ast.Eq, ast.LtE, ast.GtE)) for sign in test.ops) and len(sides) == 1
        return same or _is_constant(test)
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
        return any(_always_true(value) for value in test.values)
    return _is_constant(test)


def _is_constant(test: ast.expr) -> bool:
    return not any(isinstance(node, (ast.Name, ast.Call)) for node in ast.walk(test))


def _catches_all(node: ast.Call) -> bool:
    """Whether a `contextlib.suppress` catches the failure of an assertion."""
    suppresses = ast.unparse(node.func) in ("contextlib.suppress", "suppress")
    return suppresses and any(ast.unparse(error) in CATCH_ALL for error in node.args)


def check(root: Path, facts: Mapping[str, Fact]) -> dict[str, list[Problem]]:
    """Runs each proof from two parents; {fact: what is wrong with its text, or that it does not hold}."""
    is_declared, reasons = declared_modules(root), otherwise(root)
    problems = {name: problems_in(fact, is_declared) for name, fact in facts.items()}
    scripts = {name: fact.program + AFTER for name, fact in facts.items() if not problems[name]}
    for name, other in _twice(facts):
        place = facts[name].file, facts[name].line
        problems[name].append(Problem.of(*place, "same_proof", name=name, other=other))
    for name, runs in run_all(scripts).items():
        problems[name] += excused(name, facts[name].file, list(_failed(facts[name], runs)), reasons)
    return problems


def _twice(facts: Mapping[str, Fact]) -> Iterator[tuple[str, str]]:
    """Each fact whose proof is that of another one of `facts`, but for spaces and comments, with that one."""
    first = dict[str, str]()
    for name, fact in facts.items():
        other = first.setdefault(ast.dump(ast.parse(fact.body)), name)
        if other != name:
            yield name, other


def _failed(fact: Fact, runs: Sequence[Run]) -> Iterator[Problem]:
    problem = partial(Problem.of, fact.file, fact.line, name=fact.name)
    for run in runs:
        for line, what in run.forbidden:
            yield problem("proof_forbidden", what=what, line=line)
        if run.exit != "0":
            yield problem("does_not_hold", sentence=fact.sentence, run=run, detail=run.output)
            return
        if run.output:
            yield problem("proof_prints", detail=run.output)
            return
