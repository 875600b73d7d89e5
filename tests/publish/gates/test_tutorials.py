"""A notebook says nothing that its cells or a fact do not show."""

from pathlib import Path

from snippets.publish.gates import tutorials
from snippets.publish.sources import Sources
from snippets.store.files import ROOT
from snippets.store.tutorials import TUTORIALS
from tests.publish.gates.conftest import RECORD
from tests.publish.gates.test_prose import CLAIM


def test_the_prose_of_a_tutorial_is_proved_by_its_cells_or_by_a_fact_that_it_links_to() -> None:
    link = "[shares](../../methods/p/#fact-methods-p-a)"
    source = "\n".join(
        [
            "# %% [markdown]",
            f"# # {CLAIM}",
            "#",
            f"# {CLAIM}.",
            f"# It {link} the memory. {CLAIM}:",
            "",
            "# %%",
            "x = 1",
            f"# {CLAIM}.",
            "",
            "# %% [markdown]",
            f"# {CLAIM}.",
        ]
    )
    found = list(tutorials.tutorial_problems("snippets/tutorials/t.py", source))
    assert [(problem.line, problem.found) for problem in found] == [(4, f"{CLAIM}."), (12, f"{CLAIM}.")]


def test_every_tutorial_is_read_and_named(tmp_path: Path) -> None:
    folder = tmp_path / TUTORIALS
    folder.mkdir(parents=True)
    for name in ("a", "b", "_helper"):
        (folder / f"{name}.py").write_text(f"# %% [markdown]\n# {CLAIM}.\n")
    found = [(problem.file, problem.line) for problem in tutorials.problems(Sources({}, RECORD, tmp_path))]
    assert found == [(f"{TUTORIALS}/a.py", 2), (f"{TUTORIALS}/b.py", 2)]


def test_no_tutorial_says_what_the_libraries_do_without_proof() -> None:
    assert list(tutorials.problems(Sources({}, RECORD, ROOT))) == []
