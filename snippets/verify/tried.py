"""What the proof of a fact tries, measured: a call that its sentence names is broken for one dtype alone, and so on."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from snippets.store.claims import calls, ways
from snippets.store.types import Fact, Function
from snippets.verify.mutants import HANGS, TRIAL, outputs, targets

IMPORT = "from snippets.verify.trial import failing, in_fork, prepare, run\n"
NARROW = Path(__file__).with_name("narrow.py").read_text(encoding="utf-8").replace(IMPORT, TRIAL)


def measure(
    facts: Mapping[str, Fact], mutants: Mapping[str, Function], kills: Mapping[str, Iterable[str]]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """{fact: {call: what of what its proof gives to it the proof notices}}; `kills` is who kills whom."""
    breaks = {name: targets(mutant) for name, mutant in mutants.items()}
    scripts = {}
    for name, fact in facts.items():
        if named := calls(fact.sentence):
            leaves = {call.rpartition(".")[2] for call in named}
            killers = {mutant: mutants[mutant].program for mutant in kills[name] if breaks[mutant] <= leaves}
            given = f"{fact.program!r}, {named!r}, {ways(fact.sentence)!r}, {killers!r}, {HANGS}"
            scripts[name] = f"{NARROW}\n\ntry_narrow({given})\n"
    tried: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in facts}
    for name, output in outputs(facts, scripts).items():
        tried[name] = {call: tuple(names) for call, names in json.loads(output).items()}
    return tried
