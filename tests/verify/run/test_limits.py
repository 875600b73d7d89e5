"""A run is ended for what it does itself, and never because the machine is busy."""

import subprocess
import sys
from collections.abc import Iterator, Sequence

import pytest

from snippets.verify.run import limits
from snippets.verify.run.isolate import Run, alone
from snippets.verify.run.limits import Limits, life
from snippets.verify.run.parents import run_all

SHORT = Limits(cpu=1.0, idle=2.0, wall=60.0)
SPIN = "import time\nend = time.process_time() + 0.6\nwhile time.process_time() < end:\n    pass\n"
CHILD = "import subprocess, sys\nsubprocess.run([sys.executable, '-S', '-c', {!r}], start_new_session=True)\n"

# name: (script, the limit that it passes)
ENDED = {
    "page/sleeps": ("import time\ntime.sleep(600)", "idle"),
    "page/deadlock": ("import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()", "idle"),
    "page/polls": ("import time\nwhile True:\n    time.sleep(0.01)", "idle"),
    "page/a_thread_waits": ("import threading\nthreading.Thread(target=threading.Event().wait).start()", "idle"),
    "page/spins": ("while True:\n    pass", "cpu"),
    "page/a_thread_spins": ("import threading\nthreading.Thread(target=any, args=[iter(int, 1)]).start()", "cpu"),
    "page/a_child_spins": (CHILD.format("while True: pass"), "cpu"),
}
FINE = {
    "page/works": f"{SPIN}print('done')",
    "page/rests": f"import time\ntime.sleep(1.2)\n{SPIN}time.sleep(1.2)\nprint('done')",
    "page/a_child_works": f"{CHILD.format(SPIN)}print('done')",
}


@pytest.fixture(scope="module")
def busy() -> Iterator[None]:
    """Two loops that keep two processors busy."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    yield
    for loop in loops:
        loop.kill()
        loop.wait()


@pytest.fixture(scope="module")
def runs(busy: None) -> dict[str, list[Run]]:
    scripts = {name: script for name, (script, _) in ENDED.items()} | FINE
    return run_all(scripts, limits=SHORT)


@pytest.mark.parametrize("name", ENDED)
def test_on_a_busy_machine_what_never_ends_is_ended_for_what_it_does(name: str, runs: dict[str, list[Run]]) -> None:
    for run in runs[name]:
        assert (run.exit, run.limit) == ("timeout", (ENDED[name][1], SHORT.told(ENDED[name][1])))


@pytest.mark.parametrize("name", FINE)
def test_on_a_busy_machine_what_ends_is_let_end(name: str, runs: dict[str, list[Run]]) -> None:
    for run in runs[name]:
        assert (run.exit, run.output, run.limit) == ("0", "done\n", ("", ""))


def test_what_takes_long_by_the_clock_runs_once_more_alone_before_anything_is_said() -> None:
    late = "import time\nwhile True:\n    time.sleep(0.01)\n    for _ in range(10_000):\n        pass\n"
    both = run_all({"page/late": late, "page/fine": "print(1)"}, limits=Limits(wall=1.0))
    assert [run.exit for run in both["page/fine"]] == ["0", "0"]
    for run in both["page/late"]:
        assert run.exit == "timeout"
        assert run.limit[1] == "was still running after 1 s, twice, the second time with nothing beside it"


def test_a_run_that_is_in_time_when_it_runs_alone_is_told_as_that() -> None:
    late, fine = (Run(name, "", "0", "", (), "", limit) for name, limit in [("a", ("wall", "late")), ("b", ("", ""))])
    again = []

    def run(name: str) -> Run:
        again.append(name)
        return fine

    assert alone({"a": late, "b": fine}, run) == {"a": fine, "b": fine}
    assert again == ["a"]


def test_a_process_that_has_ended_is_not_ready() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    assert life(process.pid) == (0.0, False)


def looked_at(
    times: Sequence[float], share: float, ready: bool, given: Limits, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """What is said at each of `times` of a run that uses a `share` of the processor."""
    clock = [0.0]
    monkeypatch.setattr(limits, "life", lambda pid: (share * clock[0], ready))
    monkeypatch.setattr("time.monotonic", lambda: clock[0])
    watch, said = limits.Watch(1, given), []
    for clock[0] in times:
        said.append(watch.passed())
    monkeypatch.undo()
    return said


@pytest.mark.parametrize(
    ("share", "ready", "limit", "after"),
    [
        (0.0, False, "idle", 3.0),
        (0.005, False, "idle", 3.0),
        (0.02, False, "wall", 30.0),
        (0.0, True, "wall", 30.0),
        (0.5, True, "cpu", 10.0),
    ],
)
def test_a_run_hangs_that_hardly_uses_the_processor_and_is_not_ready_to(
    share: float, ready: bool, limit: str, after: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = [look * 0.25 for look in range(121)]
    said = looked_at(times, share, ready, Limits(cpu=5.0, idle=3.0, wall=30.0), monkeypatch)
    first = next(number for number, passed in enumerate(said) if passed)
    assert (said[first], times[first]) == (limit, after)


def test_whoever_looks_late_looks_again_before_a_run_is_said_to_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    said = looked_at([100.0, 200.0, 300.0, 400.0, 500.0], 0.0, False, Limits(idle=3.0, wall=1e9), monkeypatch)
    assert said == ["", "", "", "", "idle"]
