"""What needs another machine is recorded where that is, said to be so, and left alone elsewhere."""

import json
from pathlib import Path

import pytest

from snippets.cli import main
from snippets.publish.gates import orphans, problems
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from snippets.store.elsewhere import stale
from snippets.store.examples import read_recorded, record_file
from snippets.store.files import digest
from snippets.store.record import load
from snippets.verify import elsewhere
from tests.conftest import Repository, make_repository
from tests.publish.expanding import expand

NAME = "elsewhere/cuda/p/on_gpu"
DIRECTIVE = "::: elsewhere cuda/p/on_gpu\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """One script that needs a GPU, on a machine that has none."""
    monkeypatch.setattr(elsewhere, "machine", lambda need: "")
    made = make_repository(tmp_path)
    file = made.root / f"snippets/{NAME}.py"
    file.parent.mkdir(parents=True)
    file.write_text("print('on the GPU')\n")
    (made.root / "docs/p.md").write_text(DIRECTIVE)
    return made


@pytest.fixture
def on_gpu(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The same on a machine that has one, where the script was recorded."""
    monkeypatch.setattr(elsewhere, "machine", lambda need: "A Card" if need == "cuda" else "")
    assert main(["update", "elsewhere"], repository.root) == 0
    return repository


def test_without_the_machine_it_is_left_alone_and_that_is_said(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["update", "elsewhere"], repository.root) == 0
    assert main(["check", "elsewhere"], repository.root) == 0
    assert capsys.readouterr().out.count("1 not run: it needs an NVIDIA GPU") == 2
    assert not (repository.root / record_file(NAME)).exists()
    shown = expand(Page("p", DIRECTIVE), load(repository.root), "html")
    assert "It needs an NVIDIA GPU: it was not run yet." in shown
    assert 'class="output' not in shown


def test_with_it_the_output_is_recorded_with_the_machine_and_the_releases(on_gpu: Repository) -> None:
    assert (on_gpu.root / f"snippets/{NAME}.out").read_text() == "on the GPU\n"
    recorded = read_recorded(on_gpu.root, NAME)
    assert recorded
    where = recorded.where
    assert where.startswith("A Card, with torch ")
    for target in ("html", "markdown"):
        shown = expand(Page("p", DIRECTIVE), load(on_gpu.root), target)
        assert f"recorded on {where}. The tests of this site do not run it." in shown
        assert "on the GPU" in shown
        assert "Every output on this page, but where another machine is named, was recorded with" in shown
    assert main(["check", "elsewhere"], on_gpu.root) == 0


def test_a_script_that_changed_since_is_refused_everywhere(on_gpu: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "machine", lambda need: "")
    (on_gpu.root / f"snippets/{NAME}.py").write_text("print('something else')\n")
    problem = stale(on_gpu.root, [NAME])[NAME]
    assert problem.fix == (
        f"run: python -m snippets update {NAME} where there is an NVIDIA GPU; or remove snippets/{NAME}.out and "
        f"{record_file(NAME)}"
    )
    assert main(["check", "elsewhere"], on_gpu.root) == 1


def test_a_fresh_run_that_prints_something_else_is_found(on_gpu: Repository) -> None:
    other = b"on another GPU\n"
    (on_gpu.root / f"snippets/{NAME}.out").write_bytes(other)
    file = on_gpu.root / record_file(NAME)
    recorded = json.loads(file.read_text())
    file.write_text(json.dumps(recorded | {"output": digest(other + recorded["where"].encode())}))
    (problem,) = elsewhere.check(on_gpu.root, [NAME])
    assert problem.found == "a fresh run prints something else"


def test_what_is_not_deterministic_is_not_recorded(on_gpu: Repository) -> None:
    (on_gpu.root / f"snippets/{NAME}.py").write_text("print(id(object()))\nimport os\nprint(os.getpid())\n")
    problems, changes = elsewhere.update(on_gpu.root, [NAME])
    assert ["not deterministic" in problem.found for problem in problems] == [True]
    assert not changes


def test_one_on_no_page_an_unknown_one_and_an_unknown_need_are_told(on_gpu: Repository) -> None:
    record = load(on_gpu.root)
    (problem,) = orphans.problems(Sources({"p": Page("p", "Text\n")}, record, on_gpu.root))
    assert (problem.file, problem.found) == (f"snippets/{NAME}.py", "on no page")
    page = Page("p", f"---\ntitle: A\ndescription: B\n---\n\n# A\n\n{DIRECTIVE}\n::: elsewhere cuda/p/on_gpus\n")
    (problem,) = problems(Sources({"p": page}, record, on_gpu.root))
    assert "cuda/p/on_gpu" in problem.fix
    other = on_gpu.root / "snippets/elsewhere/abacus/p/on_abacus.py"
    other.parent.mkdir(parents=True)
    other.write_text("print(1)\n")
    assert main(["update", "elsewhere"], on_gpu.root) == 1
