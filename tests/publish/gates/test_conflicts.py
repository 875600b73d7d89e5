"""What a merge has left on a page is found, wherever it stands."""

from pathlib import Path

import pytest

from snippets.publish.gates import conflicts
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from tests.publish.gates.conftest import RECORD, Try

CONFLICT = "Text\n<<<<<<< HEAD\nours\n||||||| 1a2b3c4\nboth\n=======\ntheirs\n>>>>>>> branch\n"


@pytest.mark.parametrize("before", ["", "---\ntitle: A\n", "```text\n"])
def test_each_line_that_git_put_there_is_named_with_file_line_and_fix(found: Try, before: str) -> None:
    first = before.count("\n") + 2
    assert found(conflicts.problems, before + CONFLICT) == [
        ("docs/methods/p.md", first, "a conflict marker, <<<<<<<"),
        ("docs/methods/p.md", first + 2, "a conflict marker, |||||||"),
        ("docs/methods/p.md", first + 4, "a conflict marker, ======="),
        ("docs/methods/p.md", first + 6, "a conflict marker, >>>>>>>"),
    ]
    (problem, *_) = conflicts.problems(Sources({"p": Page("p", CONFLICT)}, RECORD, Path()))
    assert "remove the lines" in problem.fix


def test_what_only_looks_alike_is_fine(found: Try) -> None:
    assert found(conflicts.problems, "========\n======\n >>>>>>> a\n>>> a\n<<<<<<<<\n| ||||||| |\n") == []
