"""Runs many scripts, each under several settings, without an interpreter each.

For each setting a parent, which is an interpreter with its own hash seed and thread count, imports torch
and NumPy and runs nothing else (a parallel operation before a fork hangs the children that do another).
For each script each parent forks a child, which this process supervises: what a parent does itself, it pays for
with copies of the memory that it shares with the child. Where fork is not safe, every run is an interpreter of its own.
"""

import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
import weakref
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, replace
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from snippets.problem import Problem
from snippets.store.files import ROOT
from snippets.verify.run import child, machine, speed
from snippets.verify.run.isolate import Places, Process, Run, Setting, alone, demand_jail, environment, spawn, supervise
from snippets.verify.run.limits import Limits

SETTINGS = (Setting("0", 1), Setting("1", 2))
MORE_SETTINGS = (*SETTINGS, Setting("2", 1), Setting("3", 2))
# The first torch.compile of a run takes 15 s of CPU time: it compiles the headers of torch.
LIMITS = Limits(cpu=60.0, wall=600.0)


class Forked:
    """A child of a parent that looks like a Popen: the parent sends its id, and at its end how it ended."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.pid: int = connection.recv()

    def wait(self, timeout: float | None = None) -> int:
        """The return code as Popen has it; raises TimeoutExpired after `timeout` seconds."""
        if not self.connection.poll(timeout):
            raise subprocess.TimeoutExpired("", timeout or 0)
        return self.connection.recv()


def serve(descriptor: int, second: bool) -> None:
    """The life of a parent, on the first machine or the `second`.

    It receives the places of a run, forks, sends how the child ended, until there are no more.
    """
    machine.move(second)
    child.LIBC.prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: orphans come to us, whatever session they are in
    connection: Connection = Connection(descriptor)
    import numpy  # noqa: F401
    import torch  # noqa: F401

    child.prepare()
    speed.settle()
    memory = child.memory()
    try:
        connection.send(True)  # ready
        while True:
            match connection.recv():
                case frozenset() as modules:
                    speed.settle(modules)
                    memory = child.memory()
                case *paths, cpu:
                    pid = _fork(Places(*map(Path, paths)), cpu, memory)
                    connection.send(pid)
                    connection.send(_ended(pid, connection))
    except (EOFError, BrokenPipeError):
        pass  # nobody has more to run
    except Exception:  # the finally would hide it
        traceback.print_exc()
    finally:
        os._exit(0)  # nothing of a parent's own needs torch's long way out


def _fork(places: Places, cpu: float, memory: int) -> int:
    """The id of a child that has become a run."""
    parent = os.getpid()
    if pid := os.fork():
        return pid
    child.LIBC.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: no child outlives its parent
    if os.getppid() != parent:
        os._exit(1)
    os.setsid()
    try:
        child.become(places, cpu, memory)
    finally:
        traceback.print_exc()  # only a defect of ours leads here; the parent's life must not go on
        os._exit(70)


def _ended(pid: int, connection: Connection) -> int:
    """Waits for a child, and ends what it has left running; the return code as Popen has it."""
    descriptor = os.pidfd_open(pid)
    # Nothing is sent to us meanwhile: the connection is ready when nobody listens any more.
    gone = connection.fileno() in select.select([descriptor, connection.fileno()], [], [])[0]
    os.close(descriptor)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    returncode = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    with contextlib.suppress(OSError):  # those that have left its group; the kernel has made them ours (see serve)
        for stray in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split():
            os.kill(int(stray), signal.SIGKILL)
            os.waitpid(int(stray), 0)
    if gone:
        raise EOFError
    return returncode


class Parent:
    """A parent as the controlling process sees it."""

    def __init__(self, setting: Setting) -> None:
        """Starts the interpreter, and does not wait until it has imported torch and NumPy."""
        self.setting, self.environment = setting, environment(setting)
        self.ready = False
        self.modules = frozenset[str]()  # imported beside torch and NumPy
        folder = tempfile.mkdtemp(prefix="snippets-")
        self.connection, theirs = Pipe()
        given = f"{theirs.fileno()}, {setting.second}"
        self.process = subprocess.Popen(
            [sys.executable, "-c", f"from snippets.verify.run.parents import serve; serve({given})"],
            stdin=subprocess.DEVNULL,
            cwd=ROOT,
            env=self.environment | {"TMPDIR": folder, "HOME": folder},
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # Ctrl-C is for us; we end our parents ourselves
        )
        theirs.close()
        # Only once, whoever calls it, and at the latest when we end.
        self.close = weakref.finalize(self, _close, self.process, self.connection, folder)

    def run(self, name: str, script: str, limits: Limits, modules: frozenset[str]) -> Run:
        """One run in a child of this parent, which has imported `modules`.

        Raises Problem where it cannot import torch and NumPy.
        """

        def fork(places: Places) -> Process:
            self.connection.send((*map(str, astuple(places)), limits.cpu))
            return Forked(self.connection)

        try:
            self.ready = self.ready or self.connection.recv()
            if lacking := modules - self.modules:
                self.connection.send(lacking)
                self.modules |= lacking
            return supervise(name, script, limits, str(self.setting), fork)
        except (EOFError, ConnectionError):
            self.close()
            if not self.ready:
                raise Problem.of("requirements.txt", 1, "no_torch", python=sys.executable) from None
            return Run(name, "", "vanished", "", ((1, "ends the process that started it"),), str(self.setting))

    def lives(self) -> bool:
        """Whether it can fork: no script has ended it."""
        return self.process.poll() is None


def _close(process: subprocess.Popen[bytes], connection: Connection, folder: str) -> None:
    """Ends the interpreter of a parent, whatever it is doing, and removes what its runs have left."""
    process.terminate()
    process.wait()
    connection.close()
    shutil.rmtree(folder, ignore_errors=True)


WAITING: list[Parent] = []  # for what the next `run_all` would start again


def run_all(
    scripts: Mapping[str, str],
    settings: Sequence[Setting] = SETTINGS,
    *,
    fork: bool = sys.platform == "linux",
    limits: Limits = LIMITS,
    split: bool = False,
    programs: Mapping[str, str] | None = None,
) -> dict[str, list[Run]]:
    """Runs each of `scripts` (name to text) once under each of `settings`; {name: [Run, ...]}.

    Of many scripts, the parents import what is slow to import before the first: what `programs` import, where each
    script holds one of them as text. Without `fork`, each run is an interpreter of its own, under the same rules. With
    `split`, each script runs once, under one of `settings`. Where stderr is a terminal, a bar shows after two seconds
    how far they are. Raises Problem where a jail is demanded that this system lacks.
    """
    from tqdm import tqdm

    if not scripts:
        return {}
    demand_jail()
    if not fork:
        limits = replace(limits, cpu=limits.cpu + LIMITS.cpu)  # of which it takes some to import torch
    imports, stopped = speed.shared_imports(programs or scripts), threading.Event()
    names, numbers = list(imports), range(len(settings))
    shares = [names[number :: len(settings)] if split else names for number in numbers]

    def run(number: int, name: str) -> Run:
        if not fork:
            start = partial(spawn, setting=settings[number], limits=limits)
            return supervise(name, scripts[name], limits, str(settings[number]), start)
        if not parents[number].lives():
            parents[number] = Parent(settings[number])
        return parents[number].run(name, scripts[name], limits, imports[name])

    def run_share(number: int) -> dict[str, Run]:
        runs = {}
        for name in shares[number]:
            if not stopped.is_set():
                runs[name] = run(number, name)
                bar.update()
        return runs

    # The pool ends last: its threads end when their parents do.
    forking = _parents(settings if fork else (), frozenset[str]().union(*imports.values()), stopped)
    with ThreadPoolExecutor(len(settings)) as pool, forking as parents:
        with tqdm(total=sum(map(len, shares)), delay=2, disable=None, leave=False) as bar:
            passes = list(pool.map(run_share, numbers))  # all of them, before one of them runs alone
        passes = [alone(runs, partial(run, number)) for number, runs in enumerate(passes)]
    return {name: [runs[name] for runs in passes if name in runs] for name in scripts}


@contextlib.contextmanager
def _parents(settings: Sequence[Setting], modules: frozenset[str], stopped: threading.Event) -> Iterator[list[Parent]]:
    """A parent for each of `settings`, one that waits if it has imported none but `modules`.

    They wait again, or after an error are ended.
    """
    parents = list[Parent]()
    for setting in settings:
        here = environment(setting)
        fit = [parent for parent in WAITING if parent.lives() and parent.environment == here]
        parents.append(next((parent for parent in fit if parent.modules <= modules), None) or Parent(setting))
        WAITING[:] = [parent for parent in WAITING if parent is not parents[-1]]
    try:
        yield parents
    except BaseException:
        stopped.set()
        for parent in parents:
            parent.close()
        raise
    WAITING.extend(parents)
