"""Facts on pages: the sentence, and its proof as it was run."""

import json
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import jsonschema_rs
import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from snippets.problem import Problem
from snippets.publish import gates
from snippets.publish.blocks import tried
from snippets.publish.data import SCHEMAS
from snippets.publish.directives import expanded, names_on
from snippets.publish.links import fact_id, folder
from snippets.publish.page import Page as Source
from snippets.publish.sources import Sources
from snippets.store.claims import taken_by
from snippets.store.record import Record
from snippets.store.types import Fact
from tests.conftest import SHARES, Repository, build, module
from tests.publish.built import facts_in_html, first, soup_of
from tests.publish.expanding import HEAD, expand
from tests.store.made_up import record_of


def fact(name: str, sentence: str = "`np.zeros` gives a `<float64>` & more.") -> Fact:
    tried = {"torch.from_numpy": ("float32", "bool", "contiguous"), "np.asarray": tuple(taken_by("np.asarray"))}
    body = ("import torch\n", "assert torch\n", 5, ("broken",))
    return Fact(name, "snippets/facts/p.py", 3, sentence, *body, tried if name == "p#a" else {})


RECORD = record_of(facts={one.name: one for one in (fact("p#a"), fact("p#b", "It is b."), fact("q/r#c"))})


def test_each_fact_on_the_built_pages_is_as_recorded_and_each_is_on_its_own(site: Path, record: Record) -> None:
    at_home = set()
    for file in site.rglob("index.html"):
        for name, (sentence, proof) in facts_in_html(file.read_text(encoding="utf-8")).items():
            if file.parent == site / folder(record.facts[name].page):
                at_home.add(name)
            assert sentence == record.facts[name].sentence.replace("`", ""), name
            assert proof == record.facts[name].program, name
    # A page of a release leads to it there. One that others show alone is listed by the line `::: facts PAGE`.
    assert sorted(set(record.facts) - at_home) == []


def test_a_block_holds_sentence_and_proof_on_one_line() -> None:
    html = expand(Source("p", "::: fact p#a\n"), RECORD, "html").split("\n")[0]
    block = first(soup_of(html), '.fact[data-fact="p#a"]')
    assert first(block, ".fact-sentence").get_text() == "np.zeros gives a <float64> & more."
    assert first(block, ".fact-sentence code").get_text() == "np.zeros"
    assert first(block, "pre code").get_text() == "import torch\n\nassert torch\n"


def test_what_a_proof_tries_is_told_in_the_page_below_it_and_in_the_copy() -> None:
    words = "torch.from_numpy: bool, float32; contiguous. np.asarray: all 14 dtypes"
    for text, place in ("::: fact p#a\n", ".fact"), ("So [](fact:p#a)\n", ".proof"):
        soup = soup_of(expand(Source("p", text), RECORD, "html"))
        assert first(soup, ".fact")["data-tried"] == words
        assert first(soup, f"{place} .tried").get_text() == f"Tried with {words}."
        copy = expand(Source("p", text), RECORD, "markdown")
        assert "Tried with `torch.from_numpy`: bool, float32; contiguous. `np.asarray`: all 14 dtypes." in copy
    soup = soup_of(expand(Source("p", "::: fact p#b\n"), RECORD, "html"))
    assert not soup.select("[data-tried], .tried"), "its sentence names no call that can be broken for one dtype"


def test_dtypes_in_the_other_byte_order_are_told_together() -> None:
    swapped = {"torch.tensor": ("int16, other byte order", "contiguous", "int32, other byte order")}
    (words,) = tried(replace(fact("p#a"), tried=swapped))
    assert words == "`torch.tensor`: in the other byte order int16, int32; contiguous"


def test_a_mark_in_a_paragraph_opens_the_proof_that_the_fact_names() -> None:
    html = expand(Source("p", "See: [](fact:p#b) Then more.\n"), RECORD, "html")
    soup = soup_of(html)
    sentence, proof = first(soup, "span.fact#fact-p-b"), first(soup, ".proof[popover]")
    assert sentence["data-proof"] == proof["id"] == first(sentence, "button")["popovertarget"]
    assert facts_in_html(html) == {"p#b": ("It is b.", "import torch\n\nassert torch\n")}


def test_a_list_holds_the_facts_of_a_page_that_stand_nowhere_else_on_it() -> None:
    text = "[](fact:p#b)\n\n::: facts p\n"
    html = expand(Source("p", text), RECORD, "html")
    assert re.findall(r'data-fact="([^"]*)"', html) == ["p#b", "p#a"]
    assert names_on(Source("p", text), RECORD) == {"p#b": 1, "p#a": 3}
    assert [*names_on(Source("p", "::: facts q/r\n::: fact p#a\n"), RECORD)] == ["q/r#c", "p#a"]


def test_a_markdown_copy_has_the_sentence_and_its_proof_as_a_fence() -> None:
    text = expand(Source("p", "::: fact p#b\n\nSo [](fact:p#a)\n"), RECORD, "markdown")
    assert "- It is b.\n\n```python fact\nimport torch\n\nassert torch\n```" in text
    assert "So `np.zeros` gives a `<float64>` & more.\n" in text
    assert text.index("## Proofs") < text.rindex("- `np.zeros` gives")


@pytest.mark.parametrize(
    ("text", "line", "found", "fix"),
    [
        ("\n::: fact p#aa\n", 2, "unknown fact 'p#aa'", "did you mean p#a?"),
        ("\n\nSee [](fact:p#aa).\n", 3, "unknown fact 'p#aa'", "did you mean p#a?"),
        ("::: facts q/s\n", 1, "unknown page of facts 'q/s'", "did you mean q/r?"),
        ("[](fact:q/r#c)\n\n::: facts q/r\n", 3, "x has all facts of q/r elsewhere", "remove this line"),
        ("::: fact p#a\n\n::: fact p#a\n", 3, "fact p#a a second time", "remove it"),
        ("::: fact p#a\n\n[](fact:p#a)\n", 1, "fact p#a a second time", "remove it"),
    ],
)
def test_what_a_page_names_wrongly_is_told_by_file_line_and_nearest_name(
    text: str, line: int, found: str, fix: str, tmp_path: Path
) -> None:
    text = f"{HEAD}{text}"
    problems = gates.problems(Sources({"x": Source("x", text)}, RECORD, tmp_path))
    problem, *_ = [problem for problem in problems if problem.file == "docs/x.md"]
    assert (problem.line, problem.found) == (HEAD.count("\n") + line, found)
    assert fix in problem.fix
    if "unknown" in found:
        with pytest.raises(Problem):
            expand(Source("x", text), RECORD, "html")
        html, told = expanded(Source("x", text), RECORD, "html")
        assert [str(problem) for problem in told] == [str(problem)]
        assert first(soup_of(html), ".problem").get_text() == str(problem)


def test_a_fact_on_no_page_is_told(tmp_path: Path) -> None:
    problems = gates.problems(Sources({"p": Source("p", f"{HEAD}::: facts p\n")}, RECORD, tmp_path))
    assert [(problem.file, problem.line, problem.found) for problem in problems] == [
        ("snippets/facts/p.py", 3, "q/r#c is on no page")
    ]


def test_a_fence_is_left_alone() -> None:
    text = "```text\n::: fact p#a\n[](fact:p#a)\n```\n"
    assert expand(Source("p", text), RECORD, "html").startswith(text)
    assert names_on(Source("p", text), RECORD) == {}


def test_a_site_with_a_fact_that_was_not_proved_is_not_built(repository: Repository, tmp_path: Path) -> None:
    module(repository, SHARES)
    repository.page("p/q", "# Title\n\n::: facts p/q\n")
    done = build(repository.root, tmp_path / "site")
    assert done.returncode == 1
    assert "snippets/facts/p/q.py:7: never proved" in done.stderr
    assert "fix:      run: python -m snippets update p/q#shares" in done.stderr


def test_the_data_of_facts_hold_every_fact_and_follow_their_schema(site: Path, record: Record) -> None:
    data = json.loads((site / "data/facts.json").read_text(encoding="utf-8"))
    schema = json.loads((SCHEMAS / "facts.schema.json").read_text(encoding="utf-8"))
    told = {one["name"]: [one["sentence"], one["proof"], one["mutants"], one["tried"]] for one in data["facts"]}
    facts = {name: (one.sentence, one.program, one.mutants, one.tried) for name, one in record.facts.items()}
    assert told == json.loads(json.dumps(facts))
    shown = {str(file.parent.relative_to(site)): file.read_text(encoding="utf-8") for file in site.rglob("index.html")}
    for one in data["facts"]:
        pages = {page for page, text in shown.items() if f'data-fact="{one["name"]}"' in text}
        assert {page.split("/", 3)[3].strip("/") or "." for page in one["pages"]} == pages
    data["facts"][0].pop("proof")
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(schema, data)


SHARES_MEMORY, DTYPE = "methods/from_numpy#shares_memory", "methods/from_numpy#python_floats_give_float64"


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("name", [SHARES_MEMORY, DTYPE])
def test_a_mark_opens_its_proof_beside_it_and_closes_it_again(
    browser: Browser, address: str, record: Record, javascript: bool, name: str
) -> None:
    view: ViewportSize = {"width": 390, "height": 844}
    context = browser.new_context(java_script_enabled=javascript, has_touch=True, viewport=view)
    page = context.new_page()
    page.goto(f"{address}methods/from_numpy/")
    fact = page.locator(f"#{fact_id(name)}")
    mark = fact.locator("summary, button.fact-mark")
    proof = page.locator(f"#{fact.get_attribute('data-proof') or fact_id(name)} pre")
    for press in (mark.click, mark.tap, partial(mark.press, "Enter"), partial(mark.press, "Space")):
        assert not proof.is_visible()
        press()
        assert proof.is_visible()
        assert proof.text_content() == record.facts[name].program
        place, box = mark.bounding_box(), proof.bounding_box()
        assert place is not None
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= view["width"]
        below, above = box["y"] - place["y"] - place["height"], place["y"] - box["y"] - box["height"]
        assert 0 <= max(below, above) < 80, "the proof is not beside its mark"
        press()
    assert not proof.is_visible()
    context.close()


def test_the_copy_of_a_proof_that_a_mark_opened_is_the_program(page: Page, address: str, record: Record) -> None:
    page.goto(f"{address}methods/from_numpy/")
    fact = page.locator(f"#{fact_id(SHARES_MEMORY)}")
    fact.locator("button").click()
    page.locator(f"#{fact.get_attribute('data-proof')} button").click()
    assert page.evaluate("navigator.clipboard.readText()") == record.facts[SHARES_MEMORY].program
    page.keyboard.press("Escape")
    assert fact.locator("button").evaluate("mark => mark === document.activeElement"), "the way back"
