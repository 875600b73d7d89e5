"""What several tests need: the record, the built site, and small repositories of their own."""

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from snippets.problem import Problem
from snippets.store.examples import output_file, script_file
from snippets.store.facts import facts_in, mutants_in
from snippets.store.files import ROOT
from snippets.store.record import Record, load
from snippets.store.releases import pinned_file, read_pinned, write_pinned
from snippets.store.types import Fact, Function, Matrix
from snippets.verify import examples
from snippets.verify.installed import installed
from snippets.verify.run.parents import WAITING

# The files that take longest come first, so that no worker waits long for another at the end.
LONGEST = """
verify/test_mutants verify/test_examples publish/test_site publish/test_serve test_documented_work verify/test_proofs
verify/test_matrix verify/test_tutorials publish/test_search benchmarks/test_verify publish/test_explorer
""".split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Called by pytest once it knows all tests."""
    places = {f"tests/{file}.py": place for place, file in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.nodeid.partition("::")[0], len(places)))


def end_waiting() -> None:
    """Ends the parents that wait for more."""
    while WAITING:
        WAITING.pop().close()


@dataclass
class Repository:
    """A repository in a temporary folder, with this one's settings and none of its pages."""

    root: Path

    def script(self, name: str, text: str | bytes) -> Path:
        """Writes the script of example `name`."""
        path = self.root / script_file(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def output(self, name: str) -> Path:
        """Where the recorded output of example `name` is."""
        return self.root / output_file(name)

    def page(self, name: str, text: str) -> Path:
        """Writes a page; with a head, where `text` has none."""
        text = text if text.startswith("---") else f"---\ntitle: A\ndescription: B\n---\n\n{text}"
        path = self.root / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def update(self, *names: str) -> list[Problem]:
        """Records examples; what was refused."""
        return examples.update(self.root, names)[0]

    def check(self, *names: str) -> list[Problem]:
        """Checks examples; what differs."""
        return examples.check(self.root, names)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path)


def make_repository(root: Path) -> Repository:
    shutil.copy(ROOT / "requirements.txt", root / "requirements.txt")
    pinned = read_pinned(ROOT)
    here = replace(pinned.environment, python=installed().python)  # what is recorded in it is recorded by this Python
    write_pinned(root, replace(pinned, environment=here, matrix=Matrix()))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    settings = settings.replace("hooks: [", f"hooks: [{ROOT}/")  # the hooks are this repository's
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    repository = Repository(root)
    repository.page("index", "# Start\n")
    return repository


def pretend(root: Path, **changes: str) -> None:
    """Makes the record say that it was made with another release, Python or platform, or on another day."""
    pinned = read_pinned(root)
    environment = {name: value for name, value in changes.items() if name != "measured"}
    measured = changes.get("measured", pinned.measured)
    (root / pinned_file(root)).unlink()
    write_pinned(root, replace(pinned, environment=replace(pinned.environment, **environment), measured=measured))


@pytest.fixture(scope="session")
def record() -> Record:
    return load(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The site, built afresh by a process that can import neither torch nor NumPy: once, for all workers."""

    def make(folder: Path) -> None:
        done = build(ROOT, folder, without_libraries(tmp_path_factory))
        assert done.returncode == 0, done.stdout + done.stderr

    top = tmp_path_factory.getbasetemp()
    return once((top.parent if hasattr(request.config, "workerinput") else top) / "site", make)


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """`folder`, which the first worker that asks for it makes, whole, while the others wait."""
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            part = folder.with_name(f"{folder.name}.part")
            make(part)
            part.rename(folder)
    return folder


def without_libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of modules: where it is looked in first, importing torch or NumPy ends the process."""
    folder = tmp_path_factory.mktemp("absent")
    for name in ("torch", "numpy"):
        (folder / f"{name}.py").write_text(f"raise SystemExit('{name} was imported')")
    return folder


def build(root: Path, site: Path, *first: Path) -> subprocess.CompletedProcess[str]:
    """What `make site` does, for the repository at `root`, into `site`; modules are looked for in `first`, first."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    env = {"PYTHONPATH": ":".join(map(str, [*first, ROOT])), "PATH": "", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


SHARES = '''"""Facts."""

import numpy as np
import torch


def shares():
    """`torch.from_numpy` shares the array's memory."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros(3, dtype)
        tensor = torch.from_numpy(samples)
        samples[0] = 1
        assert tensor[0] == 1
'''


def module(repository: Repository, text: str, page: str = "p/q") -> dict[str, Fact]:
    """The facts of a repository whose only module of facts holds `text`."""
    file = repository.root / f"snippets/facts/{page}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return facts_in(repository.root)[0]


def mutant(repository: Repository, body: str, name: str = "broken") -> dict[str, Function]:
    """The mutants of a repository, one with this body added."""
    file = repository.root / f"tests/mutants/{name}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    file.write_text(f'import torch\n\n\ndef {name}():\n    """Broken."""\n{lines}', encoding="utf-8")
    return mutants_in(repository.root)
