"""A page has one title, no level is left out, and no heading stands twice."""

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
