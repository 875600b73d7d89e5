"""What is not as it was recorded stops the build, whatever kind it is of."""

from snippets.publish.gates import record
from snippets.publish.sources import Sources
from tests.conftest import SHARES, Repository, module
from tests.publish.gates.conftest import RECORD


def found(repository: Repository) -> list[tuple[str, str]]:
    return [(each.file, each.found) for each in record.problems(Sources({}, RECORD, repository.root))]


def test_a_record_that_is_as_it_was_written_is_fine(repository: Repository) -> None:
    repository.script("p/one", "print(1)\n")
    assert not repository.update("p/one")
    assert found(repository) == []


def test_what_was_edited_since_and_what_has_no_source_is_told_of_every_kind(repository: Repository) -> None:
    for name in ("p/edited", "p/gone", "p/forged"):
        repository.script(name, "print(1)\n")
    assert not repository.update("p/edited", "p/gone", "p/forged")
    repository.script("p/edited", "print(2)\n")
    (repository.root / "snippets/examples/p/gone.py").unlink()
    repository.output("p/forged").write_text("2\n")
    module(repository, SHARES)
    notebook = repository.root / "docs/tutorials/alone.ipynb"
    notebook.parent.mkdir()
    notebook.write_text("{}")
    assert found(repository) == [
        ("snippets/examples/p/edited.py", "edited since it was recorded"),
        ("snippets/examples/p/forged.out", "a record edited by hand"),
        ("snippets/examples/p/gone.out", "an output without a script"),
        ("snippets/facts/p/q.py", "never proved"),
        ("docs/tutorials/alone.ipynb", "an output without a script"),
    ]
