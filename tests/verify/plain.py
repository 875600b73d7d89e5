"""Runs scripts as `python file.py` does, without our rules: what a reader sees, and a second opinion on our own runs.

Most scripts begin with the same imports, which take fifty times as long as the rest. Where many begin alike, an
interpreter imports what they do, and nothing else, and is forked for each of them. What few begin with begins with what
many do: a fork imports the rest.
"""

import ast
import contextlib
import json
import select
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import accumulate
from typing import IO

from snippets.verify.elsewhere import PLAIN, start_plain
from snippets.verify.run import jail
from snippets.verify.run.isolate import Places, Process, Run, alone, demand_jail, environment, supervise
from snippets.verify.run.limits import Limits

SHARE = 100  # of the scripts that begin alike, so many at most have one interpreter: two work at a time
MANY = 6  # scripts, from which on they have one of their own: fewer take one that has imported a part of what they do

Modules = tuple[str, ...]

# The life of such an interpreter. A fork does before its script and after it what `python file.py` does in the jail.
SHARED = """
import gc, json, os, runpy, sys
jail = runpy.run_path(sys.argv[2])
exec(sys.argv[1], {})
gc.freeze()
print(os.getpid(), flush=True)
for line in sys.stdin:
    script, folder, output = json.loads(line)
    if not (pid := os.fork()):
        break
    print(pid, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
else:
    sys.exit()
os.setsid()
os.chdir(folder)
os.environ["HOME"] = os.environ["TMPDIR"] = folder
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
os.dup2(os.open(output, os.O_WRONLY | os.O_APPEND), 1)
os.dup2(1, 2)
sys.argv[:] = [script]
sys.path[0] = os.path.dirname(script)
with open(script, "rb") as text:
    jail["enter"](folder, jail["shares"](text.read()), [*jail["readable"](), sys.path[0]])
runpy.run_path(script, run_name="__main__")
"""


def run_plain(
    scripts: Mapping[str, str], limits: Limits = PLAIN, *, share: bool = False, jailed: bool = True
) -> dict[str, Run]:
    """Runs each script (name to text) as `python file.py` does, two at a time, in the jail unless it is not `jailed`.

    With `share`, the imports of those that begin alike are run once. Raises Problem where a jail is demanded that this
    system lacks.
    """
    by_itself = _alone if jailed else start_plain
    if jailed:
        demand_jail()

    def run(start: Callable[[Places], Process], name: str) -> Run:
        return supervise(name, scripts[name], limits, "python file.py", start)

    def run_share(imports: Modules, names: Sequence[str]) -> dict[str, Run]:
        with _shared(imports) if imports and len(names) > 1 else contextlib.nullcontext(by_itself) as start:
            return {name: run(start, name) for name in names}

    groups = alike(scripts) if share else [((), [name]) for name in scripts]
    shares = [(head, some[at : at + SHARE]) for head, some in groups for at in range(0, len(some), SHARE)]
    runs = dict[str, Run]()
    with ThreadPoolExecutor(2) as pool:
        for done in pool.map(run_share, *zip(*shares, strict=True)):
            runs |= done
    return alone(runs, partial(run, by_itself))


def alike(scripts: Mapping[str, str]) -> list[tuple[Modules, list[str]]]:
    """What an interpreter may import for some of the scripts, with the names of those; () for those that stay alone."""
    groups = defaultdict[Modules, list[str]](list)
    for name, script in scripts.items():
        groups[imports_of(script)].append(name)
    shared = dict[Modules, list[str]]()
    for modules, names in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        parts = [part for part in shared if {*part} <= {*modules}]
        if not parts or len(names) >= MANY:
            shared[modules] = names
        else:
            shared[max(parts, key=len)] += names
    return [*shared.items()]


def imports_of(script: str) -> Modules:
    """The modules that a script begins with importing, and those that hold them, without Python's own."""
    found = dict[str, None]()
    for part in ast.parse(script).body:
        match part:
            case ast.Import(names=aliases):
                modules = [alias.name for alias in aliases]
            case ast.ImportFrom(module=str(module), level=0):
                modules = [module]
            case _:
                break
        for module in modules:
            found |= dict.fromkeys(accumulate(module.split("."), "{}.{}".format))
    return tuple(module for module in found if module.partition(".")[0] not in sys.stdlib_module_names)


def _alone(places: Places) -> Process:
    shares = jail.shares(places.script.read_bytes())
    return start_plain(places, jail.command(str(places.folder), shares, [str(places.script.parent)]))


class Forked:
    """A fork that looks like a Popen: of `answers`, a line is its id, and at its end one how it ended."""

    def __init__(self, answers: IO[bytes]) -> None:
        self.answers, self.pid = answers, int(answers.readline())

    def wait(self, timeout: float | None = None) -> int:
        """The return code as Popen has it; raises TimeoutExpired after `timeout` seconds."""
        if not select.select([self.answers], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("", timeout or 0)
        return int(self.answers.readline() or -signal.SIGKILL)  # it may end the interpreter, too


@contextlib.contextmanager
def _shared(imports: Modules) -> Iterator[Callable[[Places], Process]]:
    """What forks an interpreter that has imported `imports`, or starts a script alone once that one has ended."""
    program = "".join(f"import {module}\n" for module in imports)
    command, pipe = [sys.executable, "-c", SHARED, program, jail.__file__], subprocess.PIPE
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(
            command, 0, cwd=folder, env=environment(None) | {"HOME": folder, "TMPDIR": folder}, stdin=pipe, stdout=pipe
        ) as interpreter,
    ):
        requests, answers = interpreter.stdin, interpreter.stdout
        assert requests
        assert answers

        def start(places: Places) -> Process:
            if interpreter.poll() is not None:
                return _alone(places)
            requests.write(json.dumps(list(map(str, (places.script, places.folder, places.output)))).encode() + b"\n")
            return Forked(answers)

        if not answers.readline():  # its imports have failed
            interpreter.wait()
        yield start
