"""A page without a title or a description is found, and a head that MkDocs would show on the page."""

from pathlib import Path

import pytest

from snippets.problem import Problem
from snippets.publish.gates import front_matter
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from tests.publish.gates.conftest import RECORD


def problems(text: str) -> list[Problem]:
    return list(front_matter.problems(Sources({"p": Page("p", text)}, RECORD, Path())))


FINE = "title: A\ndescription: Why it matters\n"


def test_a_page_has_a_title_and_a_description() -> None:
    assert not problems(f"---\n{FINE}tags: [copy]\nsearch:\n  exclude: true\n---\n\n# A\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# A\n", "no title"),
        ("---\ntitle: A\n---\n", "no description"),
        ("---\ntitle: A\ndescription:\n---\n", "no description"),
        (f"---\n{FINE}tags: copy\n---\n", "no tags"),
        (f"---\n{FINE}\n# A\n", "no title"),
        (f"---\n{FINE}titel: B\n---\n", "titel, which is none of title, description, search, tags"),
        ("---\ndescription: Why: because\n---\n", "mapping values are not allowed"),
        ('---\ntitle: A\ndescription: What "no" means\n---\n', 'a description with "'),
        ("---\njust text\n---\n", "no names and values"),
        (f"---\n{FINE}search:\n  wrods: df\n---\n", "search: wrods: df, which is none of words, boost, exclude"),
        (f"---\n{FINE}search:\n  boost: much\n---\n", "search: boost: much, which is none of"),
    ],
)
def test_another_head_is_refused(text: str, found: str) -> None:
    (problem,) = problems(text)
    assert (problem.file, problem.line, problem.expected) == ("docs/p.md", 1, "a title and a description, as YAML")
    assert problem.found.startswith(found)
