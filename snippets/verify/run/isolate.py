"""One run of one script, in a process of its own that nothing reaches and that reaches nothing."""

import contextlib
import json
import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from snippets.problem import Problem
from snippets.store.files import ROOT
from snippets.verify.run import jail, machine
from snippets.verify.run.limits import LOOK, Limits, Watch
from snippets.verify.run.terminal import TRACEBACK, as_shown, exit_of

# The variables of this machine that a run sees: where programs and their libraries are; on Windows what starts them.
KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT", "TEMP", "USERPROFILE")
UNJAILED = "SNIPPETS_UNJAILED"  # the variable that lets CI run scripts where the jail is not whole
HEADERS = "TORCHINDUCTOR_CPP_CACHE_PRECOMPILE_HEADERS"
OUTPUT = 1 << 16  # bytes that one run may print


@dataclass(frozen=True)
class Setting:
    """What differs between two parents, so that what depends on it shows."""

    hash_seed: str
    threads: int

    @property
    def second(self) -> bool:
        """Whether it is on the second machine (machine.py)."""
        return self.threads > 1

    def __str__(self) -> str:
        threads = f"{self.threads} thread{'s' if self.threads > 1 else ''}"
        return f"PYTHONHASHSEED={self.hash_seed}, {threads}, the {'second' if self.second else 'first'} machine"


@dataclass(frozen=True)
class Run:
    """One run of one script: what a terminal would show and how it ended.

    `exit` is as published in data-exit, or "flood" (printed too much), or "vanished" (it ended with
    status 0 but not at its end). `forbidden` holds what it did and may not, as (line, what). `limit` is the one
    that it passed, by its name and in words: ("", "") where it ended by itself.
    """

    name: str
    output: str
    exit: str
    raised: str
    forbidden: tuple[tuple[int, str], ...]
    setting: str
    limit: tuple[str, str] = ("", "")


class Process(Protocol):
    """The part of subprocess.Popen that supervising needs."""

    pid: int

    def wait(self, timeout: float | None = None) -> int:
        """The return code, negative for a signal; raises TimeoutExpired after `timeout` seconds."""


@dataclass(frozen=True)
class Places:
    """Where one run has its things; all of it is removed afterwards."""

    script: Path
    folder: Path
    output: Path
    report: Path


def supervise(name: str, script: str, limits: Limits, setting: str, start: Callable[[Places], Process]) -> Run:
    """Runs `script` in a process that `start` starts, and ends all that it leaves behind."""
    with tempfile.TemporaryDirectory(prefix="snippets-", ignore_cleanup_errors=True) as temporary:
        top, file = Path(temporary).resolve(), f"{name.rpartition('/')[2]}.py"
        places = Places(top / "script" / file, top / "folder", top / "output", top / "report")
        places.script.parent.mkdir()
        places.folder.mkdir()
        places.script.write_bytes(script.encode())
        places.output.touch()
        seal = secrets.token_hex()
        places.report.write_text(seal)
        process = start(places)
        try:
            returncode, cut = _wait(process, places.output, limits)
        finally:
            _end(process)
        if returncode is None:
            returncode = process.wait()
        return _run(name, returncode, cut, limits, places, setting, seal)


def _end(process: Process) -> None:
    """Ends a process with all that it started in its group; on Windows, which has no groups, the process."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            os.kill(process.pid, signal.SIGTERM)
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _wait(process: Process, output: Path, limits: Limits) -> tuple[int | None, str]:
    """The return code, or None and why the run has to be cut off: "flood", or the limit that it passed."""
    watch = Watch(process.pid, limits)
    while True:
        try:
            return process.wait(LOOK), ""
        except subprocess.TimeoutExpired:
            if output.stat().st_size > OUTPUT:
                return None, "flood"
            if passed := watch.passed():
                return None, passed


def _run(name: str, returncode: int, cut: str, limits: Limits, places: Places, setting: str, seal: str) -> Run:
    with places.output.open("rb") as captured:
        raw = captured.read(OUTPUT + 1)
    text = raw.decode(errors="replace")
    report = places.report.read_text(encoding="utf-8", errors="replace")
    # A run without our rules (start_plain) leaves its report alone; what it raised is read off its traceback.
    plain = report == seal
    events = [] if plain else [_event(line, seal) for line in report.splitlines()]
    ending = events[-1] if events else {}
    raised = _raised(text) if plain else ending.get("type", "")
    exit_ = "timeout" if cut else exit_of(returncode, bool(raised))
    if exit_ == "SIGXCPU":  # the system was the first to end it
        exit_, cut = "timeout", "cpu"
    if cut == "flood" or len(raw) > OUTPUT or exit_ == "SIGXFSZ":
        exit_ = "flood"
    if exit_ == "0" and not plain and ending.get("event") != "finished":
        exit_ = "vanished"
    number = -returncode if returncode < 0 and not cut else 0
    broken = tuple((event["line"], event["what"]) for event in events if event["event"] == "forbidden")
    shown = as_shown(text, places.script, places.folder, number)
    return Run(name, shown, exit_, raised, broken, setting, (cut, limits.told(cut)))


def _event(line: str, seal: str) -> dict[str, Any]:
    """What a line of a report says; one without the seal of the run is the script's own."""
    if line.startswith(seal):
        event: dict[str, Any] = json.loads(line.removeprefix(seal))
        return event
    return {"event": "forbidden", "line": 1, "what": "writes into the report of its run"}


def alone(runs: Mapping[str, Run], again: Callable[[str], Run]) -> dict[str, Run]:
    """`runs`, with those that took too long by the clock run `again`: now that nothing else of ours runs."""
    return {name: again(name) if run.limit[0] == "wall" else run for name, run in runs.items()}


@cache
def demand_jail() -> None:
    """Says once what is not kept from a script on this system; raises Problem for it in CI, which strangers reach."""
    if lacking := jail.missing():
        if os.environ.get("CI") and not os.environ.get(UNJAILED):
            raise Problem.of("snippets/verify/run/jail.py", 1, "no_jail", lacking=lacking, variable=UNJAILED)
        print(f"{lacking}; run only what you have read", file=sys.stderr)


def environment(setting: Setting | None) -> dict[str, str]:
    """The environment of a run: nothing of the machine's but what it takes to start. HOME and TMPDIR are the run's own.

    Under our rules it has no GPU, so that it gives the same on every machine (and within the limit of its memory).
    """
    kept = {key: os.environ[key] for key in KEPT if key in os.environ}
    kept |= {"PYTHONUNBUFFERED": "1", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    kept["JOBLIB_MULTIPROCESSING"] = "0"  # scikit-learn would warn that the jail has no semaphores
    kept[HEADERS] = "0"  # a run compiles one thing or two: 16 s of CPU time, and 20 with them
    kept["TORCH_LOGS"] = "-torch.utils.cpp_extension"  # it logs a CUDA toolkit that finds no GPU, with the time of day
    if setting:
        kept |= machine.SECOND if setting.second else machine.FIRST
        kept |= {
            "PYTHONHASHSEED": setting.hash_seed,
            "OMP_NUM_THREADS": str(setting.threads),
            "CUDA_VISIBLE_DEVICES": "",
        }
    return kept


def _raised(text: str) -> str:
    """The name of the exception whose traceback is the last in `text`, or ""."""
    names = re.findall(TRACEBACK.pattern + r"([\w.]+)", text, re.MULTILINE)
    return names[-1] if names else ""


def spawn(places: Places, setting: Setting, limits: Limits) -> Process:
    """Starts a run under our rules in an interpreter of its own."""
    command = [sys.executable, "-m", "snippets.verify.run.child", *map(str, astuple(places)), str(limits.cpu)]
    env = environment(setting) | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=places.folder, env=env, start_new_session=True)
