"""What a script may not do: read off its text before it runs, and off its audit events while it runs."""

import ast
import os
import re
import shutil
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from snippets.problem import Problem, line_of
from snippets.store.examples import script_file
from snippets.store.files import toml_beside
from snippets.store.libraries import LIBRARIES
from snippets.store.unseen import unseen, unseen_problems
from snippets.verify.run import machine

CLOCKS, CHANGES, LOOKUPS, CONNECTS = map(frozenset, toml_beside(__file__).values())
CODE_LINES, WIDTH = 15, 120
LONG = re.compile(r"(?:#.*\n)*# Long: \S")  # among the comments that a script begins with
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}")


def declared_modules(root: Path) -> Callable[[str], bool]:
    """A test of whether a top-level module comes with Python or with a line of requirements.txt; see LIBRARIES."""
    lines = (root / "requirements.txt").read_text(encoding="utf-8").splitlines()
    packages = {re.split(r"[=<>~!\[; ]", line)[0].lower() for line in lines if line[:1].isalpha()}
    return lambda module: module in sys.stdlib_module_names or LIBRARIES.get(module, module).lower() in packages


def problems_in(name: str, data: bytes, is_declared: Callable[[str], bool]) -> list[Problem]:
    """What is wrong with the text of script `name`; where there is anything, it is not run."""
    file = script_file(name)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return [Problem.of(file, data.count(b"\n", 0, error.start) + 1, "no_utf8", byte=data[error.start])]
    if "\r" in text:
        return [Problem.of(file, line_of(text, text.index("\r")), "carriage_return")]
    if hidden := [*unseen_problems(file, text)]:
        return hidden
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        return [Problem.of(file, getattr(error, "lineno", 1) or 1, "no_python", error=error)]
    except (RecursionError, MemoryError):
        return [Problem.of(file, 1, "too_deep")]
    try:
        return _problems_of(name, text, tree, is_declared)
    except RecursionError:
        return [Problem.of(file, 1, "too_deep")]


def _problems_of(name: str, text: str, tree: ast.Module, is_declared: Callable[[str], bool]) -> list[Problem]:
    file = script_file(name)
    return [
        *_name_problems(name),
        *_form_problems(file, text, tree),
        *import_problems(file, tree, is_declared),
        *clock_problems(file, tree),
        *compiler_problems(file, tree),
    ]


def _form_problems(file: str, text: str, tree: ast.Module) -> Iterator[Problem]:
    """Where a script is not of a size that is read beside its page."""
    lines = text.splitlines()
    code = [number for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")]
    if not tree.body:
        yield Problem.of(file, 1, "no_code")
    if len(code) > CODE_LINES and not LONG.match(text):
        yield Problem.of(file, code[CODE_LINES], "long_script", most=CODE_LINES, count=len(code))
    for number, line in enumerate(lines, 1):
        if len(line) > WIDTH:
            yield Problem.of(file, number, "long_line", most=WIDTH, count=len(line))


def _name_problems(name: str) -> list[Problem]:
    *_, module = name.split("/")
    file = script_file(name)
    if not re.fullmatch(r"(?!tutorials/)(?:[a-z][a-z0-9_-]*/)+[a-z][a-z0-9_]*", name):
        return [Problem.of(file, 1, "bad_name", name=name)]
    if module in sys.stdlib_module_names or find_spec(module) is not None:
        return [Problem.of(file, 1, "hides_module", module=module)]
    return []


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The modules that a script imports, each with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or "."


def import_problems(file: str, tree: ast.AST, is_declared: Callable[[str], bool]) -> Iterator[Problem]:
    """Imports of what neither Python nor requirements.txt has."""
    for line, module in imports(tree):
        top = module.partition(".")[0]
        if not top or not is_declared(top):
            yield Problem.of(file, line, "undeclared_module", module=module)


def clock_problems(file: str, tree: ast.AST) -> Iterator[Problem]:
    """Calls that read the clock."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            now = any(isinstance(arg, ast.Constant) and arg.value in ("now", "today") for arg in node.args)
            if called in CLOCKS or (now and called.endswith("datetime64")):
                yield Problem.of(file, node.lineno, "clock", call=ast.unparse(node))


def compiler_problems(file: str, tree: ast.AST) -> Iterator[Problem]:
    """Uses of `torch.compile` that generate code, where what compiles that code is missing."""
    lacking = [] if shutil.which(os.environ.get("CXX", "g++")) else ["C++ compiler"]
    lacking += [] if Path(sysconfig.get_path("include"), "Python.h").is_file() else ["Python.h"]
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    traced = [call.func for call in calls if any(keyword.arg == "backend" for keyword in call.keywords)]
    for node in ast.walk(tree) if lacking else ():
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "torch.compile" and node not in traced:
            yield Problem.of(file, node.lineno, "no_compiler", lacking=" and no ".join(lacking))


def problems_of_output(file: str, script: str, output: str) -> Iterator[Problem]:
    """What `output` (as shown) of the script in `file` may not hold.

    That is addresses, what tells the machine or the day, and characters that a page cannot carry.
    """
    for text, what in islice(machine.traces_in(output, script, time.time()), 1):
        yield Problem.of(file, 1, "tells_machine", what=what, text=text)
    if address := ADDRESS.search(output):
        yield Problem.of(file, 1, "prints_address", address=address[0])
    if hidden := unseen(output):
        yield Problem.of(file, 1, "prints_control", character=hidden[0])
    if "\ufffd" in output:
        yield Problem.of(file, 1, "prints_bytes")


WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def forbidden(event: str, args: tuple[Any, ...], folder: str) -> str | None:
    """What an audit event (docs.python.org/3/library/audit_events) says that a script does and may not.

    `folder` is the only directory in which it may change anything. None: it may.
    """
    if event == "open":
        path, _, flags = args
        if isinstance(path, (str, bytes)) and flags & WRITES and _outside(path, folder):
            return f"writes outside its own folder: {os.fsdecode(path)}"
    elif event in CHANGES:
        for path in args:
            if isinstance(path, (str, bytes)) and _outside(path, folder):
                return f"changes files outside its own folder: {event}({os.fsdecode(path)!r})"
    elif event in LOOKUPS or (event in CONNECTS and not _own(args[1], folder)):
        return "opens a network connection"
    elif event == "builtins.input":
        return "waits for input"
    elif event in ("os.kill", "os.killpg") and args[0] in (-1, 0, 1, os.getppid()):
        return "sends a signal to a process that is not its own"
    return None


def _own(address: object, folder: str) -> bool:
    """Whether a socket is one of the run's own: a path in its folder, or a name that the jail keeps to it."""
    return isinstance(address, (str, bytes)) and (os.fsdecode(address)[:1] == "\0" or not _outside(address, folder))


def _outside(path: str | bytes, folder: str) -> bool:
    real = os.path.realpath(os.fsdecode(path))
    return not real.startswith((folder + os.sep, "/dev/null", "/dev/shm/", "/proc/self/")) and real != folder
