"""What several tests need: the record, the built site, and small repositories of their own."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from snippets.problem import Problem
from snippets.recorded import ENVIRONMENT, ROOT, Record, load, output_file, script_file
from snippets.verify import compare


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
        """Writes a page."""
        path = self.root / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def update(self, *names: str) -> list[Problem]:
        """Records examples; what was refused."""
        return compare.update(self.root, names)[0]

    def check(self, *names: str) -> list[Problem]:
        """Checks examples; what differs."""
        return compare.check(self.root, names)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path)


def make_repository(root: Path) -> Repository:
    for name in ("requirements.txt", ENVIRONMENT):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    here = {"python": compare.installed().python}  # what is recorded in it is recorded by this Python
    (root / ENVIRONMENT).write_text(json.dumps(json.loads((root / ENVIRONMENT).read_text()) | here))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings[: settings.index("\nnav:")], encoding="utf-8")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    repository = Repository(root)
    repository.page("index", "# Start\n")
    return repository


@pytest.fixture(scope="session")
def record() -> Record:
    return load(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built afresh by a process that can import neither torch nor NumPy."""
    folder, absent = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("absent")
    for name in ("torch", "numpy"):
        (absent / f"{name}.py").write_text(f"raise SystemExit('{name} was imported')")
    places = [str(ROOT), str(folder)]
    code = f"import pathlib; from snippets.publish.site import build; print(build(*map(pathlib.Path, {places})))"
    env = {"PYTHONPATH": str(absent), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n", done.stdout + done.stderr
    return folder
