"""Runs scripts, each in a process of its own that nothing reaches and that reaches nothing.

Two parents, each an interpreter with its own hash seed and thread count, import torch and NumPy and
run nothing else (a parallel operation before a fork hangs the children that do another). For each
script each parent forks a child. Where fork is not safe, every run is an interpreter of its own.
"""

import contextlib
import ctypes
import gc
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from snippets.problem import Problem
from snippets.recorded import ROOT
from snippets.verify import child
from snippets.verify.terminal import TRACEBACK, as_shown, exit_of

POLL = 0.0005  # seconds between two looks at a run
SECONDS = 10.0  # wall-clock time that one run may take
OUTPUT = 1 << 16  # bytes that one run may print


@dataclass(frozen=True)
class Setting:
    """What differs between two parents, so that what depends on it shows."""

    hash_seed: str
    threads: int

    def __str__(self) -> str:
        return f"PYTHONHASHSEED={self.hash_seed}, {self.threads} thread{'s' if self.threads > 1 else ''}"


SETTINGS = (Setting("0", 1), Setting("1", 2))
MORE_SETTINGS = (*SETTINGS, Setting("2", 1), Setting("3", 2))


@dataclass(frozen=True)
class Run:
    """One run of one script: what a terminal would show and how it ended.

    `exit` is as published in data-exit, or "flood" (printed too much), or "vanished" (it ended with
    status 0 but not at its end). `forbidden` holds what it did and may not, as (line, what).
    """

    name: str
    output: str
    exit: str
    raised: str
    forbidden: tuple[tuple[int, str], ...]
    setting: str


class Process(Protocol):
    """The part of subprocess.Popen that supervising needs."""

    pid: int

    def poll(self) -> int | None:
        """The return code, negative for a signal, or None while it runs."""


class Forked:
    """A forked child that looks like a Popen."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """The return code as Popen has it, or None while the child runs."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if pid else None


@dataclass(frozen=True)
class Places:
    """Where one run has its things; all of it is removed afterwards."""

    script: Path
    folder: Path
    output: Path
    report: Path


def supervise(name: str, script: str, seconds: float, setting: str, start: Callable[[Places], Process]) -> Run:
    """Runs `script` in a process that `start` starts, and ends all that it leaves behind."""
    # Not TemporaryDirectory: a forked child would inherit its finalizer and remove the folder at its end.
    top = Path(tempfile.mkdtemp(prefix="snippets-")).resolve()
    file = top / "script" / f"{name.rpartition('/')[2]}.py"
    places = Places(file, top / "folder", top / "output", top / "report")
    try:
        file.parent.mkdir()
        places.folder.mkdir()
        file.write_bytes(script.encode())
        places.output.touch()
        process = start(places)
        try:
            returncode, cut = _wait(process, places.output, seconds)
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        while returncode is None:
            time.sleep(POLL)
            returncode = process.poll()
        return _run(name, returncode, cut, places, setting)
    finally:
        shutil.rmtree(top, ignore_errors=True)


def _wait(process: Process, output: Path, seconds: float) -> tuple[int | None, str]:
    deadline = time.monotonic() + seconds
    while (returncode := process.poll()) is None:
        if output.stat().st_size > OUTPUT:
            return None, "flood"
        if time.monotonic() > deadline:
            return None, "timeout"
        time.sleep(POLL)
    return returncode, ""


def _run(name: str, returncode: int, cut: str, places: Places, setting: str) -> Run:
    with places.output.open("rb") as captured:
        text = captured.read(OUTPUT + 1).decode(errors="replace")
    # A run without our rules (run_plain) leaves no report; what it raised is read off its traceback.
    plain = not places.report.exists()
    events = [] if plain else [json.loads(line) for line in places.report.read_bytes().splitlines()]
    ending = events[-1] if events else {}
    raised = _raised(text) if plain else ending.get("type", "")
    exit_ = cut or exit_of(returncode, bool(raised))
    if len(text) > OUTPUT or exit_ == "SIGXFSZ":
        exit_ = "flood"
    if exit_ == "0" and not plain and ending.get("event") != "finished":
        exit_ = "vanished"
    number = -returncode if returncode < 0 and not cut else 0
    broken = tuple((event["line"], event["what"]) for event in events if event["event"] == "forbidden")
    return Run(name, as_shown(text, places.script, places.folder, number), exit_, raised, broken, setting)


def _end_strays() -> None:
    """Ends descendants that left their process group; the kernel has made them ours (see serve)."""
    with contextlib.suppress(OSError):
        for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split():
            os.kill(int(pid), signal.SIGKILL)
            os.waitpid(int(pid), 0)


def environment(setting: Setting | None) -> dict[str, str]:
    """The environment of a run: the machine's, without what Python or the user's settings add."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "OMP_", "MKL_"))}
    kept |= {"PYTHONUNBUFFERED": "1", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    if setting:
        kept |= {"PYTHONHASHSEED": setting.hash_seed, "OMP_NUM_THREADS": str(setting.threads)}
    return kept


def _raised(text: str) -> str:
    """The name of the exception whose traceback is the last in `text`, or ""."""
    names = re.findall(TRACEBACK.pattern + r"([\w.]+)", text, re.MULTILINE)
    return names[-1] if names else ""


def serve() -> None:
    """The life of a parent: reads a request a line, forks, answers a Run a line."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever an import prints is not an answer
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that the folders of a run are removed
    libc = ctypes.CDLL(None)
    libc.prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: orphans come to us, whatever session they are in
    parent = os.getpid()
    import numpy  # noqa: F401
    import torch  # noqa: F401

    gc.collect()
    gc.freeze()
    print("ready", file=answers, flush=True)

    def start(places: Places) -> Process:
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
        for line in sys.stdin:
            request = json.loads(line)
            run = supervise(request["name"], request["script"], request["seconds"], request["setting"], start)
            _end_strays()
            print(json.dumps(asdict(run)), file=answers, flush=True)
    except Exception:  # the finally would hide it
        traceback.print_exc()
    finally:
        os._exit(0)  # nothing of a parent's own needs torch's long way out


class _Parent:
    """A parent as the controlling process sees it; it is started anew if a script ends it."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.process: subprocess.Popen[str] | None = None
        self.folder = ""

    def run(self, name: str, script: str, seconds: float) -> Run:
        if self.process is None:
            self.folder = tempfile.mkdtemp(prefix="snippets-")
            command = [sys.executable, "-c", "from snippets.verify.isolate import serve; serve()"]
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                cwd=ROOT,
                env=environment(self.setting) | {"TMPDIR": self.folder},
                start_new_session=True,  # Ctrl-C is for us; we end our parents ourselves
            )
            if self.process.stdout and not self.process.stdout.readline():
                self.close()
                expected, found = "torch and NumPy", f"{sys.executable} cannot import them; see above"
                raise Problem("requirements.txt", 1, expected, found, "run: make test (which installs them)")
        assert self.process.stdin
        assert self.process.stdout
        request = {"name": name, "script": script, "seconds": seconds, "setting": str(self.setting)}
        answer = ""
        with contextlib.suppress(BrokenPipeError):
            print(json.dumps(request), file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline()
        if not answer:
            self.close()
            return Run(name, "", "vanished", "", ((1, "ends the process that started it"),), str(self.setting))
        values = json.loads(answer)
        return Run(**values | {"forbidden": tuple((line, what) for line, what in values["forbidden"])})

    def close(self) -> None:
        if self.process and self.process.stdin:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()  # ends one that waits for a request
            self.process.terminate()  # ends one that waits for a run
            self.process.wait()
            self.process = None
            shutil.rmtree(self.folder, ignore_errors=True)


def _spawn(places: Places, setting: Setting) -> Process:
    arguments = [places.script, places.folder, places.output, places.report]
    command = [sys.executable, "-m", "snippets.verify.child", *map(str, arguments)]
    env = environment(setting) | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=places.folder, env=env, start_new_session=True)


def _plain(places: Places) -> Process:
    env = environment(None) | {"HOME": str(places.folder), "TMPDIR": str(places.folder)}
    with places.output.open("ab") as output:
        return subprocess.Popen(
            [sys.executable, str(places.script)],
            cwd=places.folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )


def run_plain(name: str, script: str, seconds: float = 6 * SECONDS) -> Run:
    """Runs `script` as `python file.py` does, without our rules: what a reader sees. It imports torch itself."""
    return supervise(name, script, seconds, "python file.py", _plain)


def run_all(
    scripts: Mapping[str, str],
    settings: tuple[Setting, ...] = SETTINGS,
    *,
    fork: bool = sys.platform == "linux",
    seconds: float = SECONDS,
    progress: Callable[[], None] = lambda: None,
) -> dict[str, list[Run]]:
    """Runs each of `scripts` (name to text) once under each of `settings`; {name: [Run, ...]}.

    Without `fork`, each run is an interpreter of its own, under the same rules. `seconds` is the time
    that a run may take; `progress` is called after every run.
    """
    parents = [_Parent(setting) for setting in settings]
    stopped = threading.Event()

    def run_under(parent: _Parent) -> list[Run]:
        runs = []
        for name, script in scripts.items():
            if stopped.is_set():
                break
            if fork:
                runs.append(parent.run(name, script, seconds))
            else:
                start = partial(_spawn, setting=parent.setting)
                runs.append(supervise(name, script, seconds + SECONDS, str(parent.setting), start))
            progress()
        parent.close()
        return runs

    with ThreadPoolExecutor(len(settings)) as pool:
        try:
            passes = list(pool.map(run_under, parents))
        except BaseException:
            stopped.set()
            for parent in parents:
                parent.close()
            raise
    return {name: [runs[number] for runs in passes] for number, name in enumerate(scripts)}
