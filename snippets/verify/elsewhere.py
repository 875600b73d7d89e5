"""Runs what needs a GPU, a Mac or Windows, where that is there, and records it with the name of the machine.

Each runs as `python file.py` does, without the rules and the jail: the driver of a GPU does what they forbid.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from snippets.problem import Problem
from snippets.store.elsewhere import NEEDS, PROGRAMS, need_of, ran, stale
from snippets.verify import examples
from snippets.verify.installed import installed, today
from snippets.verify.run.isolate import Places, Process, Run, alone, environment, supervise
from snippets.verify.run.limits import Limits

PLAIN = Limits(cpu=60.0, idle=15.0, wall=600.0)  # of a run that imports torch itself


@cache
def machine(need: str) -> str:
    """The name of this machine, or of its GPU, if it has what is needed, else ""."""
    done = subprocess.run([sys.executable, "-c", PROGRAMS[need]], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def start_plain(places: Places, before: Sequence[str] = ()) -> Process:
    """Starts a run as `python file.py` does, without our rules; `before` stands before that command."""
    folder = str(places.folder)
    with places.output.open("ab") as output:
        return subprocess.Popen(
            [*before, sys.executable, str(places.script)],
            cwd=folder,
            env=environment(None) | {"HOME": folder, "TMPDIR": folder},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )


def _plainly(scripts: Mapping[str, str]) -> dict[str, list[Run]]:
    """Runs each script twice, one after the other."""

    def run(name: str) -> Run:
        return supervise(name, scripts[name], PLAIN, "python file.py", start_plain)

    return {name: [alone({name: run(name)}, run)[name] for _ in range(2)] for name in scripts}


def _can_run(names: Sequence[str]) -> list[str]:
    """Those of `names` whose machine is this one, after saying how many of the others are left alone."""
    absent = Counter(NEEDS[need_of(name)] for name in names if not machine(need_of(name)))
    for need, count in absent.items():
        print(f"{count} not run: {'it needs' if count == 1 else 'they need'} {need}")
    return [name for name in names if machine(need_of(name))]


def check(root: Path, names: Iterable[str]) -> list[Problem]:
    """Where the record of `names` is out of step with the scripts or, where they can run, with a fresh run."""
    names = list(names)
    edited = stale(root, names)
    can_run = [name for name in _can_run(names) if ran(root, name) and name not in edited]
    return [*edited.values(), *examples.compare(root, can_run, _plainly)]


def update(root: Path, names: Iterable[str]) -> tuple[list[Problem], list[str]]:
    """Records those of `names` that can run here; (what was refused, what changed)."""
    here = installed()
    releases = f"{here.libraries} on Python {here.python}, {here.platform}, {today()}"

    def where(name: str) -> str:
        return f"{machine(need_of(name))}, with {releases}"

    return examples.record(root, _can_run(list(names)), _plainly, where)
