"""Facts: proves them, finds what kills them, and records both."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from snippets.problem import Problem
from snippets.store import facts
from snippets.store.facts import PROVED, Proved, digest, facts_in, mutants_in, read_proved, stale, write_proved
from snippets.store.files import names_under
from snippets.verify import proofs, tried
from snippets.verify.installed import not_here
from snippets.verify.mutants import kills, unkilled, unused


def check(root: Path, names: Iterable[str]) -> list[Problem]:
    """Runs the proofs of `names`; which do not hold, and which are not as recorded."""
    chosen, names = facts_in(root)[0], list(names)
    wrong = proofs.check(root, {name: chosen[name] for name in names})
    return [*chain.from_iterable(wrong.values()), *stale(root, names).values()]


def update(root: Path, names: Iterable[str]) -> tuple[list[Problem], list[str]]:
    """Proves the facts `names`, finds their mutants and records both; (what was refused, what changed).

    A fact that no mutant kills, or whose sentence says more than its proof tries, is recorded and told: the tests fail
    until it is mended.
    """
    everything, problems = facts_in(root)
    chosen = {name: everything[name] for name in names}
    if forbidden := not_here(root, chosen):
        return forbidden, []
    wrong = proofs.check(root, chosen)
    held = {name: fact for name, fact in chosen.items() if not wrong[name]}
    mutants = mutants_in(root)
    table = kills(held, mutants, new=unused(mutants, everything))
    tries = tried.measure(held, mutants, table)
    proved = {name: Proved(digest(fact), tuple(table[name]), tries[name]) for name, fact in held.items()}
    pages = [*names_under(root / PROVED, ".json"), *(fact.page for fact in held.values())]
    changed = [change for page in dict.fromkeys(pages) for change in _record(root, page, proved)]
    problems += [*chain.from_iterable(wrong.values()), *unkilled(held, table)]
    return problems + [told for name, told in stale(root, held).items() if name in held], changed


def _record(root: Path, page: str, proved: dict[str, Proved]) -> list[str]:
    """Records of `page` what was proved now and what was before and is still there; what changed."""
    before, known = read_proved(root, page), set(facts.names(root))
    after = {name: proof for name, proof in before.items() if name in known}
    after |= {name: proof for name, proof in proved.items() if name.partition("#")[0] == page}
    write_proved(root, page, after)
    changed = [name for name in dict.fromkeys([*after, *before]) if after.get(name) != before.get(name)]
    killers = {name: ", ".join(proof.mutants) or "no mutant kills it" for name, proof in after.items()}
    return [f"{name}: {killers.get(name, 'removed')}" for name in changed]
