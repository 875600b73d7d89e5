"""A page has one title, which the navigation begins, no level is left out, and no heading stands twice."""

from pathlib import Path

import pytest

from snippets.publish.gates import headings
from tests.publish.gates.conftest import Try


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("Text.\n", 1, "a page without one"),
        ("## First\n", 1, "## First"),
        ("# A\n\n# B\n", 3, "# B"),
        ("# A\n\n### B\n", 3, "### B"),
        ("# A\n\n## B\n\n#### C\n", 5, "#### C"),
        ("# A\n\n## B\n\n### C\n\n## B\n", 7, "B a second time"),
    ],
)
def test_a_heading_that_does_not_fit_is_named(found: Try, text: str, line: int, what: str) -> None:
    assert found(headings.problems, text)[0] == ("docs/methods/p.md", line, what)


def test_levels_may_end_at_once_and_a_comment_of_the_shell_is_no_heading(found: Try) -> None:
    assert found(headings.problems, "# A\n\n## B\n\n### C\n\n#### D\n\n## E\n\n```console\n# no\n# no\n```\n") == []


@pytest.mark.parametrize(
    ("name", "title", "what"),
    [
        ("Strides", "Strides", []),
        ("Strides", "Strides: how one buffer is a table", []),
        ('"Which call?"', "Which call?", []),
        ("Strides", "How one buffer is a table", [("mkdocs.yml", 2, "Strides")]),
    ],
)
def test_the_navigation_calls_a_page_as_its_title_begins(
    found: Try, tmp_path: Path, name: str, title: str, what: list[tuple[str, int, str]]
) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        f"nav:\n  - {name}: methods/p.md\n  - Others:\n      - None: methods/none.md\n"
    )
    assert found(headings.problems, f"# {title}\n") == what
