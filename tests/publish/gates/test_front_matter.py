"""A head that MkDocs would show on the page is found."""

from pathlib import Path

from snippets.problem import Problem
from snippets.publish.gates import front_matter
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from tests.publish.gates.conftest import RECORD


def problems(text: str) -> list[Problem]:
    return list(front_matter.problems(Sources({"p": Page("p", text)}, RECORD, Path())))


def test_a_head_that_is_no_yaml_is_refused() -> None:
    assert not problems("---\ntitle: A\n---\n\n# A\n")
    assert not problems("# B\n")
    (problem,) = problems("---\ndescription: Why: because\n---\n\n# A\n")
    assert (problem.file, problem.expected) == ("docs/p.md", "a title and a description, as YAML")
    assert "mapping values are not allowed" in problem.found
    (problem,) = problems('---\ndescription: What "no" means\n---\n\n# A\n')
    assert problem.found.startswith('a description with "')
    (problem,) = problems("---\njust text\n---\n\n# A\n")
    assert problem.found == "no names and values"
