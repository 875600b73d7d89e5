"""Proves the proofs: which mutants, broken functions of torch and NumPy, kill which facts.

A mutant (tests/mutants/) kills a fact if the proof then fails at an assertion, or with the error that the mutant itself
raises (its message says "mutant"). Other failures do not count.
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from snippets.problem import Problem
from snippets.store.files import toml_beside
from snippets.store.types import Fact, Function
from snippets.verify.proofs import asserts
from snippets.verify.run import limits
from snippets.verify.run.limits import Limits
from snippets.verify.run.parents import SETTINGS, run_all

TABLE = toml_beside(__file__)
Kills = dict[str, dict[str, tuple[int, ...]]]
HANGS = 5.0  # seconds of CPU time that one proof may take under one mutant
PATIENT = Limits(cpu=60 * HANGS, idle=4 * HANGS, wall=3600.0)
IMPORT = "from snippets.verify.run.limits import LOOK, Limits, Watch\n"
TRIAL = (
    Path(__file__).with_name("trial.py").read_text(encoding="utf-8")
    .replace(IMPORT, Path(limits.__file__).read_text(encoding="utf-8"))
)  # fmt: skip


def words(program: str) -> set[str]:
    """The names that a program uses, operators by their methods: those that a mutant may break for it."""
    used, attributes, own = set[str](), set[str](), set[str]()
    tree = ast.parse(program)
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Constant(value=str(name)):  # hasattr(tensor, "astype")
                used.add(name)
            case ast.Name(id=name):
                own.add(name)
            case ast.Attribute(attr=name):
                attributes.add(name)
            case ast.ImportFrom(names=aliases):
                used |= {alias.name for alias in aliases}
            case ast.Subscript():
                used |= {"__getitem__", "__setitem__"}
    # Which has a space on each side of an operator of two operands.
    text = ast.unparse(tree).replace("~", " ~ ")
    return _with_what_is_called((used - own) | attributes, text)


def named(sentence: str) -> set[str]:
    """The names in a sentence's inline code, operators by their methods, and what is called for them."""
    code = " ".join(re.findall("`([^`]*)`", sentence))
    return _with_what_is_called(set(re.findall(r"\w+", code)), code)


def _with_what_is_called(names: set[str], code: str) -> set[str]:
    """`names` with the methods of the operators that stand apart in `code`, and with what is called for any of them."""
    methods = " ".join(TABLE["operators"].get(sign, "") for sign in code.split()).split()
    names = names | {f"__{side}{method}__" for method in methods for side in ("", "r", "i")}
    return names | {name for name, callers in TABLE["called_by"].items() if names & {*callers.split()}}


def targets(mutant: Function) -> set[str]:
    """The names that a mutant breaks: the attributes that it sets."""
    nodes = ast.walk(ast.parse(mutant.body))
    return {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}


def kills(
    facts: Mapping[str, Fact], mutants: Mapping[str, Function], new: Collection[str] = (), more: bool = True
) -> Kills:
    """{fact: {mutant that kills it: lines of the proof}}, of all pairs that can matter, on two parents at once.

    A proof is killed if it fails at an assertion, or with an error that the mutant raises, whose message says "mutant".
    A mutant can matter to a fact whose proof uses what it breaks, and whose sentence names that. It is tried, too, if
    it is recorded to kill the fact, or is one of `new`, which kill nothing yet; and where none of these kills it, all
    are tried that break what the proof uses. Without `more`, those that the sentence names are left out: that what is
    recorded kills is seen, in less time, and not whether more do. Raises Problem for a proof that ends the process that
    tries its mutants.
    """
    breaks = {name: targets(mutant) for name, mutant in mutants.items()}
    used = {name: words(fact.program) for name, fact in facts.items()}
    chosen = {}
    for name, fact in facts.items():
        spoken_of = named(fact.sentence) & used[name] if more else set[str]()
        chosen[name] = [
            mutant
            for mutant, names in breaks.items()
            if names & spoken_of or mutant in fact.mutants or (mutant in new and names & used[name])
        ]
    table = _tried(facts, mutants, chosen)
    rest = {
        name: [mutant for mutant, names in breaks.items() if names & used[name] and mutant not in chosen[name]]
        for name, killers in table.items()
        if not killers
    }
    return table | _tried(facts, mutants, rest)


def unused(mutants: Iterable[str], facts: Mapping[str, Fact]) -> set[str]:
    """The mutants that are recorded to kill none of `facts`, which are all that there are."""
    return set(mutants) - {name for fact in facts.values() for name in fact.mutants}


def _tried(facts: Mapping[str, Fact], mutants: Mapping[str, Function], chosen: Mapping[str, Sequence[str]]) -> Kills:
    """{fact: {those of its chosen mutants that kill it: the lines at which its proof then fails}}."""
    trials, table = {}, {name: dict[str, tuple[int, ...]]() for name in chosen}
    for name, untried in chosen.items():
        broken = {mutant: mutants[mutant].program for mutant in untried}
        if broken:
            trials[name] = f"{TRIAL}\n\ntry_all({facts[name].program!r}, {broken!r}, {HANGS})\n"
    for name, output in outputs(facts, trials).items():
        found = (line.split() for line in sorted(output.splitlines()))
        table[name] = {mutant: tuple(sorted({*map(int, lines)})) for mutant, *lines in found}
    return table


def outputs(facts: Mapping[str, Fact], trials: Mapping[str, str]) -> dict[str, str]:
    """{fact: what its trial prints}, on two parents at once; raises Problem for one that ends early."""
    programs = {name: facts[name].program for name in trials}
    runs = run_all(trials, (SETTINGS[0], SETTINGS[0]), limits=PATIENT, split=True, programs=programs)
    for name, (run,) in runs.items():
        if run.exit != "0":
            place, words = (facts[name].file, facts[name].line), {"name": name, "exit": run.exit}
            raise Problem.of(*place, "ends_its_trial", **words, detail=run.output)
    return {name: run.output for name, (run,) in runs.items()}


def unkilled(facts: Mapping[str, Fact], table: Kills) -> Iterator[Problem]:
    """A Problem for each assertion that no mutant makes fail: it may hold whatever the library does."""
    for name, fact in facts.items():
        fails = {line for lines in table[name].values() for line in lines}
        for line in sorted(assertions(fact.program) - fails) if table[name] else ():
            yield Problem.of(fact.file, fact.in_module(line), "unfailed_assertion", name=name)


def assertions(program: str) -> set[int]:
    """The lines of a proof's assertions."""
    nodes = [node for node in ast.walk(ast.parse(program)) if isinstance(node, (ast.Assert, ast.Call))]
    return {node.lineno for node in nodes if isinstance(node, ast.Assert) or asserts(node)}
