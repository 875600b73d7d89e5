"""Bad input gets a message for the person who made it, and takes nothing else down."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import torch

from snippets.cli import main
from snippets.problem import Problem
from snippets.store.cells import AXIS
from snippets.store.examples import orphans, record_file, script_file, stale
from snippets.store.files import ROOT, digest, write
from snippets.store.releases import pinned_file, read_pinned
from snippets.verify import examples
from snippets.verify.installed import environment_problems, installed
from snippets.verify.run.limits import Limits
from snippets.verify.run.parents import SETTINGS, run_all
from tests.conftest import Repository, make_repository, pretend

GOOD = "print('good')\n"
# A machine that can do more than the second is told by comparing, another by the word for what it can do.
DIFFERS = torch.backends.cpu.get_cpu_capability() == "AVX512"
ABILITIES = ("not deterministic", "seed it") if DIFFERS else ("what its processor can do", "every machine")

# name: (script, the line named, words of what was found, words of the fix)
BAD: dict[str, tuple[str | bytes, int, str, str]] = {
    "p/not_utf8": (b"x = 1\nprint('\xe9')\n", 2, "the byte 0xe9", "UTF-8"),
    "p/crlf": (b"x = 1\r\nprint(x)\r\n", 1, "carriage return", "sed -i"),
    "p/no_syntax": ("x = 1\nprint(x\n", 2, "'(' was never closed", "syntax"),
    "p/empty": ("", 1, "no code", "remove the file"),
    "p/only_comments": ("# Why\n\n", 1, "no code", "remove the file"),
    "p/silent": ("x = 1\n", 1, "it prints nothing", "print what it is to show"),
    "p/too_long": ("# Why\n" + "print(1)\n\n" * 16, 32, "16 of them", "# Long: why"),
    "p/no_reason": ("# Long:\n" + "print(1)\n" * 16, 17, "16 of them", "# Long: why"),
    "p/too_wide": (f"x = 1\nprint({'x' * 114})\n", 2, "one of 121", "break it"),
    "p/undeclared": ("x = 1\nimport requests\n", 2, "imports requests", "requirements.txt"),
    "p/own_package": ("from snippets import problem\n", 1, "imports snippets", "requirements.txt"),
    "p/random": ("print(1)\n", 1, "hides the module random", "rename"),
    "p/Share": ("print(1)\n", 1, "p/Share", "lower case"),
    "tutorials/digits": ("print(1)\n", 1, "tutorials/digits", "for notebooks"),
    "p/today": ("import datetime\nprint(datetime.date.today())\n", 2, "reads the clock", "fixed time"),
    "p/now": ("import numpy as np\nprint(np.datetime64('now'))\n", 2, "reads the clock", "fixed time"),
    "p/host": ("import socket\nprint(socket.gethostname())\n", 1, "", "print what"),
    "p/kernel": ("import platform\nprint(platform.release())\n", 1, "its kernel", "every machine"),
    "p/processors": ("import os\nprint(os.cpu_count())\n", 1, "not deterministic", "seed it"),
    "p/own_processors": ("import os\nprint(len(os.sched_getaffinity(0)))\n", 1, "not deterministic", "seed it"),
    "p/memory_there": (
        "import os\nprint(os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES'))\n",
        1,
        "its memory",
        "every machine",
    ),
    "p/user": ("import getpass\nprint(getpass.getuser())\n", 1, "not deterministic", "seed it"),
    "p/environment": ("import os\nprint(sorted(os.environ.items()))\n", 1, "not deterministic", "seed it"),
    "p/installation": ("import torch\nprint(torch.__file__)\n", 1, "a path of this machine", "every machine"),
    "p/build": ("import torch\nprint(torch.__config__.show())\n", 1, *ABILITIES),
    "p/abilities": ("import torch\nprint(torch.backends.cpu.get_cpu_capability())\n", 1, *ABILITIES),
    "p/today_here": ("import pandas as pd\nprint(pd.Timestamp.now().date())\n", 1, "not deterministic", "seed it"),
    "p/weekday": ("from time import strftime as f\nprint(f('%A'))\n", 1, "not deterministic", "seed it"),
    "p/today_there": ("import pandas as pd\nprint(pd.Timestamp.now('UTC').date())\n", 1, "the date", "every machine"),
    "p/seconds": ("from time import time as now\nprint(int(now()) // 1000 * 1000)\n", 1, "the time", "every machine"),
    "p/changed": (
        "import os\nopen('a', 'w').close()\nprint(round(os.stat('a').st_mtime, -3))\n",
        1,
        "the time",
        "every machine",
    ),
    "p/uninitialized": ("import torch\nprint(torch.empty(3, dtype=torch.uint8))\n", 1, "not deterministic", "seed it"),
    "p/uninitialized_numpy": ("import numpy as np\nprint(np.empty(9000)[5])\n", 1, "not deterministic", "seed it"),
    "p/c1": ("print(chr(0x9b) + '31m')\n", 1, "character '\\x9b'", "text only"),
    "p/turns": ("print(chr(0x202e) + 'abc')\n", 1, "character '\\u202e'", "text only"),
    "p/no_width": ("print('a' + chr(0x200b))\n", 1, "character '\\u200b'", "text only"),
    "p/line_separator": ("print(chr(0x2028))\n", 1, "character '\\u2028'", "text only"),
    "p/source_turns": ("x = 1\nprint('\u202eabc')\n", 2, "RIGHT-TO-LEFT OVERRIDE", "'\\u202e' in a string"),
    "p/source_comment": ("print(1)\n# \u2066a\n", 2, "LEFT-TO-RIGHT ISOLATE", "remove it"),
    "p/source_mark": ("\ufeffprint(1)\n", 1, "ZERO WIDTH NO-BREAK SPACE", "remove it"),
    "p/source_c1": ("print('\x85')\n", 1, "'\\x85', a control character", "remove it"),
    "p/address": ("print(object())\n", 1, "not deterministic", "seed it"),
    "p/repeated_address": ("print('at 0x7f0011223344')\n", 1, "prints the address 0x7f0011223344", "equal"),
    "p/identity": ("print(id(object()))\n", 1, "not deterministic", "seed it"),
    "p/set_order": ("print({'a', 'b', 'c', 'd', 'e', 'f'})\n", 1, "not deterministic", "sort it"),
    "p/clock": ("import time\nprint(time.perf_counter())\n", 1, "not deterministic", "seed it"),
    "p/unseeded": ("import torch\nprint(torch.rand(3))\n", 1, "not deterministic", "seed it"),
    "p/unseeded_numpy": ("import numpy as np\nprint(np.random.rand(3))\n", 1, "not deterministic", "seed it"),
    "p/flood": ("while True:\n    print('x' * 1000)\n", 1, "prints more and was ended", "print less"),
    "p/control": ("print('\\x1b[31mred')\n", 1, "control character", "text only"),
    "p/memory": ("import numpy as np\nnp.ones(8 << 30)\n", 1, "4 GiB", "first line"),
    "p/waits": ("x = 1\ninput()\n", 2, "waits for input", "leave that out"),
    "p/writes": ("x = 1\nopen('/tmp/snippets-left', 'w')\n", 2, "writes outside its own folder", "inside"),
    "p/network": ("import socket\nsocket.create_connection(('127.0.0.1', 9))\n", 2, "network", "leave that out"),
    "p/exits": ("import os\nos._exit(0)\nprint(1)\n", 1, "ended itself with status 0", "remove the exit"),
    "p/exits_politely": ("import sys\nsys.exit(0)\nprint(1)\n", 1, "ended itself with status 0", "remove the exit"),
    "p/crashes": ("import os\nos.abort()\n", 1, "ends with SIGABRT", "# Ends with SIGABRT: why"),
    "p/raises": ("1 / 0\n", 1, "ends with error (ZeroDivisionError)", "# Raises ValueError: why"),
    "p/raises_another": ("# Raises ValueError: no\n1 / 0\n", 1, "ends with error (ZeroDivisionError)", "first line"),
    "p/does_not_raise": ("# Raises ValueError: no\nprint(1)\n", 1, "ends with 0", "first line"),
    "p/does_not_crash": ("# Ends with SIGSEGV: no\nprint(1)\n", 1, "ends with 0", "first line"),
    "p/other_status": ("# Exits with status 3\nimport sys\nsys.exit(4)\n", 1, "ends with exit-4", "first line"),
}


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, dict[str, list[Problem]]]:
    """A repository in which all of BAD and one good script were recorded in one go."""
    repository = make_repository(tmp_path_factory.mktemp("bad"))
    for name, (script, *_) in BAD.items():
        repository.script(name, script)
    repository.script("p/good", GOOD)
    found: dict[str, list[Problem]] = {}
    for problem in repository.update("p/good", *BAD):
        found.setdefault(Path(problem.file).stem, []).append(problem)
    return repository, found


@pytest.mark.parametrize("name", BAD)
def test_a_bad_script_is_refused_with_file_line_and_fix(
    name: str, bad: tuple[Repository, dict[str, list[Problem]]]
) -> None:
    script, line, found, fix = BAD[name]
    repository, problems = bad
    (problem,) = problems[Path(name).name]
    assert problem.file == script_file(name)
    assert (problem.line, found in problem.found, fix in problem.fix) == (line, True, True), str(problem)
    assert not repository.output(name).exists(), "nothing is recorded of it"
    path = repository.root / problem.file
    assert path.read_bytes() == (script if isinstance(script, bytes) else script.encode()), "it is not overwritten"


def test_bad_scripts_do_not_keep_a_good_one_from_being_recorded(
    bad: tuple[Repository, dict[str, list[Problem]]],
) -> None:
    repository, problems = bad
    assert "good" not in problems
    assert repository.output("p/good").read_text() == "good\n"
    assert [path.stem for path in (repository.root / "snippets/recorded/examples").rglob("*.json")] == ["good"]


def test_a_script_may_be_long_with_a_reason_beside_how_it_ends(repository: Repository) -> None:
    repository.script("p/long", "# Raises ValueError: so\n# Long: why\n" + "print(1)\n" * 15 + "raise ValueError\n")
    assert not repository.update("p/long")


def test_a_hang_is_told_with_the_limit_that_it_passed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "run_all", partial(run_all, limits=Limits(cpu=1.0, idle=1.5)))
    repository.script("p/hangs", "while True:\n    print(1)\n    __import__('time').sleep(0.01)\n")
    repository.script("p/spins", "while True:\n    pass\n")
    repository.script("p/announced", "# Never ends: it waits\nimport threading\nthreading.Event().wait()\n")
    hangs, spins, recorded = examples.check(repository.root, ["p/hangs", "p/spins", "p/announced"], settings=SETTINGS)
    assert "it hung: for 1.5 s it neither ran nor was ready to run, and was ended" in hangs.found
    assert "it used 1 s of CPU time, and was ended" in spins.found
    assert (recorded.file, recorded.found) == ("snippets/examples/p/announced.py", "never recorded")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository with one recorded example that prints two lines."""
    repository = make_repository(tmp_path_factory.mktemp("template"))
    repository.script("p/two_lines", "print('first')\nprint('second')\n")
    assert not repository.update("p/two_lines")
    return repository


@pytest.fixture
def recorded(template: Repository, tmp_path: Path) -> Repository:
    """A copy of `template` for one test."""
    shutil.copytree(template.root, tmp_path, dirs_exist_ok=True)
    return Repository(tmp_path)


def test_one_changed_byte_in_an_output_is_a_diff_with_line_and_command(recorded: Repository) -> None:
    recorded.output("p/two_lines").write_text("first\nsecond!\n")
    (problem,) = recorded.check("p/two_lines")
    assert (problem.file, problem.line) == ("snippets/examples/p/two_lines.out", 2)
    assert "-second!\n+second\n" in problem.detail
    assert "python -m snippets update p/two_lines" in problem.fix


def test_one_changed_byte_in_a_comment_of_a_script_is_seen(recorded: Repository) -> None:
    script = "print('first')\nprint('second')\n# \n"
    recorded.script("p/two_lines", script)
    (problem,) = recorded.check("p/two_lines")
    assert "edited since it was recorded" in problem.found
    assert not recorded.update("p/two_lines")
    assert not recorded.check("p/two_lines")


def test_a_missing_final_newline_is_seen(recorded: Repository) -> None:
    recorded.output("p/two_lines").write_text("first\nsecond")
    (problem,) = recorded.check("p/two_lines")
    assert "\\ No newline at end of file" in problem.detail


def test_a_record_made_to_agree_with_a_forged_output_is_still_seen(recorded: Repository) -> None:
    recorded.output("p/two_lines").write_text("forged\n")
    file = recorded.root / record_file("p/two_lines")
    index = json.loads(file.read_text())
    file.write_text(json.dumps(index | {"output": digest(b"forged\n")}))
    (problem,) = recorded.check("p/two_lines")
    assert "+first\n+second\n" in problem.detail


def test_a_missing_output_is_told(recorded: Repository) -> None:
    recorded.output("p/two_lines").unlink()
    (problem,) = recorded.check("p/two_lines")
    assert "never recorded" in problem.found


def test_an_output_without_a_script_is_told(recorded: Repository) -> None:
    (recorded.root / "snippets/examples/p/two_lines.py").unlink()
    (problem,) = stale(recorded.root, orphans(recorded.root)).values()
    assert "an output without a script" in problem.found


def test_a_record_of_a_script_that_is_gone_is_told_and_removed_by_the_next_update(recorded: Repository) -> None:
    (recorded.root / "snippets/examples/p/two_lines.py").unlink()
    recorded.output("p/two_lines").unlink()
    (problem,) = stale(recorded.root, orphans(recorded.root)).values()
    assert problem.file == record_file("p/two_lines")
    assert examples.update(recorded.root, [])[1] == ["removed   p/two_lines"]
    assert orphans(recorded.root) == []


def test_a_broken_record_names_its_line(recorded: Repository) -> None:
    (recorded.root / record_file("p/two_lines")).write_text("{\n<<<<<<< HEAD\n")
    with pytest.raises(Problem) as caught:
        recorded.check("p/two_lines")
    assert (caught.value.file, caught.value.line) == (record_file("p/two_lines"), 2)


def test_update_touches_no_unchanged_file(recorded: Repository) -> None:
    files = [path for path in recorded.root.rglob("*") if path.is_file()]
    before = {path: path.stat().st_mtime_ns for path in files}
    problems, changes = examples.update(recorded.root, ["p/two_lines"])
    assert (problems, changes) == ([], [])
    assert {path: path.stat().st_mtime_ns for path in files} == before


def test_update_says_what_changed(recorded: Repository) -> None:
    recorded.script("p/two_lines", "print('third')\n")
    recorded.script("p/another", "print('new')\n")
    _, changes = examples.update(recorded.root, ["p/two_lines", "p/another"])
    assert changes == ["changed   snippets/examples/p/two_lines.out", "recorded  snippets/examples/p/another.out"]


def test_a_refused_update_keeps_the_old_record(recorded: Repository) -> None:
    recorded.script("p/two_lines", "print(id(object()))\n")
    assert recorded.update("p/two_lines")
    assert recorded.output("p/two_lines").read_text() == "first\nsecond\n"


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.out"
    file.write_text("old")

    def fail(descriptor: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="no space"):
        write(file, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.out"]
    assert file.read_text() == "old"


def test_an_interrupted_update_leaves_whole_files_and_no_process(recorded: Repository, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    recorded.script("p/slow", "import time\nprint('a')\nopen('started', 'w').close()\ntime.sleep(600)\n")
    root = str(recorded.root)
    code = f"import sys, pathlib; from snippets.cli import main; sys.exit(main(['update'], pathlib.Path({root!r})))"
    # A shell starts what it runs in the background with SIGINT ignored, and CI may be run so.
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )
    while not list(temporary.glob("*/folder/started")):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=120)
    assert (process.returncode, "nothing is half written" in said, "Traceback" in said) == (130, True, False), said
    assert not recorded.output("p/slow").exists()
    assert not [path for path in recorded.root.rglob(".*") if path.is_file()]
    assert not list(temporary.iterdir()), "folders of the runs and of their parents"
    assert not recorded.check("p/two_lines")


def test_new_pins_are_recorded_by_updating_everything_and_only_so(recorded: Repository) -> None:
    before = read_pinned(recorded.root)
    pretend(recorded.root, torch="1.0", measured="2001-01-01")
    assert main(["update", "p/two_lines"], recorded.root) == 1
    started = date.today().isoformat()
    assert main(["update"], recorded.root) == 0
    after = read_pinned(recorded.root)
    assert after.environment == before.environment
    assert started <= after.measured <= date.today().isoformat()
    requirements = recorded.root / "requirements.txt"
    requirements.write_text(requirements.read_text().replace("torch==", "torch==9."))
    pretend(recorded.root, torch="1.0")
    assert main(["update"], recorded.root) == 1


def test_a_part_recorded_on_another_platform_does_not_change_the_page_foot(
    recorded: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (recorded.root / pinned_file(recorded.root)).read_bytes()
    monkeypatch.setattr("platform.machine", lambda: "aarch64")
    recorded.script("p/another", "print(1)\n")
    assert not recorded.update("p/another")
    assert (recorded.root / pinned_file(recorded.root)).read_bytes() == before


@pytest.mark.parametrize("what", ["torch", "numpy"])
def test_other_versions_than_the_recorded_ones_are_told(recorded: Repository, what: str) -> None:
    assert not environment_problems(recorded.root)
    pretend(recorded.root, **{what: "1.0"})
    (problem,) = environment_problems(recorded.root)
    assert (problem.file, problem.expected) == (pinned_file(recorded.root), f"{what} 1.0")


@pytest.fixture
def another_python(recorded: Repository) -> Repository:
    """A repository whose record was made by another Python than this one."""
    pretend(recorded.root, python="3.5")
    return recorded


UNDER = f"under python {installed().python} (the record's is python 3.5)"


def test_another_python_than_the_records_compares(
    another_python: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "p/two_lines"], another_python.root) == 0
    assert capsys.readouterr().out == f"as recorded: 1 examples {UNDER}\n"
    another_python.script("p/two_lines", "print(1)\nprint(3)\n")
    assert main(["check", "p/two_lines"], another_python.root) == 1
    assert f"a fresh run prints something else {UNDER}" in capsys.readouterr().out


def test_another_python_records_what_is_named_and_leaves_the_page_foot(
    another_python: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_pinned(another_python.root).environment
    another_python.script("p/another", "print(1)\n")
    assert main(["update", "p/another"], another_python.root) == 0
    assert f"recorded {UNDER}: 1 examples; 1 changed" in capsys.readouterr().out
    assert another_python.output("p/another").read_text() == "1\n"
    assert read_pinned(another_python.root).environment == before


@pytest.mark.parametrize("names", [[], ["p"], ["matrix"], ["matrix/from_numpy"]])
def test_another_python_does_not_record_what_is_recorded_with_its_name(
    another_python: Repository, capsys: pytest.CaptureFixture[str], names: list[str]
) -> None:
    axis = another_python.root / AXIS
    axis.parent.mkdir()
    axis.touch()
    another_python.script("p/two_lines", "print('changed')\n")
    before = {path: path.read_bytes() for path in another_python.root.rglob("*") if path.is_file()}
    assert main(["update", *names], another_python.root) == 1
    said = capsys.readouterr().out
    assert "expected: python 3.5" in said
    assert "use Python 3.5 (make clean venv PYTHON=python3.5)" in said
    assert {path: path.read_bytes() for path in another_python.root.rglob("*") if path.is_file()} == before


def test_a_new_release_is_recorded_with_the_python_that_is_here(another_python: Repository) -> None:
    pretend(another_python.root, torch="1.0")
    assert main(["update"], another_python.root) == 0
    assert read_pinned(another_python.root).environment == installed()
