"""Looks up the names that the installed libraries have, and the arguments of their functions; see store/names.py."""

import inspect
import pydoc
import re
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from snippets.problem import Problem
from snippets.store.names import FILE, SOURCE, UPDATE, Names, calls, owners, read, write
from snippets.verify.installed import other_python

PARAMETERS = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
# What Python 3.13 says of a function in C that says nothing of its arguments, of which older ones say nothing.
GENERIC = ("(object, /)", "($self, /)", "($self, object, /)")
ARGUMENT = re.compile(r"\s*\*{0,2}([a-zA-Z]\w*)\s*(?:[=:(].*)?$", re.DOTALL)


def installed(root: Path) -> Names:
    """The names of today. Raises Problem for a module that is not installed.

    They are looked up in a process of its own: to import a module adds it to those of its package.
    """
    wanted, shown = owners(root), calls(root)
    found = _in_own_process(tuple(wanted.items()), tuple(shown))
    if missing := [path for called, path in wanted.items() if called not in found.members]:
        raise Problem.of(SOURCE, 1, "no_module", name=missing[0])
    if missing := [call for call in shown if not found.signatures[call]]:
        raise Problem.of(SOURCE, 1, "no_signature", name=missing[0])
    return found


@lru_cache
def _in_own_process(owners: tuple[tuple[str, str], ...], shown: tuple[str, ...]) -> Names:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_looked_up, dict(owners), shown).result()


def _looked_up(owners: Mapping[str, str], shown: Iterable[str]) -> Names:
    """The names of those of `owners` that are installed, and the signatures of the calls `shown`."""
    members, arguments = dict[str, str](), defaultdict[str, set[str]](set)
    for called, path in owners.items():
        owner = pydoc.locate(path)
        if owner is None:
            continue
        with warnings.catch_warnings(action="ignore"):  # some names warn that they will go
            there = {name: getattr(owner, name, None) for name in dir(owner)}
        its = getattr(owner, "__all__", ())
        there = {name: value for name, value in there.items() if name in its or not _is_pythons(name, value)}
        members[called] = " ".join(sorted(there))
        for name, value in there.items():
            if callable(value) and (name.startswith("__") or not name.startswith("_")):
                arguments[name] |= arguments_of(name, value)
    listed = {name: " ".join(sorted(arguments[name])) for name in sorted(arguments) if arguments[name]}
    return Names(members, listed, {call: signature_of(call, owners) for call in shown})


def signature_of(call: str, owners: Mapping[str, str]) -> str:
    """`call` with its arguments, as its signature has them, else the first line of its words; "" if neither does.

    Without the types of a signature: how they are written changes with Python.
    """
    owner, _, name = call.rpartition(".")
    function = pydoc.locate(f"{owners.get(owner, owner)}.{name}")
    words = " ".join((inspect.getdoc(function) or "").partition("\n\n")[0].partition("#")[0].split())
    said = f"{owner}.{words}" if words.startswith(f"{name}(") else ""
    if said and getattr(function, "__text_signature__", "") in GENERIC:
        return said
    try:
        signature = inspect.signature(function)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return said
    taken = [parameter for name, parameter in signature.parameters.items() if name != "self"]
    bare = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in taken]
    return f"{call}{signature.replace(parameters=bare, return_annotation=inspect.Signature.empty)}"


def _is_pythons(name: str, value: object) -> bool:
    """Whether what a library has comes of Python, and changes with it: what it imports, what a class is."""
    module = value.__name__ if inspect.ismodule(value) else str(getattr(value, "__module__", None))
    if module.partition(".")[0] in sys.stdlib_module_names:
        return True
    return name.startswith("__") and (not callable(value) or name.startswith("__ann") or hasattr(type, name))


def arguments_of(name: str, function: Callable[..., Any]) -> set[str]:
    """The names of arguments that `function` may be called with: of its signature, else those that its words show."""
    try:
        parameters = inspect.signature(function).parameters.values()
        known = {parameter.name for parameter in parameters if parameter.kind in PARAMETERS}
        if len(known) == len(parameters):
            return known
    except (TypeError, ValueError):
        known = set()
    # A function in C, or one that hands on what it gets: "tensor(data, *, dtype=None)", and below it "dtype (…): …".
    words = inspect.getdoc(function) or ""
    shown = re.findall(rf"\b{re.escape(name)}\(([^()]*(?:\([^()]*\)[^()]*)*)\)", words)
    described = re.findall(r"^ *(\w+) *(?:\(.*\))? ?: ", words, re.MULTILINE)
    listed = [ARGUMENT.match(argument) for argument in ",".join(shown).split(",")]
    return known | {*described, *(argument[1] for argument in listed if argument)}


def check(root: Path, names: Iterable[str]) -> list[Problem]:
    """Where the installed libraries have other names than are recorded; another Python lends them others."""
    if other_python(root) or not [*names]:
        return []
    found, recorded = installed(root), read(root)
    problems = []
    for what in vars(found):
        now, before = getattr(found, what), getattr(recorded, what)
        for owner in sorted({*now, *before}):
            if what == "signatures" and now.get(owner) != before.get(owner):
                words = {"now": now.get(owner), "before": before.get(owner), "update": UPDATE}
                problems.append(Problem.of(FILE, 1, "other_signature", **words))
                continue
            new, old = ({*words.get(owner, "").split()} for words in (now, before))
            if new != old:
                more, less = (" ".join(sorted(words)) or "nothing" for words in (new - old, old - new))
                words = {"what": what, "owner": owner, "more": more, "less": less, "update": UPDATE}
                problems.append(Problem.of(FILE, 1, "other_members", **words))
    return problems


def update(root: Path, names: Iterable[str]) -> tuple[list[Problem], list[str]]:
    """Records the names of the installed libraries; (what was refused, what changed)."""
    if not [*names]:
        (root / FILE).unlink(missing_ok=True)
        return [], [f"removed   {FILE}"]
    return [], [f"recorded  {FILE}"] if write(root, installed(root)) else []
