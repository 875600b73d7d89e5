"""Gate 3: nothing is orphaned, nothing is typed into a page; each check is one file."""

from pathlib import Path

from snippets.publish import gates
from snippets.publish.page import read_pages
from snippets.publish.sources import Sources
from snippets.store.files import ROOT
from snippets.store.record import Record
from tests.publish.gates.conftest import SHOWN, Try

FILES = sorted(file.stem for file in Path(gates.__file__).parent.glob("[!_]*.py"))


def test_every_gate_has_its_test_beside() -> None:
    assert [stem for stem in FILES if not Path(__file__).with_name(f"test_{stem}.py").is_file()] == []


def test_the_pages_and_what_is_recorded_belong_together(record: Record) -> None:
    assert [str(problem) for problem in gates.problems(Sources(read_pages(ROOT), record, ROOT))] == []


def test_what_any_gate_finds_is_found(found: Try) -> None:
    fine = f"---\ntitle: A\ndescription: B\n---\n\n# A\n\n{SHOWN}"
    assert found(gates.problems, fine) == []
    broken = fine.replace("title: A", "title: a: b") + (
        "<<<<<<< ours\n::: exampel\n::: fact methods/p#holds\n```python\n```\n#### [a](b.md)\n\nThe tensor copies.\n"
    )
    assert [what.split(",")[0] for _, _, what in found(gates.problems, broken)] == [
        "unknown directive 'exampel'",
        "fact methods/p#holds a second time",
        "a conflict marker",
        'mapping values are not allowed here in "<unicode string>"',
        "#### [a](b.md)",
        "a link to b.md",
        "says without proof: The tensor copies.",
        "Python typed into the page",
    ]
