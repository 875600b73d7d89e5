"""Why a proof fails with another release: its claim is false there, or something else that it needs is. Pure.

Read off the error that ended it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from snippets.store.libraries import used_by
from snippets.store.types import Ended, Fact

NOT_RAISED = re.compile(r"AssertionError: (\w+) not raised")
WORDS = re.compile(r'AssertionError: "[^\n]*" does not match "([^\n]*)"')
NO_NAME = re.compile(r"AttributeError: (?:module '([\w.]+)'|'(?:[\w.]*\.)?(\w+)' object) has no attribute '(\w+)'")
NO_ARGUMENT = re.compile(r"TypeError: (?:\w+\.)?(\w+)\(\) got an unexpected keyword argument '(\w+)'")
NO_DTYPE = re.compile(
    r"TypeError: can't convert np\.ndarray of type numpy\.(uint(?:16|32|64))\.|no attribute '(uint\d+)'"
)
NO_DTYPE_OF_DLPACK = re.compile(r"RuntimeError: Unsupported kUInt bits (\d+)")
# As torch 2.1 and NumPy 1.24 say it.
NO_BOOL_OF_DLPACK = re.compile(r"RuntimeError: Unsupported code 6|BufferError: DLPack only supports signed")
UNSIGNED = re.compile(r"uint(?:16|32|64)|unsigned|ulonglong|ushort")  # of which a sentence speaks
BOOL = re.compile(r"\bbool\b")
NOT_HERE = re.compile(r"not yet supported for|No module named|cannot import name")
ERROR = re.compile(r"[\w.]+(?:Error|Exception|Warning|Unsupported)\b")
OF_THE_PROOF = ("AssertionError", "IndexError: list index")  # a warning that is not given leaves an empty list
SHOWN = 120  # characters of a message


@dataclass(frozen=True)
class Failure:
    """What a proof met: `kind` is "claim" where its claim failed, "dtype" where torch lacks one, else "otherwise".

    `there` is what is so there.
    """

    kind: str
    there: str = ""


def failure(ended: Ended) -> Failure | None:
    """Why a proof ended as it did, or None where that says nothing of the libraries' behavior."""
    text = ended.output.strip()
    if ended.exit != "error":
        return Failure("otherwise", f"the interpreter ends ({ended.exit})")
    if NOT_HERE.search(text.splitlines()[-1] if text else ""):
        return None
    if match := NOT_RAISED.search(text):
        return Failure("claim", f"no {match[1]} is raised")
    if match := WORDS.search(text):
        return Failure("otherwise", f"the message is {_code(match[1])}")
    if match := NO_DTYPE.search(text):
        return Failure("dtype", f"torch has no {match[1] or match[2]}")
    if match := NO_DTYPE_OF_DLPACK.search(text):
        return Failure("dtype", f"torch has no uint{match[1]}")
    if NO_BOOL_OF_DLPACK.search(text):
        return Failure("dtype", "DLPack carries no bool")
    if match := NO_NAME.search(text):
        return Failure("otherwise", f"there is no `{match[1] or match[2]}.{match[3]}`")
    if match := NO_ARGUMENT.search(text):
        return Failure("otherwise", f"there is no `{match[2]}=`")
    last = [line for line in text.splitlines() if ERROR.match(line)][-1:] or [text]
    if last[0].startswith(OF_THE_PROOF):
        return Failure("claim")
    return Failure("otherwise", _code(last[0]))


def _code(message: str) -> str:
    """A message as inline code, shortened."""
    text = message.replace("`", "'")
    return f"`{text if len(text) <= SHOWN else f'{text[:SHOWN].rstrip()} …'}`"


def says_nothing(fact: Fact, ended: Ended, here: Mapping[str, str], there: Mapping[str, str]) -> bool:
    """Whether how a proof ended with another release says nothing of torch and NumPy.

    So it is where something could not be run, where torch lacks a dtype that the sentence does not name, and where a
    claim failed beside another release of a library that the proof imports, such as pandas. `here` and `there` are the
    releases of these, {} where they are not on record.
    """
    if ended.exit == "0":
        return False
    failed = failure(ended)
    if failed and failed.kind == "dtype":
        return not (BOOL if "bool" in failed.there else UNSIGNED).search(fact.sentence)
    if failed and failed.kind == "claim":
        return any(not there.get(name) or there[name] != here.get(name) for name in used_by([fact.imports]))
    return failed is None
