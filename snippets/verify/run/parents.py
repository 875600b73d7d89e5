"""Runs many scripts, each under several settings, without an interpreter each.

For each setting a parent, which is an interpreter with its own hash seed and thread count, imports torch
and NumPy and runs nothing else (a parallel operation before a fork hangs the children that do another).
For each script each parent forks a child. A parent waits for more until this process ends: what the next `run_all`
would start again. Where fork is not safe, every run is an interpreter of its own.
"""

import atexit
import contextlib
import ctypes
import gc
import importlib
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
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from snippets.problem import Problem
from snippets.recorded import ROOT
from snippets.verify.run import child
from snippets.verify.run.isolate import SECONDS, Places, Process, Run, Setting, environment, spawn, supervise

SETTINGS = (Setting("0", 1), Setting("1", 2))
MORE_SETTINGS = (*SETTINGS, Setting("2", 1), Setting("3", 2))
# What torch imports at the first optimizer or device mode, and what many scripts begin with: 0.9 and 0.15 s.
SLOW = ("torch._dynamo", "pandas")
MANY = 20  # scripts, from which on it takes less to import that once, though each fork then takes 2 ms more


class Forked:
    """A forked child that looks like a Popen."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.descriptor = os.pidfd_open(pid)

    def wait(self, timeout: float | None = None) -> int:
        """The return code as Popen has it; raises TimeoutExpired after `timeout` seconds."""
        if not select.select([self.descriptor], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("", timeout or 0)
        os.close(self.descriptor)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def serve(descriptor: int) -> None:
    """The life of a parent: receives the arguments of a run, forks, sends the Run, until there are no more."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that the folders of a run are removed
    libc = ctypes.CDLL(None)
    libc.prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: orphans come to us, whatever session they are in
    parent = os.getpid()
    connection: Connection = Connection(descriptor)
    import numpy  # noqa: F401
    import torch  # noqa: F401

    child.own_modules()
    settle()

    def fork(places: Places) -> Process:
        if pid := os.fork():
            return Forked(pid)
        libc.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: no child outlives its parent
        if os.getppid() != parent:
            os._exit(1)
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        try:
            child.become(places.script, places.folder, places.output, places.report)
        finally:
            traceback.print_exc()  # only a defect of ours leads here; the parent's life must not go on
            os._exit(70)

    try:
        connection.send(True)  # ready
        while True:
            match connection.recv():
                case frozenset() as modules:
                    settle(modules)
                case name, script, seconds, setting:
                    run = supervise(name, script, seconds, setting, fork)
                    _end_strays()
                    connection.send(run)
    except (EOFError, BrokenPipeError):
        pass  # nobody has more to run
    except Exception:  # the finally would hide it
        traceback.print_exc()
    finally:
        os._exit(0)  # nothing of a parent's own needs torch's long way out


def settle(modules: Iterable[str] = ()) -> None:
    """Imports `modules`, and makes what this process holds as cheap to fork as it can be."""
    kept = {*os.environ}
    for module in modules:
        with contextlib.suppress(Exception):  # not installed, or not for this torch: a script that imports it is told
            importlib.import_module(module)
    for name in {*os.environ} - kept:
        del os.environ[name]  # a cache of torch, in our folder: a run has its own
    for finalizer in list(weakref.finalize._registry):  # type: ignore[attr-defined]
        finalizer.atexit = False  # torch's own, which would take most of a run's time at its end
    gc.collect()
    gc.freeze()
    collapse()


def collapse() -> None:
    """Moves our memory into huge pages: a fork copies an entry per page, which is most of its time (8 ms, then 3).

    Where the kernel cannot (before Linux 6.1, or huge pages are off), nothing happens.
    """
    libc = ctypes.CDLL(None)
    huge = 2 << 20  # bytes
    for line in Path("/proc/self/maps").read_text().splitlines():
        span, access, _, _, inode, *_ = line.split()
        if access == "rw-p" and inode == "0":
            first, last = (int(one, 16) for one in span.split("-"))
            first = -(-first // huge) * huge
            if last - first >= huge:
                length = (last - first) // huge * huge
                libc.madvise(ctypes.c_void_p(first), ctypes.c_size_t(length), 25)  # MADV_COLLAPSE


def _end_strays() -> None:
    """Ends descendants that left their process group; the kernel has made them ours (see serve)."""
    with contextlib.suppress(OSError):
        for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split():
            os.kill(int(pid), signal.SIGKILL)
            os.waitpid(int(pid), 0)


class Parent:
    """A parent as the controlling process sees it; it is started anew if a script ends it."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.place = place(setting)
        self.start()

    def start(self) -> None:
        """Starts the interpreter, and does not wait until it has imported torch and NumPy."""
        self.ready = False
        self.modules: frozenset[str] = frozenset()  # imported beside torch and NumPy
        self.folder = tempfile.mkdtemp(prefix="snippets-")
        self.connection, theirs = Pipe()
        self.process: subprocess.Popen[bytes] | None = subprocess.Popen(
            [sys.executable, "-c", f"from snippets.verify.run.parents import serve; serve({theirs.fileno()})"],
            stdin=subprocess.DEVNULL,
            cwd=ROOT,
            env=self.place[2] | {"TMPDIR": self.folder},
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # Ctrl-C is for us; we end our parents ourselves
        )
        theirs.close()

    def run(self, name: str, script: str, seconds: float, modules: Sequence[str] = ()) -> Run:
        """One run in a child of this parent, which has imported `modules`.

        Raises Problem where it cannot import torch and NumPy.
        """
        if self.process is None:
            self.start()
        try:
            self.ready = self.ready or self.connection.recv()
            if lacking := frozenset(modules) - self.modules:
                self.connection.send(lacking)
                self.modules |= lacking
            self.connection.send((name, script, seconds, str(self.setting)))
            return self.connection.recv()
        except (EOFError, OSError):
            self.close()
            if not self.ready:
                found, fix = f"{sys.executable} cannot import them; see above", "run: make test, which installs them"
                raise Problem("requirements.txt", 1, "torch and NumPy", found, fix) from None
            return Run(name, "", "vanished", "", ((1, "ends the process that started it"),), str(self.setting))

    def close(self) -> None:
        """Ends the interpreter, whatever it is doing, and removes what its runs have left."""
        if self.process:
            self.connection.close()  # ends one that waits for a run
            self.process.terminate()  # ends one that has a run going
            self.process.wait()
            self.process = None
            shutil.rmtree(self.folder, ignore_errors=True)


def place(setting: Setting) -> tuple[str, str, dict[str, str]]:
    """What a parent gets from us: the interpreter, where temporary files go, and the environment."""
    return sys.executable, tempfile.gettempdir(), environment(setting)


WAITING: list[Parent] = []
LOCK = threading.Lock()


def take(setting: Setting, slow: Sequence[str]) -> Parent:
    """A parent that waits, has imported none but `slow` and was started as one is now; or a new one."""
    here = place(setting)
    with LOCK:
        for parent in WAITING:
            lives = parent.process and parent.process.poll() is None
            if lives and parent.place == here and parent.modules <= {*slow}:
                WAITING.remove(parent)
                return parent
    return Parent(setting)


@atexit.register
def end_waiting() -> None:
    """Ends the parents that wait for more."""
    while WAITING:
        WAITING.pop().close()


def run_all(
    read: Callable[[], Mapping[str, str]],
    settings: tuple[Setting, ...] = SETTINGS,
    *,
    fork: bool = sys.platform == "linux",
    seconds: float = SECONDS,
    progress: Callable[[], None] = lambda: None,
    slow: Sequence[str] = SLOW,
) -> dict[str, list[Run]]:
    """Runs each script that `read` gives (name to text) once under each of `settings`; {name: [Run, ...]}.

    `read` is called while the parents import torch. Without `fork`, each run is an interpreter of its own,
    under the same rules. `seconds` is the time that a run may take; `progress` is called after every run.
    Of many scripts, the parents import the modules `slow` before the first.
    """
    parents = [take(setting, slow) for setting in settings] if fork else []
    stopped = threading.Event()

    def run_under(number: int) -> list[Run]:
        runs = []
        for name, script in scripts.items():
            if stopped.is_set():
                break
            if fork:
                runs.append(parents[number].run(name, script, seconds, modules))
            else:
                start = partial(spawn, setting=settings[number])
                runs.append(supervise(name, script, seconds + SECONDS, str(settings[number]), start))
            progress()
        return runs

    def stop() -> None:
        stopped.set()
        for parent in parents:
            parent.close()

    try:
        scripts = read()
        modules = slow if len(scripts) >= MANY else ()
        with ThreadPoolExecutor(len(settings)) as pool:
            try:
                passes = list(pool.map(run_under, range(len(settings))))
            except BaseException:
                stop()  # before the pool waits for its threads
                raise
    except BaseException:
        stop()
        raise
    with LOCK:
        WAITING.extend(parent for parent in parents if parent.process)
    return {name: [runs[number] for runs in passes] for number, name in enumerate(scripts)}
