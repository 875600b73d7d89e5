"""When a run is ended: never for being slow on a busy machine, always for what it does itself.

It is ended by the CPU time that it has used, or when nothing in it moves: none of its threads is ready to run, and none
has run to speak of (one that a busy machine keeps waiting is ready). A long wall time ends it too, but says nothing:
it is then run once more, alone. Without /proc (outside Linux) there are the limit that the system itself has for the
CPU time of a process (child.py), and the wall time. It imports nothing of ours: a trial of mutants takes its text.
"""

import contextlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

LOOK = 0.25  # seconds between two looks at a run
LOOKS = 4  # at which nothing moved, at least, before it is said to hang: whoever looks may be kept waiting, too
STILL = 0.01  # the share of CPU time up to which a run that is never ready to run does nothing: it polls


@dataclass(frozen=True)
class Limits:
    """Seconds that a run may take: of CPU time, all its processes together; without moving; and in all."""

    cpu: float = 10.0
    idle: float = 5.0
    wall: float = 120.0

    def told(self, which: str) -> str:
        """What a run did that passed the limit `which`."""
        return {
            "cpu": f"used {self.cpu:g} s of CPU time",
            "idle": f"hung: for {self.idle:g} s it neither ran nor was ready to run",
            "wall": f"was still running after {self.wall:g} s, twice, the second time with nothing beside it",
        }.get(which, "")


class Watch:
    """Looks at the run whose first process is `pid`, again and again."""

    def __init__(self, pid: int, limits: Limits) -> None:
        self.pid, self.limits = pid, limits
        self.start = self.moved = time.monotonic()
        self.cpu, self.looks = 0.0, 0

    def passed(self) -> str:
        """Which limit the run has passed by now: "cpu", "idle", "wall", or ""."""
        now, (cpu, ready) = time.monotonic(), life(self.pid)
        if ready or cpu - self.cpu > STILL * (now - self.moved):
            self.moved, self.cpu, self.looks = now, cpu, 0
        self.looks += 1
        if cpu >= self.limits.cpu:
            return "cpu"
        if now - self.moved >= self.limits.idle and self.looks > LOOKS:
            return "idle"
        return "wall" if now - self.start >= self.limits.wall else ""


def life(pid: int) -> tuple[float, bool]:
    """The CPU time of process `pid` with all that it started, in seconds, and whether any of it is ready to run.

    One that waits for a disk counts as ready. Where there is no /proc: (0.0, True).
    """
    stats = {int(file.parent.name): stat for file in Path("/proc").glob("[0-9]*/stat") if (stat := _stat(file))}
    if not stats:
        return 0.0, True
    ours, more = set[int](), {pid}
    while more:
        ours |= more
        more = {other for other, stat in stats.items() if {int(stat[1]), int(stat[3])} & ours} - ours
    ticks = sum(int(tick) for process in ours & {*stats} for tick in stats[process][11:15])
    threads = (thread / "stat" for process in ours for thread in _threads(process))
    return ticks / os.sysconf("SC_CLK_TCK"), any(_stat(file)[:1] in (["R"], ["D"]) for file in threads)


def _threads(pid: int) -> list[Path]:
    """The folders of a process's threads; none if it has ended."""
    with contextlib.suppress(OSError):
        return list(Path(f"/proc/{pid}/task").iterdir())
    return []


def _stat(file: Path) -> list[str]:
    """The state, parent, group, session, ... of a process or a thread (see proc(5)); nothing if it has ended."""
    with contextlib.suppress(OSError):
        return file.read_text(errors="replace").rpartition(")")[2].split()
    return []
