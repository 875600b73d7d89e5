"""Proves the proofs: which mutants, broken functions of torch and NumPy, kill which facts.

A mutant (tests/mutants/) kills a fact if the proof then fails at an assertion, or with the error that the mutant itself
raises (its message says "mutant"). Other failures do not count.
"""

import ast
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from snippets.problem import Problem
from snippets.store.types import Fact, Function
from snippets.verify.run import limits
from snippets.verify.run.limits import Limits
from snippets.verify.run.parents import SETTINGS, run_all

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
HANGS = 5.0  # seconds of CPU time that one proof may take under one mutant
IMPORT = "from snippets.verify.run.limits import LOOK, Limits, Watch\n"
TRIAL = (
    Path(__file__).with_name("trial.py").read_text(encoding="utf-8")
    .replace(IMPORT, Path(limits.__file__).read_text(encoding="utf-8"))
)  # fmt: skip


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
    stored = [target for node in ast.walk(tree) if isinstance(node, ast.Assign) for target in node.targets]
    single = [each for target in stored for each in (target.elts if isinstance(target, ast.Tuple) else [target])]
    return {target.attr for target in single if isinstance(target, ast.Attribute)}


def under(mutant: Function, fact: Fact) -> str:
    """The script that runs the proof in the broken library. The mutant keeps its names to itself."""
    body = "".join(f"    {line}\n" if line else "\n" for line in mutant.body.rstrip("\n").split("\n"))
    return f"def _break():\n{_indented(mutant.imports)}{body}\n\n_break()\ndel _break\n{fact.program}"


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines() if line)


def kills(
    facts: Mapping[str, Fact],
    mutants: Mapping[str, Function],
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
    said = {name: named(fact.sentence) & used[name] if more else set[str]() for name, fact in facts.items()}
    chosen = {
        name: [
            mutant
            for mutant, names in breaks.items()
            if names & said[name] or mutant in fact.mutants or (mutant in new and names & used[name])
        ]
        for name, fact in facts.items()
    }
    table = _tried(facts, mutants, chosen)
    rest = {
        name: [mutant for mutant in mutants if breaks[mutant] & used[name] and mutant not in chosen[name]]
        for name, killers in table.items()
        if not killers
    }
    left = {name: facts[name] for name, untried in rest.items() if untried}
    return table | _tried(left, mutants, rest)


def unused(mutants: Iterable[str], facts: Mapping[str, Fact]) -> set[str]:
    """The mutants that are recorded to kill none of `facts`, which are all that there are."""
    return set(mutants) - {name for fact in facts.values() for name in fact.mutants}


def _tried(
    facts: Mapping[str, Fact],
    mutants: Mapping[str, Function],
    chosen: Mapping[str, Sequence[str]],
) -> dict[str, list[str]]:
    """{fact: those of its chosen mutants that kill it}."""
    trials = {}
    for name, fact in facts.items():
        scripts = {mutant: under(mutants[mutant], fact) for mutant in chosen[name]}
        trials[name] = f"{TRIAL}\n\ntry_all({fact.program!r}, {scripts!r}, {HANGS})\n"
    both, patient = (SETTINGS[0], SETTINGS[0]), Limits(cpu=60 * HANGS, idle=4 * HANGS, wall=3600.0)
    runs = run_all(trials, both, limits=patient, split=True)
    table = {}
    for name, (run,) in runs.items():
        if run.exit != "0":
            found = f"{name}: under its mutants it ends with {run.exit}"
            fix = "see what its proof starts or leaves behind"
            raise Problem(facts[name].file, facts[name].line, "a proof that can be tried", found, fix, run.output)
        table[name] = sorted(run.output.split())
    return table


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
        Problem(mutant.file, mutant.line, "a fact that it kills", f"the mutant {name} kills nothing", fix)
        for name, mutant in mutants.items()
        if name not in used
    ]
