"""What the sentence of a fact claims: of which calls, in which ways, of which dtypes. Read off its words; nothing runs.

A sentence that names no dtype speaks of each that the call takes; one that names some, of those. What its proof tries
is measured (snippets.verify.tried) and recorded.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from snippets.store.files import toml_beside

NO_ARRAYS = {"list", "tuple"}
OTHER_ORDER = ", other byte order"
TABLE = toml_beside(__file__)
CALLS = sorted(TABLE["dtypes"], key=len, reverse=True)
CALL = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, CALLS))})(?!\w)")


def calls(sentence: str) -> list[str]:
    """The calls that a sentence names in its code, of those that can be broken for one dtype alone."""
    code = " ".join(re.findall("`([^`]*)`", sentence))
    return list(dict.fromkeys(CALL.findall(code)))


def ways(sentence: str) -> list[str]:
    """Of what a sentence says something: memory, dtype, errors, warnings, values; of values if of nothing else."""
    return [way for way, words in TABLE["ways"].items() if re.search(words, sentence)] or ["values"]


def taken_by(call: str) -> list[str]:
    """The dtypes that a call takes."""
    return str(TABLE["dtypes"][call]).split()


def lacking(sentence: str, call: str, tried: Iterable[str]) -> set[str]:
    """The dtypes of which a sentence says something about `call`, and which are not among what its proof tries."""
    here, taken = {trait.removesuffix(OTHER_ORDER) for trait in tried}, set(taken_by(call))
    exact = {dtype or match[0] for words, dtype in TABLE["named"].items() for match in re.finditer(words, sentence)}
    if exact & taken:  # what comes out, where a list goes in
        return set() if here & (exact | NO_ARRAYS) else exact & taken
    classes = [dtypes.split() for words, dtypes in TABLE["classes"].items() if re.search(words, sentence)]
    return (taken.intersection(*[set().union(*classes)]) if classes else taken) - here


def untried(sentence: str, tried: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """What a proof that tries no more than `tried` would not notice, in words."""
    for call in calls(sentence):
        if missing := ", ".join(sorted(lacking(sentence, call, tried.get(call, ())))):
            yield f"{call} of {missing} may have other {' or '.join(ways(sentence))}, and the proof holds"
