"""Proves facts: runs each proof isolated, from two parents; and proves the proofs, under broken libraries.

A mutant (tests/mutants/) breaks one function of torch or NumPy. It kills a fact if the proof then fails at an
assertion, or with the error that the mutant itself raises (its message says "mutant"). Other failures do not count.
"""

import ast
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from snippets.problem import Problem
from snippets.recorded.facts import PROVED, Fact, Function, digest, facts_in, mutants_in, read_proved
from snippets.verify.compare import write
from snippets.verify.isolate import Run
from snippets.verify.parents import SETTINGS, run_all
from snippets.verify.pythons import excused, otherwise
from snippets.verify.rules import clock_problems, declared_modules, import_problems

ASSERTS = re.compile(r"(?:np|numpy|torch)\.testing\.assert_\w+")
CATCH_ALL = ("AssertionError", "Exception", "BaseException")
MACHINE = re.compile(
    r"\b(?:platform\.\w+|sys\.(?:platform|version\w*)|os\.(?:uname|cpu_count|environ|getenv)|socket\.\w+)\b"
)
CHANCE = re.compile(r"\b(?:random\.\w+|torch\.(?:rand\w*|empty\w*)|np\.empty\w*|id|hash)\(")
SEEDED = re.compile(r"\b(?:manual_seed|default_rng\(\d|np\.random\.seed)")
SENTENCES = re.compile(r"[.!?]\s+[A-Z`\"']")
# After the proof: what it has left running. The proof itself is published without it.
THREADS = """
import threading as _threading

if len(_left := _threading.enumerate()) > 1:
    print("leaves a thread behind:", _left[-1].name)
"""
OPERATORS = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "truediv", ast.MatMult: "matmul", ast.Pow: "pow",
    ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.Gt: "gt", ast.LtE: "le", ast.GtE: "ge", ast.Invert: "invert",
}  # fmt: skip
SIGNS = {
    "+": "add", "-": "sub", "*": "mul", "/": "truediv", "@": "matmul", "==": "eq", "!=": "ne", "<": "lt", ">": "gt",
    "+=": "add", "-=": "sub", "*=": "mul", "/=": "truediv",
}  # fmt: skip
REFLECTED = {ast.Lt: ast.Gt(), ast.Gt: ast.Lt(), ast.LtE: ast.GtE(), ast.GtE: ast.LtE()}
# What Python or a library calls for a name that stands in the proof.
CALLED_BY = {
    "__array__": ("asarray", "array", "sort", "median", "concatenate", "where"),
    "__array_wrap__": ("sqrt", "greater", "isnan", "add", "__add__", "__truediv__"),
    "__dlpack__": ("from_dlpack",),
    "__repr__": ("repr",),
    "__reduce_ex__": ("dumps",),
    "forward": ("Linear",),
}


def problems_in(fact: Fact, is_declared: Callable[[str], bool]) -> list[Problem]:
    """What is wrong with a fact's text; where there is anything, it is not run."""
    found = [*_sentence_problems(fact), *_proof_problems(fact)]
    tree = ast.parse(fact.program)
    imports = fact.program.count("\n") - fact.body.count("\n")
    for problem in [*import_problems(fact.file, tree, is_declared), *clock_problems(fact.file, tree)]:
        line = fact.first + problem.line - imports - 1 if problem.line > imports else fact.line
        found.append(Problem(problem.file, line, problem.expected, f"{fact.name}: {problem.found}", problem.fix))
    return found


def _sentence_problems(fact: Fact) -> Iterator[Problem]:
    one = "one sentence as the docstring"
    if not fact.sentence:
        yield Problem(fact.file, fact.line, one, f"{fact.name}: no docstring", "say what it proves")
    elif fact.sentence[-1] != "." or SENTENCES.search(fact.sentence[:-1]):
        found = f"{fact.name}: {fact.sentence!r}"
        yield Problem(fact.file, fact.line, one, found, "end it with a period; make two facts of two sentences")


def _proof_problems(fact: Fact) -> Iterator[Problem]:
    tree = ast.parse(fact.body)

    def problem(node: ast.AST, expected: str, found: str, fix: str) -> Problem:
        line = fact.first + getattr(node, "lineno", 1) - 1
        return Problem(fact.file, line, expected, f"{fact.name}: {found}", fix)

    proves = [node for node in ast.walk(tree) if isinstance(node, ast.Assert) or _asserts(node)]
    if not proves:
        fix = "assert what the sentence says, or use np.testing.assert_… and torch.testing.assert_…"
        yield problem(tree, "an assertion", "a proof that asserts nothing", fix)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and _always_true(node.test):
            fix = "assert something that a changed library would make false"
            yield problem(node, "an assertion that can fail", f"always true: {ast.unparse(node)}", fix)
        if isinstance(node, ast.ExceptHandler) and _catches(node.type):
            fix = "name the error that the library raises, or use np.testing.assert_raises_regex"
            yield problem(node, "a proof that does not catch its own failure", ast.unparse(node).split("\n")[0], fix)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("contextlib.suppress", "suppress"):
            fix = "name the error that the library raises, or use np.testing.assert_raises_regex"
            if any(_catches(one) for one in node.args):
                yield problem(node, "a proof that does not catch its own failure", ast.unparse(node), fix)
    try:
        compile(tree, fact.file, "exec")
    except SyntaxError as error:  # `return` and `yield` outside of a function
        found = f"{fact.name}: {error.msg}"
        fix = "assert in place of returning"
        yield Problem(fact.file, fact.first + (error.lineno or 1) - 1, "a body that runs as a script", found, fix)
    for pattern, what in (MACHINE, "the machine"), (CHANCE, "chance or what lay in memory"):
        match = pattern.search(fact.body)
        if match and not SEEDED.search(fact.body):
            line = fact.first + fact.body.count("\n", 0, match.start())
            found = f"{fact.name}: depends on {what}: {match[0]}"
            yield Problem(fact.file, line, "the same result everywhere", found, "use fixed numbers, or a seed")


def _asserts(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ASSERTS.fullmatch(ast.unparse(node.func)) is not None


def _always_true(test: ast.expr) -> bool:
    """Whether an expression is true whatever the libraries do: a constant, or a name compared with itself."""
    if isinstance(test, ast.Compare):
        sides = [ast.unparse(one) for one in (test.left, *test.comparators)]
        same = all(isinstance(one, (ast.Is, ast.Eq, ast.LtE, ast.GtE)) for one in test.ops) and len(set(sides)) == 1
        return same or not any(isinstance(one, (ast.Name, ast.Call)) for one in ast.walk(test))
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
        return any(_always_true(one) for one in test.values)
    return not any(isinstance(one, (ast.Name, ast.Call)) for one in ast.walk(test))


def _catches(caught: ast.expr | None) -> bool:
    names = [caught] if not isinstance(caught, ast.Tuple) else caught.elts
    return any(one is None or ast.unparse(one) in CATCH_ALL for one in names)


def check(
    root: Path, facts: Mapping[str, Fact], progress: Callable[[], None] = lambda: None
) -> dict[str, list[Problem]]:
    """Runs each proof from two parents; {fact: what is wrong with its text, or that it does not hold}."""
    is_declared, reasons = declared_modules(root), otherwise(root)
    problems = {name: problems_in(fact, is_declared) for name, fact in facts.items()}
    scripts = {name: fact.program + THREADS for name, fact in facts.items() if not problems[name]}
    for name, runs in run_all(lambda: scripts, progress=progress).items() if scripts else ():
        problems[name] = excused(name, facts[name].file, list(_failed(facts[name], runs)), reasons)
    return problems


def _failed(fact: Fact, runs: Sequence[Run]) -> Iterator[Problem]:
    for run in runs:
        for line, what in run.forbidden:
            yield Problem(
                fact.file, fact.line, "a proof that changes nothing", f"{fact.name}: {what} ({line})", "do not"
            )
        if run.exit != "0":
            said = f"{fact.name} does not hold under {run.setting}: it ends with {run.exit}"
            fix = f"correct the sentence or the proof; see it: python -m snippets run {fact.name}"
            yield Problem(fact.file, fact.line, fact.sentence, said, fix, run.output)
        elif run.output:
            fix = "assert, do not print; catch the warnings that belong to the proof"
            yield Problem(fact.file, fact.line, "a proof that prints nothing", f"{fact.name} prints", fix, run.output)
        else:
            continue
        return


def words(program: str) -> set[str]:
    """The names that a program uses, operators by their methods: those that a mutant may break for it."""
    found, own = set[str](), set[str]()
    tree = ast.parse(program)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (found if isinstance(node.ctx, ast.Load) else own).add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)  # hasattr(tensor, "astype")
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, (ast.BinOp, ast.UnaryOp)):
            found |= _methods(node.op)
        elif isinstance(node, ast.AugAssign):
            found |= _methods(node.op) | {f"__i{OPERATORS.get(type(node.op), '')}__"}
        elif isinstance(node, ast.Compare):
            found |= {name for op in node.ops for name in _methods(op) | _methods(REFLECTED.get(type(op), op))}
        elif isinstance(node, ast.Subscript):
            found |= {"__getitem__", "__setitem__"}
    found -= own - {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return found | {name for name, callers in CALLED_BY.items() if found & set(callers)}


def named(sentence: str) -> set[str]:
    """The names in a sentence's inline code, operators by their methods, and what is called for them."""
    code = " ".join(re.findall("`([^`]*)`", sentence))
    found = set(re.findall(r"\w+", code))
    for sign, name in SIGNS.items():
        if re.search(rf"(?<![^\s\w]){re.escape(sign)}(?![^\s\w])", code):
            found |= {f"__{name}__", f"__r{name}__", f"__i{name}__"}
    return found | {name for name, callers in CALLED_BY.items() if found & set(callers)}


def _methods(operator: ast.AST) -> set[str]:
    name = OPERATORS.get(type(operator), "")
    return {f"__{name}__", f"__r{name}__"} if name else set()


def targets(mutant: Function) -> set[str]:
    """The names that a mutant breaks: the attributes that it sets."""
    tree = ast.parse(mutant.body)
    stored = [one for node in ast.walk(tree) if isinstance(node, ast.Assign) for one in node.targets]
    assigned = [one for target in stored for one in (target.elts if isinstance(target, ast.Tuple) else [target])]
    return {one.attr for one in assigned if isinstance(one, ast.Attribute)}


def under(mutant: Function, fact: Fact) -> str:
    """The script that runs the proof in the broken library. The mutant keeps its names to itself."""
    body = "".join(f"    {line}\n" if line else "\n" for line in mutant.body.rstrip("\n").split("\n"))
    return f"def _break():\n{_indented(mutant.imports)}{body}\n\n_break()\ndel _break\n{fact.program}"


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines() if line)


# Runs one proof under each of its mutants, a fork each, and prints the names of those that kill it. Before that, torch
# lists which functions follow the default device: with the real ones in that list, a mutant that calls the real one
# follows it too, and does not kill what it does not break.
TRY = """
import contextlib
import importlib
import os
import re
import signal
import sys

import torch.utils._device

torch.utils._device._device_constructors()
del torch

# What a proof makes torch import (torch.optim: a second) is imported once, not in each fork.
if os.fork() == 0:
    known = set(sys.modules)
    os.mkdir("proof")
    os.chdir("proof")
    exec(compile({proof!r}, "proof", "exec"), {{"__name__": "__main__"}})
    with open("../imported", "w") as file:
        file.write(" ".join(set(sys.modules) - known))
    os._exit(0)
os.wait()
for name in open("imported").read().split() if os.path.exists("imported") else ():
    with contextlib.suppress(ImportError):
        importlib.import_module(name)

for number, (name, script) in enumerate({scripts!r}.items()):
    child = os.fork()
    if child == 0:
        signal.alarm({seconds})
        os.mkdir(f"mutant{{number}}")
        os.chdir(f"mutant{{number}}")
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        try:
            exec(compile(script, name, "exec"), {{"__name__": "__main__"}})
        except AssertionError:
            os._exit({killed})
        except BaseException as error:
            os._exit({killed} if re.search(r"\\bmutant\\b", str(error)) else 1)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == {killed}:
        print(name)
"""
KILLED = 86  # the exit status of a proof that failed for the right reason
HANGS = 5  # seconds that one proof may take under one mutant


def kills(
    facts: Mapping[str, Fact],
    mutants: Mapping[str, Function],
    progress: Callable[[], None] = lambda: None,
    new: Collection[str] = (),
    more: bool = True,
) -> dict[str, list[str]]:
    """{fact: the mutants that kill it}, of all pairs that can matter, on two parents at once.

    A proof is killed if it fails at an assertion, or with an error that the mutant raises, whose message says "mutant".
    A mutant can matter to a fact whose proof uses what it breaks, and whose sentence names that. It is tried, too, if
    it is recorded to kill the fact, or is one of `new`, which kill nothing yet; and where none of these kills it, all
    are tried that break what the proof uses. Without `more`, those that the sentence names are left out: that what is
    recorded kills is seen, in less time, and not whether more do. Raises Problem for a proof that ends the process that
    tries its mutants.
    """
    breaks = {name: targets(mutant) for name, mutant in mutants.items()}
    used = {name: words(fact.program) for name, fact in facts.items()}
    near = {name: named(fact.sentence) & used[name] for name, fact in facts.items()}
    chosen = {
        name: [
            one
            for one, names in breaks.items()
            if (more and names & near[name]) or one in fact.mutants or (one in new and names & used[name])
        ]
        for name, fact in facts.items()
    }
    table = _tried(facts, mutants, chosen, progress)
    left = {name: facts[name] for name, some in table.items() if not some}
    every = {name: [one for one, names in breaks.items() if names & used[name]] for name in left}
    rest = {name: [one for one in every[name] if one not in chosen[name]] for name in left}
    return table | _tried({name: fact for name, fact in left.items() if rest[name]}, mutants, rest, lambda: None)


def unused(mutants: Iterable[str], facts: Mapping[str, Fact]) -> set[str]:
    """The mutants that are recorded to kill none of `facts`, which are all that there are."""
    return set(mutants) - {name for fact in facts.values() for name in fact.mutants}


def _tried(
    facts: Mapping[str, Fact],
    mutants: Mapping[str, Function],
    chosen: Mapping[str, Sequence[str]],
    progress: Callable[[], None],
) -> dict[str, list[str]]:
    """{fact: those of its chosen mutants that kill it}."""
    tries = {}
    for name, fact in facts.items():
        scripts = {one: under(mutants[one], fact) for one in chosen[name]}
        tries[name] = TRY.format(proof=fact.program, scripts=scripts, killed=KILLED, seconds=HANGS)
    halves = [dict(list(tries.items())[half::2]) for half in range(2)]

    def run(half: dict[str, str]) -> dict[str, list[Run]]:
        return run_all(lambda: half, SETTINGS[:1], progress=progress, seconds=60 * HANGS) if half else {}

    with ThreadPoolExecutor(2) as pool:
        runs = {name: run for found in pool.map(run, halves) for name, (run,) in found.items()}
    for name, one in runs.items():
        if one.exit != "0":
            found, fix = (
                f"{name}: under its mutants it ends with {one.exit}",
                "see what its proof starts or leaves behind",
            )
            raise Problem(facts[name].file, facts[name].line, "a proof that can be tried", found, fix, one.output)
    return {name: sorted(runs[name].output.split()) for name in facts}


def update(
    root: Path, facts: Mapping[str, Fact], progress: Callable[[], None] = lambda: None
) -> tuple[list[Problem], list[str]]:
    """Proves `facts`, finds their mutants and records both; (what was refused, what changed).

    A fact that no mutant kills is recorded and told: the tests fail until there is one.
    """
    wrong = check(root, facts, progress)
    problems = [problem for some in wrong.values() for problem in some]
    held = {name: fact for name, fact in facts.items() if not wrong[name]}
    mutants, (everything, _) = mutants_in(root), facts_in(root)
    table = kills(held, mutants, new=unused(mutants, everything))
    before = read_proved(root)
    after: dict[str, Mapping[str, Any]] = {name: one for name, one in before.items() if name in everything}
    after |= {name: {"proof": digest(fact), "mutants": table[name]} for name, fact in held.items()}
    after = {name: after[name] for name in sorted(after)}
    if after != before:
        lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(one)}" for name, one in after.items())
        write(root / PROVED, f"{{\n{lines}\n}}\n".encode())
    problems += unkilled(held, table)
    changed = [name for name in dict.fromkeys([*after, *before]) if after.get(name) != before.get(name)]
    return problems, [f"{name}: {', '.join(_mutants(after.get(name)))}" for name in changed]


def _mutants(one: Mapping[str, Any] | None) -> Iterable[str]:
    return (one["mutants"] or ["no mutant kills it"]) if one else ["removed"]


def unkilled(facts: Mapping[str, Fact], table: Mapping[str, Sequence[str]]) -> list[Problem]:
    """A Problem for each fact that no mutant kills: its proof may hold whatever the library does."""
    fix = "break what it speaks of, in a function of tests/mutants/; then run: python -m snippets update {}"
    return [
        Problem(fact.file, fact.line, "a mutant that kills it", f"{name}: no mutant kills it", fix.format(name))
        for name, fact in facts.items()
        if not table[name]
    ]


def idle(mutants: Mapping[str, Function], table: Mapping[str, Sequence[str]]) -> list[Problem]:
    """A Problem for each mutant that kills no fact."""
    used = {name for names in table.values() for name in names}
    fix = "write the fact that it breaks, or remove it"
    return [
        Problem(one.file, one.line, "a fact that it kills", f"the mutant {name} kills nothing", fix)
        for name, one in mutants.items()
        if name not in used
    ]
