"""What another Python gives otherwise is named with its reason, is not compared, and has to differ."""

from pathlib import Path

import pytest

from snippets.cli import main
from snippets.store import examples
from snippets.store.facts import facts_in
from snippets.store.files import ROOT
from snippets.store.releases import read_pinned, write_pinned
from snippets.store.types import Environment, Release
from snippets.verify.installed import PYTHONS, installed, otherwise
from snippets.verify.proofs import check
from tests.conftest import Repository, pretend

PROOF = '''import numpy as np


def holds():
    """It holds."""
    assert np.arange(2).tolist() == [0, {last}]
'''


@pytest.fixture
def named(repository: Repository) -> Repository:
    """A repository, recorded under Python 3.5, that names an example and a fact as given otherwise by this Python."""
    for name in ("p/one", "p/two"):
        repository.script(name, "print(1)\n")
    assert not repository.update("p/one", "p/two")
    (repository.root / "snippets/facts/p").mkdir(parents=True)
    (repository.root / "snippets/facts/p/q.py").write_text(PROOF.format(last=9))
    names = 'names = ["p/one", "p/q#holds"]'
    entry = f'[[otherwise]]\nsince = "{installed().python}"\nreason = "the wind has turned"\n{names}\n'
    (repository.root / PYTHONS).write_text(entry)
    pretend(repository.root, python="3.5")
    return repository


def test_all_that_is_named_is_there_and_the_record_gives_none_of_it_otherwise() -> None:
    names = {*otherwise(ROOT, (3, 14)), *otherwise(ROOT, (3, 11))}
    assert names
    assert names <= {*examples.names(ROOT), *facts_in(ROOT)[0]}
    recorded = read_pinned(ROOT).environment.python
    assert otherwise(ROOT, tuple(map(int, recorded.split(".")))) == {}


def test_a_release_begins_with_the_one_that_is_named(tmp_path: Path) -> None:
    (tmp_path / PYTHONS).parent.mkdir(parents=True)
    (tmp_path / PYTHONS).write_text('[[otherwise]]\nsince = "3.13"\nreason = "r"\nnames = ["p/one"]\n')
    write_pinned(tmp_path, Release(Environment("2", "2", "3.9", ""), ""))
    at = {release: "p/one" in otherwise(tmp_path, release) for release in ((3, 12), (3, 13), (3, 14))}
    assert at == {(3, 12): False, (3, 13): True, (3, 14): True}


def test_what_is_named_is_not_compared_and_all_else_is(named: Repository) -> None:
    for name in ("p/one", "p/two"):  # as if the Python of the record had printed 2
        examples.record(named.root, name, b"print(1)\n", b"2\n")
    (problem,) = named.check("p/one", "p/two")
    assert problem.file == "snippets/examples/p/two.out"
    assert check(named.root, facts_in(named.root)[0]) == {"p/q#holds": []}


def test_what_is_named_and_does_not_differ_has_to_go_from_there(named: Repository) -> None:
    (problem,) = named.check("p/one", "p/two")
    assert (problem.file, problem.fix) == ("snippets/examples/p/one.py", f"remove p/one from {PYTHONS}")
    assert problem.found == f"p/one is as recorded, under Python {installed().python}"
    assert problem.expected.endswith("the wind has turned")
    (named.root / "snippets/facts/p/q.py").write_text(PROOF.format(last=1))
    (problem,) = check(named.root, facts_in(named.root)[0])["p/q#holds"]
    assert (problem.file, problem.fix) == ("snippets/facts/p/q.py", f"remove p/q#holds from {PYTHONS}")


@pytest.mark.parametrize("name", ["p/one", "p/q#holds"])
def test_what_is_named_is_recorded_by_the_python_of_the_record_alone(
    named: Repository, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    named.script("p/one", "print(3)\n")
    assert main(["update", name], named.root) == 1
    said = capsys.readouterr().out
    assert f"{PYTHONS}:1: {name}" in said
    assert "the wind has turned" in said
    assert named.output("p/one").read_text() == "1\n"
