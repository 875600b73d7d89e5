"""Nothing an example does reaches another example, or the verdict on it."""

import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from snippets.verify.run.isolate import HEADERS, Run, environment
from snippets.verify.run.limits import Limits
from snippets.verify.run.parents import LIMITS, SETTINGS, Parent, run_all
from snippets.verify.run.speed import MANY
from tests.conftest import end_waiting

SHORT = Limits(cpu=2.0, idle=2.0)

LOOK = """\
import os, sys, builtins, random
import numpy as np
import torch

print(torch.tensor(1.0).dtype, torch.tensor(1 / 3), np.array(1 / 3))
print(os.listdir("."), os.environ.get("LEFT"), torch.initial_seed() == 1234, torch.get_num_threads())
print(hasattr(builtins, "left"), hasattr(torch, "left"), "left" in sys.modules, __name__)
array = np.arange(2.0)
array.flags.writeable = False
torch.from_numpy(array)
"""

# name: (script, how it ends, what it shows)
HAZARDS: dict[str, tuple[str, str, str]] = {
    "default_dtype": ("import torch\ntorch.set_default_dtype(torch.float64)", "0", ""),
    "print_options": ("import torch, numpy\ntorch.set_printoptions(2)\nnumpy.set_printoptions(2)", "0", ""),
    "seed": ("import torch, numpy\ntorch.manual_seed(1234)\nnumpy.random.seed(0)", "0", ""),
    "threads": ("import torch\ntorch.set_num_threads(7)", "0", ""),
    "files": ("open('left', 'w').write('x')\nimport os\nos.mkdir('folder')", "0", ""),
    "variables": ("import os\nos.environ['LEFT'] = '1'", "0", ""),
    "builtins": ("import builtins, torch\nbuiltins.left = torch.left = 1", "0", ""),
    "modules": ("import sys\nsys.modules['left'] = sys", "0", ""),
    "warned": (
        "import numpy as np\nimport torch\na = np.arange(2.0)\na.flags.writeable = False\ntorch.from_numpy(a)",
        "0",
        "warned.py:5: UserWarning: The given NumPy array is not writable",
    ),
    "parallel": (
        "import torch\nt = torch.ones(700, 700, dtype=torch.float64)\nprint((t @ t).sum().item())",
        "0",
        "343000000.0\n",
    ),
    "abort": ("import os\nprint('before')\nos.abort()", "SIGABRT", "before\nAborted\n"),
    "segfault": ("import ctypes\nctypes.string_at(0)", "SIGSEGV", "Segmentation fault\n"),
    "killed": ("import os\nos.kill(os.getpid(), 9)", "SIGKILL", "Killed\n"),
    "exit_early": ("import os\nprint('a', flush=True)\nos._exit(0)\nprint('b')", "vanished", "a\n"),
    "exit_politely": ("import sys\nprint('a')\nsys.exit(0)\nprint('b')", "vanished", "a\n"),
    "status": ("import sys\nsys.exit(3)", "exit-3", ""),
    "message": ("import sys\nsys.exit('no data')", "exit-1", "no data\n"),
    "raises": ("print('a')\n1 / 0", "error", "a\nZeroDivisionError: division by zero\n"),
    "chained": (
        "try:\n    {}['a']\nexcept KeyError as error:\n    raise ValueError('b') from error",
        "error",
        "ValueError: b\n",
    ),
    "flood": ("while True:\n    print('x' * 1000)", "flood", ""),
    "many_bytes": ("print('\\u2211' * 30_000)", "flood", ""),
    "one_huge_print": ("print('x' * (100 << 20))", "flood", ""),
    "hang": ("import subprocess\nprint('a')\nsubprocess.run(['sleep', '600'])", "timeout", "a\n"),
    "spins": ("print('a')\nwhile True:\n    pass", "timeout", "a\n"),
    "memory": ("import numpy as np\nnp.ones(8 << 30)", "error", "Unable to allocate"),
    "closes_all": ("import os\nos.closerange(0, 5000)", "vanished", ""),
    "ends_parent": ("import ctypes, os\nprint(ctypes.CDLL(None).kill(os.getppid(), 9))", "0", "-1\n"),
    "leaves_child": (
        "import os, subprocess\nprint(subprocess.Popen(['sleep', '60'], start_new_session=True).pid)",
        "0",
        "",
    ),
    "at_exit": (
        "import atexit, threading, time\natexit.register(print, 'last')\n"
        "threading.Thread(target=lambda: (time.sleep(0.1), print('thread'))).start()\nprint('main')",
        "0",
        "main\nthread\nlast\n",
    ),
    "order": (
        "import ctypes, os, sys\nc = ctypes.CDLL(None)\nprint('1')\nprint('2', file=sys.stderr)\n"
        "os.write(2, b'3\\n')\nc.puts(b'4')\nprint('5')",
        "0",
        "1\n2\n3\n4\n5\n",
    ),
    "introspects": (
        "import inspect, pickle\nclass A:\n    x = 1\nprint(inspect.getsource(A), end='')\n"
        "print(pickle.loads(pickle.dumps(A())).x, __file__)",
        "0",
        "class A:\n    x = 1\n1 introspects.py\n",
    ),
    "temporary": ("import os, tempfile\nprint(tempfile.gettempdir() == os.getcwd())", "0", "True\n"),
    "reads_stdin": ("import sys\nprint(sys.stdin.read())", "error", "io.UnsupportedOperation: not readable\n"),
}
# name: (script, line, what it does and may not)
FORBIDDEN = {
    "input": ("print('a')\ninput()", 2, "waits for input"),
    "writes_outside": ("open('/tmp/snippets-left', 'w')", 1, "writes outside its own folder: /tmp/snippets-left"),
    "removes_outside": ("import os\nos.remove('/etc/hostname')", 2, "changes files outside its own folder"),
    "renames_outside": ("import os\nopen('a', 'w')\nos.rename('a', '/tmp/snippets-left')", 3, "changes files outside"),
    "connects": ("import socket\nsocket.create_connection(('127.0.0.1', 9))", 2, "opens a network connection"),
    "resolves": ("import socket\nsocket.gethostbyname('example.org')", 2, "opens a network connection"),
    "signals": ("import os\nos.kill(os.getppid(), 15)", 2, "sends a signal to a process that is not its own"),
    "swallows": ("try:\n    open('/tmp/snippets-left', 'w')\nexcept OSError:\n    pass", 2, "writes outside"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the runs of this module have their folders."""
    tempfile.tempdir = str(tmp_path_factory.mktemp("runs"))
    yield Path(tempfile.tempdir)
    tempfile.tempdir = None


@pytest.fixture(scope="module")
def runs(folder: Path) -> dict[str, list[Run]]:
    scripts = {}
    for name, (script, *_) in (HAZARDS | FORBIDDEN).items():
        scripts[f"page/{name}"] = script
        scripts[f"page/after_{name}"] = LOOK
    end_waiting()  # those have their folders elsewhere
    done = run_all(scripts, limits=SHORT)
    end_waiting()
    return done


@pytest.mark.parametrize("name", HAZARDS)
def test_a_hazard_is_seen_for_what_it_is(name: str, runs: dict[str, list[Run]]) -> None:
    _, exit_, shown = HAZARDS[name]
    for run in runs[f"page/{name}"]:
        assert run.exit == exit_
        assert run.output.startswith(shown) if exit_ == "flood" else shown in run.output


@pytest.mark.parametrize(
    "name", [name for name in HAZARDS if HAZARDS[name][1] != "flood" and HAZARDS[name][2][-1:] == "\n"]
)
def test_what_a_hazard_shows_is_all_that_it_shows(name: str, runs: dict[str, list[Run]]) -> None:
    assert {run.output for run in runs[f"page/{name}"]} == {HAZARDS[name][2]}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_what_is_forbidden_is_told_with_its_line(name: str, runs: dict[str, list[Run]]) -> None:
    _, line, what = FORBIDDEN[name]
    for run in runs[f"page/{name}"]:
        assert run.forbidden[0][0] == line
        assert what in run.forbidden[0][1]


def test_what_is_forbidden_is_not_done(runs: dict[str, list[Run]]) -> None:
    assert runs["page/writes_outside"]
    assert not Path("/tmp/snippets-left").exists()
    assert Path("/etc/hostname").exists()


@pytest.mark.parametrize("name", [*HAZARDS, *FORBIDDEN])
def test_the_next_script_sees_nothing_of_it(name: str, runs: dict[str, list[Run]]) -> None:
    for run, setting in zip(runs[f"page/after_{name}"], SETTINGS, strict=True):
        first, second, third, *warning = run.output.splitlines()
        assert run.exit == "0"
        assert first == "torch.float32 tensor(0.3333) 0.3333333333333333"
        assert second == f"[] None False {setting.threads}"
        assert third == "False False False __main__"
        assert "is not writable" in warning[0], "a warning given by one script must not be missing in the next"


def test_a_parent_that_ends_ends_its_run() -> None:
    parent = Parent(SETTINGS[0])
    assert parent.run("page/first", "", LIMITS, frozenset()).exit == "0"
    threading.Timer(0.5, parent.process.kill).start()
    run = parent.run("page/second", "import time\ntime.sleep(600)", Limits(idle=600.0), frozenset())
    assert (run.exit, run.forbidden) == ("vanished", ((1, "ends the process that started it"),))


def test_a_child_left_running_is_ended(runs: dict[str, list[Run]]) -> None:
    for run in runs["page/leaves_child"]:
        with pytest.raises(ProcessLookupError):
            os.kill(int(run.output), 0)


def test_nothing_is_left_in_the_temporary_folder(runs: dict[str, list[Run]], folder: Path) -> None:
    assert runs
    assert not list(folder.iterdir())


def test_the_parents_differ_in_what_must_not_matter() -> None:
    scripts = {
        "page/hash": "print(hash('a'))",
        "page/seed": "import torch\nprint(torch.initial_seed())",
        "page/address": "print(id(object()))",
        "page/threads": "import torch\nprint(torch.get_num_threads())",
    }
    for both in run_all(scripts).values():
        assert both[0].output != both[1].output


SAMPLE = ("warned", "abort", "raises", "status", "exit_early", "order", "introspects", "memory", "at_exit")


def test_without_fork_the_results_are_the_same(runs: dict[str, list[Run]]) -> None:
    scripts = {f"page/{name}": HAZARDS[name][0] for name in SAMPLE} | {"page/input": FORBIDDEN["input"][0]}
    spawned = run_all(scripts, SETTINGS[1:], fork=False)
    for name in scripts:
        assert spawned[name] == runs[name][1:]


def test_what_torch_wrote_into_this_process_s_environment_reaches_no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    end_waiting()
    monkeypatch.setenv("TORCHINDUCTOR_CACHE_DIR", "/tmp/snippets-left")
    monkeypatch.setenv("TORCH_LOGS", "+dynamo")
    script = "import os\nprint({name: value for name, value in os.environ.items() if name.startswith('TORCH')})"
    ours = {HEADERS: "0", "TORCH_LOGS": "-torch.utils.cpp_extension"}
    assert shown(script) == {f"{ours}\n"}
    assert {name: value for name, value in environment(None).items() if name.startswith("TORCH")} == ours


def shown(script: str, times: int = 1, **options: Any) -> set[str]:
    """What `script` prints under the first setting."""
    runs = run_all({f"page/{number}": script for number in range(times)}, SETTINGS[:1], **options)
    return {run.output for (run,) in runs.values()}


def test_a_parent_waits_for_the_next_scripts_and_not_under_another_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = "import os\nprint(os.getppid())"
    end_waiting()
    first = shown(parent)
    assert shown(parent) == first
    monkeypatch.setenv("LD_LIBRARY_PATH", "/nowhere")
    other = shown(parent)
    assert other != first
    monkeypatch.undo()
    parent_id = int(first.pop())
    os.kill(parent_id, signal.SIGKILL)
    os.waitid(os.P_PID, parent_id, os.WEXITED | os.WNOWAIT)
    assert len(shown(parent) - other) == 1, "one that has died is not taken"


def test_what_many_scripts_import_and_is_slow_is_imported_once_for_those_that_need_it() -> None:
    needs = "import sys\nimport torch\nprint('torch._dynamo' in sys.modules)\ntorch.optim.SGD"
    other = "import sys\nprint('torch._dynamo' in sys.modules, 'pandas' in sys.modules)\n"
    end_waiting()
    assert shown(needs) == {"False\n"}
    assert shown(needs, MANY) == {"True\n"}
    assert shown(needs) == {"False\n"}, "a parent that has imported more than that is not taken"
    end_waiting()
    scripts = {f"page/{number}": other for number in range(MANY)}
    scripts |= {"page/a": needs, "page/b": needs, "page/c": f"{other}import pandas"}
    runs = {name: run.output for name, (run,) in run_all(scripts, SETTINGS[:1]).items()}
    assert list(runs) == list(scripts), "in the order given, whatever runs first"
    assert (runs.pop("page/a"), runs.pop("page/b")) == ("True\n", "True\n")
    assert {*runs.values()} == {"False False\n"}
    end_waiting()
