"""What a hostile script tries fails, whatever starts it; and succeeds without a jail, so that the test can fail."""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from snippets.problem import Problem
from snippets.verify import tutorials
from snippets.verify.run import isolate, jail
from snippets.verify.run.isolate import Setting, demand_jail
from snippets.verify.run.parents import SETTINGS, run_all
from tests.conftest import Repository, end_waiting
from tests.verify.plain import alike, run_plain

HEAD = """\
import ctypes
import os
import subprocess
from pathlib import Path

C = ctypes.CDLL(None)
HOME = Path({home!r})
FILE = bytes(HOME / "other.out")


def sh(command):
    return subprocess.run(["sh", "-c", command], cwd=None, capture_output=True).stdout


def read(path):
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


"""
# What each tries, as an expression that is true where it was done. Python's own ways end at the audit hook, too.
ATTACKS = {
    "writes_a_hook": "sh(f'echo evil > {HOME}/.git/hooks/post-commit && echo done')",
    "writes_a_package": "sh(f'echo evil > {HOME}/.venv/evil.pth && echo done')",
    "writes_another_output": "C.open(FILE, os.O_WRONLY) >= 0",
    "makes_a_file": "C.creat(bytes(HOME / 'new'), 0o600) >= 0",
    "truncates": "C.truncate(FILE, 0) == 0",
    "removes": "C.unlink(FILE) == 0",
    "renames": "C.rename(FILE, bytes(HOME / 'gone')) == 0",
    "links_in": "C.link(FILE, b'mine') == 0",
    "through_a_link": "C.symlink(FILE, b'link') == 0 and C.open(b'link', os.O_WRONLY) >= 0",
    "changes_the_mode": "C.chmod(FILE, 0o777) == 0",
    "changes_the_times": "C.utimes(FILE, None) == 0",
    "reads_a_key": "sh(f'cat {HOME}/.ssh/id_rsa')",
    "reads_a_token": "C.open(bytes(HOME / '.git/config'), os.O_RDONLY) >= 0",
    "reads_by_handle": "b'evil' in read(HOME / '.git/config')",
    "lists_home": "sh(f'ls {HOME}')",
    "reads_every_environment": "b's3cret' in b''.join(read(path) for path in Path('/proc').glob('[0-9]*/environ'))",
    "signals_its_parent": "C.kill(os.getppid(), 0) == 0",
    "signals_from_a_shell": "sh(f'kill -0 {os.getppid()} && echo done')",
    "connects": "sh('''exec python3 -c 'import socket; print(socket.create_connection((\"127.0.0.1\", {port})))' ''')",
    "connects_in_c": "C.socket(2, 1, 0) >= 0",
    "sends_datagrams": "C.socket(1, 2, 0) >= 0",
    "calls_a_service": "C.connect(C.socket(1, 1, 0), b'\\1\\0' + bytes(HOME / 'service') + bytes(2), {length}) == 0",
    "limits_its_parent": "C.prlimit(os.getppid(), 4, None, ctypes.create_string_buffer(16)) == 0",
    "makes_namespaces": "C.unshare(0x10000000) == 0",
    "opens_a_ring": "C.syscall(425, 8, ctypes.create_string_buffer(120)) >= 0",
}
# What fails without a jail, too: no run has more of the environment, and a system may refuse the rest to all or most.
ATTACKS_THAT_MAY_FAIL = {
    "reads_its_environment": "'s3cret' in str(os.environ) or b's3cret' in read('/proc/self/environ')",
    "reads_its_parent": "C.process_vm_readv(os.getppid(), None, 0, None, 0, 0) == 0",
    "opens_its_parents_memory": "read(f'/proc/{os.getppid()}/maps')",
    "traces_its_parent": "C.ptrace(16, os.getppid(), None, None) == 0",
    "uses_keys": "C.syscall(250, 0, -3, 1) >= 0",
    "loads_programs": "C.syscall(321, 0, bytes(72), 72) >= 0",
    "handles_faults": "C.syscall(323, 1) >= 0",
    "other_numbers": "C.syscall(0x40000000 + 39) >= 0",
    "mounts": "C.mount(b'none', b'.', b'tmpfs', 0, None) == 0",
}
SIGNALS = ("signals_its_parent", "signals_from_a_shell")  # which Linux before 6.12 lets through, as is told
FORGES = """\
import os

for descriptor in range(3, 5000):
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, b'{"event": "finished"}\\n')
    except OSError:
        pass
os._exit(0)
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with what a hostile script looks for, and a service that listens in it."""
    home = tmp_path_factory.mktemp("home")
    for name in (".git/hooks/post-commit", ".git/config", ".venv/python", ".ssh/id_rsa", "other.out"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("evil is kept out\n")
    with pytest.MonkeyPatch.context() as patch, socket.socket(socket.AF_UNIX) as service:
        patch.setenv("TOKEN", "s3cret")
        service.bind(str(home / "service"))
        service.listen(64)
        end_waiting()
        other = subprocess.Popen(["sleep", "3600"], env=os.environ)
        yield home
        other.kill()
        other.wait()
    end_waiting()


@pytest.fixture(scope="module")
def scripts(home: Path) -> Iterator[dict[str, str]]:
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        port, length = server.getsockname()[1], 2 + len(bytes(home / "service")) + 1
        text = HEAD.replace("{home!r}", repr(str(home))) + "print('REACHED' if {attack} else 'kept out')\n"
        yield {
            f"page/{name}": text.replace(
                "{attack}", attack.replace("{port}", str(port)).replace("{length}", str(length))
            )
            for name, attack in (ATTACKS | ATTACKS_THAT_MAY_FAIL).items()
        }


def kept_out(name: str) -> str:
    """What a hostile script prints here."""
    return "REACHED\n" if jail.missing() and name.rpartition("/")[2] in SIGNALS else "kept out\n"


def contents(home: Path) -> dict[str, tuple[bytes, int, float]]:
    """What the files of a home hold, with their modes and times."""
    files = [path for path in home.rglob("*") if path.is_file()]
    return {str(path): (path.read_bytes(), path.stat().st_mode, path.stat().st_mtime) for path in files}


@pytest.mark.parametrize("runner", ["run_all", "spawned", "plain", "shared"])
def test_what_a_hostile_script_tries_fails(runner: str, scripts: dict[str, str], home: Path) -> None:
    before = contents(home)
    if runner == "spawned":  # which imports torch for each
        scripts = {name: scripts[name] for name in [*scripts][::16]}
    if runner in ("run_all", "spawned"):
        runs = {name: run for name, (run,) in run_all(scripts, SETTINGS[:1], fork=runner == "run_all").items()}
    elif runner == "shared":  # by an interpreter that has imported NumPy
        scripts = {name: f"import numpy\n{script}" for name, script in scripts.items()}
        assert [modules for modules, _ in alike(scripts)] == [("numpy",)]
        runs = run_plain(scripts, share=True)
    else:
        runs = run_plain(scripts)
    assert {name: run.output for name, run in runs.items()} == {name: kept_out(name) for name in scripts}
    assert contents(home) == before


def test_without_a_jail_it_succeeds(scripts: dict[str, str], home: Path) -> None:
    chosen = {name: scripts[name] for name in scripts if name.rpartition("/")[2] in ATTACKS}
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    for name, script in chosen.items():
        for path, text in before.items():
            path.write_bytes(text)
        assert run_plain({name: script}, jailed=False)[name].output == "REACHED\n", name
    for path, text in before.items():
        path.write_bytes(text)


def test_a_notebook_is_in_the_same_jail(scripts: dict[str, str], home: Path, repository: Repository) -> None:
    folder = repository.root / "snippets/tutorials"
    folder.mkdir()
    (folder / "matplotlibrc").touch()
    (folder / "evil.py").write_text("".join(f"# %%\n{script}\n\n" for script in scripts.values()))
    before = contents(home)
    notebook = tutorials.execute(repository.root, "tutorials/evil", SETTINGS[0])
    outputs = ["".join(output.text for output in cell.outputs) for cell in notebook.cells]
    assert outputs == [kept_out(name) for name in scripts]
    assert contents(home) == before


@pytest.mark.parametrize("fork", [True, False])
def test_a_report_cannot_be_forged(fork: bool) -> None:
    for run in run_all({"page/forges": FORGES}, fork=fork)["page/forges"]:
        assert run.exit == "vanished"
        assert run.forbidden == ((1, "writes into the report of its run"),)


def test_a_script_whose_processes_share_tensors_has_sockets_of_its_own_and_no_others(home: Path) -> None:
    script = (
        "import multiprocessing, socket\nserver = socket.socket(socket.AF_UNIX)\nserver.bind('mine')\nserver.listen()\n"
        "socket.socket(socket.AF_UNIX).connect('mine')\nprint('connected')\n"
        f"socket.socket(socket.AF_UNIX).connect({str(home / 'service')!r})"
    )
    for run in run_all({"page/sockets": script})["page/sockets"]:
        assert run.output.startswith("connected\nPermissionError")
        assert run.forbidden == ((7, "opens a network connection"),)
    (other,) = run_all({"page/none": script.replace("multiprocessing", "os")}, SETTINGS[:1])["page/none"]
    assert other.output == "PermissionError: [Errno 1] Operation not permitted\n"


def test_a_run_sees_of_the_environment_what_it_takes_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_AUTH_SOCK", "/run/agent")
    own = isolate.environment(Setting("0", 1)).keys()
    assert not own & (os.environ.keys() - {*isolate.KEPT, "LC_ALL", "TZ", "NO_COLOR", "PYTHONUNBUFFERED"})


@pytest.mark.parametrize("version", [0, 5])
def test_ci_refuses_where_the_jail_is_not_whole(
    version: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(jail, "version", lambda: version)
    monkeypatch.delenv(isolate.UNJAILED, raising=False)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Problem, match="Linux"):
        demand_jail.__wrapped__()
    monkeypatch.setenv(isolate.UNJAILED, "1")
    demand_jail.__wrapped__()
    assert "run only what you have read" in capsys.readouterr().err
