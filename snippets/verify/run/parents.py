"""Runs many scripts, each under several settings, without an interpreter each.

For each setting a parent, which is an interpreter with its own hash seed and thread count, imports torch
and NumPy and runs nothing else (a parallel operation before a fork hangs the children that do another).
For each script each parent forks a child, which this process supervises: what a parent does itself, it pays for
with copies of the memory that it shares with the child. Where fork is not safe, every run is an interpreter of its own.
"""

import atexit
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
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, replace
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from snippets.problem import Problem
from snippets.store.files import ROOT
from snippets.verify.run import child, speed
from snippets.verify.run.isolate import Places, Process, Run, Setting, alone, environment, spawn, supervise
from snippets.verify.run.limits import Limits

SETTINGS = (Setting("0", 1), Setting("1", 2))
MORE_SETTINGS = (*SETTINGS, Setting("2", 1), Setting("3", 2))
LIMITS = Limits()


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


def serve(descriptor: int) -> None:
    """The life of a parent: receives the places of a run, forks, sends how the child ended, until there are no more."""
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
    """A parent as the controlling process sees it; it is started anew if a script ends it."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.place = place(setting)
        self.start()

    def start(self) -> None:
        """Starts the interpreter, and does not wait until it has imported torch and NumPy."""
        self.ready = False
        self.modules = frozenset[str]()  # imported beside torch and NumPy
        self.folder = tempfile.mkdtemp(prefix="snippets-")
        self.connection, theirs = Pipe()
        self.process: subprocess.Popen[bytes] | None = subprocess.Popen(
            [sys.executable, "-c", f"from snippets.verify.run.parents import serve; serve({theirs.fileno()})"],
            stdin=subprocess.DEVNULL,
            cwd=ROOT,
            env=self.place[2] | {"TMPDIR": self.folder, "HOME": self.folder},
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # Ctrl-C is for us; we end our parents ourselves
        )
        theirs.close()

    def run(self, name: str, script: str, limits: Limits, modules: frozenset[str] = frozenset()) -> Run:
        """One run in a child of this parent, which has imported `modules`.

        Raises Problem where it cannot import torch and NumPy.
        """
        if self.process is None:
            self.start()

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
                found, fix = f"{sys.executable} cannot import them; see above", "run: make test, which installs them"
                raise Problem("requirements.txt", 1, "torch and NumPy", found, fix) from None
            return Run(name, "", "vanished", "", ((1, "ends the process that started it"),), str(self.setting))

    def lives(self) -> bool:
        """Whether it can fork."""
        return self.process is not None and self.process.poll() is None

    def close(self) -> None:
        """Ends the interpreter, whatever it is doing, and removes what its runs have left."""
        process, self.process = self.process, None
        if process:
            process.terminate()
            process.wait()
            self.connection.close()
            shutil.rmtree(self.folder, ignore_errors=True)


def place(setting: Setting) -> tuple[str, str, dict[str, str]]:
    """What a parent gets from us: the interpreter, where temporary files go, and the environment."""
    return sys.executable, tempfile.gettempdir(), environment(setting)


WAITING: list[Parent] = []  # for what the next `run_all` would start again; until this process ends


def run_all(
    read: Callable[[], Mapping[str, str]],
    settings: tuple[Setting, ...] = SETTINGS,
    *,
    fork: bool = sys.platform == "linux",
    limits: Limits = LIMITS,
    slow: bool = True,
    split: bool = False,
) -> dict[str, list[Run]]:
    """Runs each script that `read` gives (name to text) once under each of `settings`; {name: [Run, ...]}.

    `read` is called while the parents import torch. Without `fork`, each run is an interpreter of its own,
    under the same rules. Where stderr is a terminal, a bar shows how far they are. Of many scripts, the parents import
    what is slow to import before the first, unless `slow` is False. With `split`, each script runs once, under one of
    `settings`.
    """
    stopped = threading.Event()
    if not fork:
        limits = replace(limits, cpu=limits.cpu + LIMITS.cpu)  # of which it takes some to import torch
    # The pool ends last: its threads end when their parents do.
    with ThreadPoolExecutor(len(settings)) as pool, _parents(settings if fork else (), not slow, stopped) as parents:
        scripts = read()
        imports = speed.shared_imports(scripts) if slow else dict.fromkeys(scripts, frozenset[str]())
        names = list(imports)
        shares = [names[number :: len(settings)] if split else names for number in range(len(settings))]

        def run(number: int, name: str) -> Run:
            if fork:
                return parents[number].run(name, scripts[name], limits, imports[name])
            start = partial(spawn, setting=settings[number], limits=limits)
            return supervise(name, scripts[name], limits, str(settings[number]), start)

        def run_share(number: int, tell: Callable[[], object]) -> dict[str, Run]:
            runs = {}
            for name in shares[number]:
                if not stopped.is_set():
                    runs[name] = run(number, name)
                    tell()
            return runs

        with progress(sum(map(len, shares))) as tell:  # all of them, before one of them runs alone
            passes = list(pool.map(partial(run_share, tell=tell), range(len(settings))))
        passes = [alone(runs, partial(run, number)) for number, runs in enumerate(passes)]
    return {name: [runs[name] for runs in passes if name in runs] for name in scripts}


@contextlib.contextmanager
def progress(total: int) -> Iterator[Callable[[], object]]:
    """A bar after two seconds where stderr is a terminal; elsewhere nothing."""
    from tqdm import tqdm

    with tqdm(total=total, delay=2, disable=None, leave=False) as bar:
        yield bar.update


@contextlib.contextmanager
def _parents(settings: Sequence[Setting], fresh: bool, stopped: threading.Event) -> Iterator[list[Parent]]:
    """A parent for each of `settings`, one that waits if it can be; they wait again, or after an error are ended."""
    parents = []
    for setting in settings:
        fit = [one for one in WAITING if one.lives() and one.place == place(setting) and not (fresh and one.modules)]
        parents.append(fit[0] if fit else Parent(setting))
        WAITING[:] = [parent for parent in WAITING if parent is not parents[-1]]
    try:
        yield parents
    except BaseException:
        stopped.set()
        for parent in parents:
            parent.close()
        raise
    WAITING.extend(parents)


@atexit.register
def end_waiting() -> None:
    """Ends the parents that wait for more."""
    while WAITING:
        WAITING.pop().close()
