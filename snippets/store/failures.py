"""Why a proof fails with another release: its claim is false there, or something else that it needs is. Pure.

Read off the error that ended it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from snippets.store.files import toml_beside
from snippets.store.libraries import used_by
from snippets.store.types import Ended, Fact

ERRORS = [(re.compile(error.pop("pattern")), error) for error in toml_beside(__file__)["errors"]]
ERROR = re.compile(r"[\w.]+(?:Error|Exception|Warning|Unsupported)\b")
OF_THE_PROOF = ("AssertionError", "IndexError: list index")  # a warning that is not given leaves an empty list
REFUSAL = "[Errno 13] Permission denied"  # of the jail, to a worker of torch.compile that an example does without
SHOWN = 120  # characters of a message


@dataclass(frozen=True)
class Failure:
    """What a proof met: `kind` is "claim" where its claim failed, "dtype" where torch lacks one, else "otherwise".

    `there` is what is so there. Of a sentence without what `speaks`, a pattern, it says nothing.
    """

    kind: str
    there: str = ""
    speaks: str = field(default="", compare=False)


def failure(ended: Ended) -> Failure | None:
    """Why a proof ended as it did, or None where that says nothing of the libraries' behavior, as that it took long."""
    text = ended.output.strip()
    if ended.exit == "timeout" or REFUSAL in ended.output:
        return None
    if ended.exit != "error":
        return Failure("otherwise", f"the interpreter ends ({ended.exit})")
    for pattern, error in ERRORS:
        if match := pattern.search(text):
            words = [_shortened(group) for group in match.groups() if group]
            filled = {name: error[name].format(*words) for name in ("there", "speaks") if name in error}
            return Failure(**{**error, **filled}) if "kind" in error else None
    last = [line for line in text.splitlines() if ERROR.match(line)][-1:] or [text]
    if last[0].startswith(OF_THE_PROOF):
        return Failure("claim")
    return Failure("otherwise", f"`{_shortened(last[0])}`")


def _shortened(message: str) -> str:
    """A message as it stands in inline code."""
    text = message.replace("`", "'")
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()} …"


def says_nothing(fact: Fact | None, ended: Ended, here: Mapping[str, str], there: Mapping[str, str]) -> bool:
    """Whether how a proof, or an example (None), ended with another release says nothing of torch and NumPy.

    So it is where something could not be run, and of a proof where a dtype or a name is missing that its sentence does
    not speak of, and where a claim failed beside another release of a library that it imports, such as pandas. `here`
    and `there` are the releases of these, {} where they are not on record.
    """
    if ended.exit == "0":
        return REFUSAL in ended.output
    failed = failure(ended)
    if fact and failed and failed.speaks:
        return not re.search(failed.speaks, fact.sentence)
    if fact and failed and failed.kind == "claim":
        return any(not there.get(name) or there[name] != here.get(name) for name in used_by([fact.imports]))
    return failed is None
