"""Each problem has its words, in problem.toml, and they name nothing that is not known where it is met."""

import ast
import re
from collections.abc import Iterator
from string import Formatter

from benchmarks.size import machinery
from snippets.problem import WORDS, Problem

PARTS = ("expected", "found", "fix")


def test_a_problem_is_told_in_its_words() -> None:
    problem = Problem.of("docs/a.md", 3, "open_fence", detail="more")
    fix = "close it, with the marks that open it"
    assert problem == Problem(
        "docs/a.md", 3, "a fence that is closed", "one that holds the rest of the page", fix, "more"
    )
    assert "git rm docs/b.md" in str(Problem.of("docs/b.md", 1, "no_release", name="torch-9"))


def test_each_has_three_texts() -> None:
    assert [kind for kind, texts in WORDS.items() if tuple(texts) != PARTS] == []
    assert all(text.strip() for texts in WORDS.values() for text in texts.values())


def made(code: str) -> Iterator[tuple[str, set[str] | None]]:
    """The kinds of problems that a module makes, each with the words that it gives; None where it hands some on."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    bound = {word.arg for call in calls if ast.unparse(call).startswith("partial(Problem.of") for word in call.keywords}
    for call in calls:
        kinds = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and str(arg.value).isidentifier()][-1:]
        if kinds and ast.unparse(call.func).rpartition(".")[2] in ("of", "problem"):
            given = {word.arg for word in call.keywords} | bound
            yield str(kinds[0]), None if None in given else {str(word) for word in given}


def test_each_is_met_somewhere_and_each_that_is_met_has_words() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in machinery())
    assert WORDS.keys() <= set(re.findall(r'"([a-z]\w*)"', code))
    assert {kind for kind, _ in made(code)} <= WORDS.keys()


def test_what_stands_in_braces_is_given_where_it_is_met() -> None:
    lacking = []
    for path in machinery():
        for kind, given in made(path.read_text(encoding="utf-8")):
            fields = {field for text in WORDS[kind].values() for _, field, _, _ in Formatter().parse(text) if field}
            unknown = {field.partition(".")[0] for field in fields} - {"file", "entry"} - (given or fields)
            lacking += [f"{path}: {kind}: {word}" for word in unknown] if given is not None else []
    assert lacking == []
