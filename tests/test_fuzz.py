"""What nobody means gives a Problem with file and line, or the right result: never a traceback, never a hang."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snippets.problem import Problem
from snippets.publish import gates
from snippets.publish.directives import expand
from snippets.publish.gates import names
from snippets.publish.page import Directive, Fence, Line, Page
from snippets.publish.sources import Sources
from snippets.store import names as stored
from snippets.store.examples import read_recorded, record_file
from snippets.store.facts import PROVED, functions, read_proved
from snippets.store.files import ROOT
from snippets.store.record import PERFORMANCE, read_performance
from snippets.store.releases import file_of, mark, read_release
from snippets.store.types import announced
from snippets.verify.run.rules import declared_modules, problems_in
from tests.publish.gates.conftest import RECORD
from tests.store.made_up import NEWER

PIECES = (
    """
# ; ##; ::: ;:::;::: example ;::: fact methods/p#holds;[](fact:;methods/p/fine;`;``;```;````;~~~;> ;!!! note ;| a |;- ;
<script>;<div;](;](#a);[a](;javascript:;{.absent};{#;---;---\\n;title: ;<<<<<<< ;=======;TODO;tensor;copies;. ;: ;
torch.;np.array(;copy=;);(;\\n;\\n\\n;    ;\\t;\\r;\\x00;\\u2028;é
""".replace("\n", "")
    .encode()
    .decode("unicode_escape")
    .split(";")
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map("".join)
IS_DECLARED = declared_modules(ROOT)
KNOWN = names.Known(stored.read(ROOT), stored.owners(ROOT, "also"))
# The same cases in every run, so that a change is what makes it fail; others:
# HYPOTHESIS=fresh python -m pytest tests/test_fuzz.py
quick = settings(
    max_examples=150,
    deadline=None,
    derandomize=os.environ.get("HYPOTHESIS") != "fresh",
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@quick
@given(TEXTS)
def test_a_page_is_scanned_line_for_line_and_every_problem_lies_in_it(tmp_path: Path, text: str) -> None:
    page = Page("methods/p", text)
    lines = text.split("\n")
    seen = page.head.count("\n")
    for part in page.parts:
        assert part.line == seen + 1
        seen += part.text.count("\n") + 1 if isinstance(part, Fence) else 1
        assert isinstance(part, (Line, Directive, Fence))
    assert seen == len(lines)
    assert page.plain.count("\n") == text.count("\n")
    for problem in [
        *gates.problems(Sources({page.name: page}, RECORD, tmp_path)),
        *names.problems_in("p", 0, page, KNOWN),
    ]:
        assert problem.file != page.file or 1 <= problem.line <= len(lines)
        assert problem.fix
    for problem in (*expand(page, RECORD, "html")[1], *expand(page, RECORD, "markdown")[1]):
        assert problem.file == page.file


@pytest.mark.parametrize("piece", ["<", "`", "[", "](", "> ", "|", "::: ", "{", "- ", "\n", "`torch.", "(", "#"])
def test_a_huge_page_is_read_in_time_that_grows_with_its_length(tmp_path: Path, piece: str) -> None:
    page = Page("methods/p", f"# A\n\n{piece * 3000}\n\n{'a' * 20000}{piece}\n")
    assert isinstance(gates.problems(Sources({page.name: page}, RECORD, tmp_path)), list)


def told(read: Callable[[], object]) -> Problem | None:
    """The Problem that reading something ends with, if it ends with one."""
    try:
        read()
    except Problem as problem:
        return problem
    return None


def release(root: Path) -> object:
    return read_release(root, file_of(NEWER))


READERS: dict[str, Callable[[Path], object]] = {
    record_file("methods/from_numpy/share"): lambda root: read_recorded(root, "methods/from_numpy/share"),
    f"{PROVED}/index.json": lambda root: read_proved(root, "index"),
    PERFORMANCE: read_performance,
    stored.FILE: stored.read,
    file_of(NEWER): release,
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("file", READERS)
@quick
@given(data=st.data())
def test_a_record_of_whatever_bytes_is_read_or_told_with_its_line(
    tmp_path: Path, file: str, data: st.DataObject
) -> None:
    whole = (ROOT / file).read_bytes()[:20000]
    cut = data.draw(st.integers(0, len(whole)))
    kinds = st.binary(max_size=40), JSON.map(lambda value: json.dumps(value).encode())
    new = data.draw(
        st.one_of(*kinds, st.just(whole[:cut]), *(kind.map(lambda some: whole[:cut] + some) for kind in kinds))
    )
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_bytes(new)
    if problem := told(lambda: READERS[file](tmp_path)):
        assert problem.file == file
        assert 1 <= problem.line <= new.count(b"\n") + 1
        assert "python -m " in problem.fix


@quick
@given(
    st.binary(max_size=80)
    | st.text(max_size=80).map(str.encode)
    | TEXTS.map(lambda text: text.encode("utf-8", "replace"))
)
def test_a_module_of_facts_of_whatever_bytes_is_read_or_told(tmp_path: Path, module: bytes) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(module)
    if problem := told(lambda: [*functions(file, "a.py")]):
        assert (problem.file, problem.line >= 1) == ("a.py", True)


@quick
@given(TEXTS)
def test_any_script_has_a_mark_and_an_ending(script: str) -> None:
    assert len(mark(script)) == 6
    assert announced(script).exit


CODE = (
    b"import torch\n;import nothing_of_that_name\n;print(;);(;[;{;'''; + ;a.b;lambda: ;\n;    ;if x:\n;# Raises E: a\n;"
    b"# Long: a\n;\t;\r\n;\xff;\x00;time.time();np.datetime64('now');torch.compile(f);def f():;return;async ;"
    b"match x:\n;1;\xef\xbb\xbf;\xe2\x80\xae"
).split(b";")


@quick
@given(st.binary(max_size=60) | st.lists(st.sampled_from(CODE), max_size=25).map(b"".join))
def test_a_script_of_whatever_bytes_is_fine_or_told_with_its_line(data: bytes) -> None:
    for problem in problems_in("methods/p/a_script", data, IS_DECLARED):
        assert problem.file == "snippets/examples/methods/p/a_script.py"
        assert 1 <= problem.line <= data.count(b"\n") + 1
        assert problem.fix


@pytest.mark.parametrize("piece", ["(", "-", "[", "a.", "f(", "not ", "{", "lambda: ", "a + ", "if x:\n", "'", "1"])
def test_a_script_that_nests_as_deep_as_nobody_writes_is_told(piece: str) -> None:
    for end in ("", "a", f"a{')' * 5000}"):
        script = f"print(1)\nx = {piece * 5000}{end}\n".encode()
        problems = problems_in("methods/p/a_script", script, IS_DECLARED)
        assert problems
        assert all(problem.line >= 1 and problem.fix for problem in problems)
