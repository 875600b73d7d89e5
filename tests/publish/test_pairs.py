"""What other pairs of versions give stands beside what the pinned pair gives, and never in its place."""

import pytest

from snippets.publish.expand import expand
from snippets.recorded import Environment, Example, Record
from snippets.recorded.facts import Fact
from snippets.recorded.matrix import Matrix
from snippets.recorded.pairs import Ended, Pair
from tests.publish.gates import first, shown_in_html, shown_in_markdown, soup_of

HERE = Environment("2.13.0", "2.4.6", "3.11", "Linux x86_64")
FACT = Fact("p#holds", "snippets/facts/p.py", 1, "It holds.", "", "assert True\n", 2, ("broken",))
EXAMPLES = {
    name: Example(name, f"print('{name}')\n", output)
    for name, output in {"p/same": "p/same\n", "p/other": "<1>\n", "p/none": ""}.items()
}


def pair(torch: str, **runs: Ended) -> Pair:
    names = {name.replace("__", "/").replace("_hash_", "#"): ended for name, ended in runs.items()}
    environment = Environment(torch, "2.5.5", "3.12", "Linux x86_64")
    return Pair(environment, "2026-11-25", frozenset(EXAMPLES), names, Matrix())


RAISES = Ended("error", "TypeError: <no>\n")
RECORD = Record(
    EXAMPLES,
    HERE,
    facts={FACT.name: FACT},
    pairs=[
        pair("2.15.0", p__other=RAISES, p_hash_holds=RAISES, p__none=Ended("0", "now it prints\n")),
        pair("2.14.1", p__other=RAISES),
        pair("2.1.2", p__other=Ended("0", "<2>\n")),
    ],
)


def page(name: str) -> str:
    return expand(f"::: example {name}\n", "p", RECORD, "html")


def test_other_outputs_stand_beside_the_output_each_once_with_its_newest_pair() -> None:
    block = first(soup_of(page("p/other")), ".example")
    others = block.select(".other-output[data-pair]")
    shown = {str(one["data-pair"]): first(one, "pre").get_text() for one in others}
    assert shown == {"torch 2.15.0, numpy 2.5.5": "TypeError: <no>\n", "torch 2.1.2, numpy 2.5.5": "<2>\n"}
    assert first(others[0], ".output-label").get_text() == "With torch 2.15.0, numpy 2.5.5: Output, ends with an error"
    assert shown_in_html(page("p/other")) == {"p/other": ("print('p/other')\n", "<1>\n", "0")}


@pytest.mark.parametrize("name", ["p/same"])
def test_what_is_the_same_everywhere_has_no_other_output(name: str) -> None:
    assert "other-output" not in page(name)


def test_a_markdown_copy_tells_both_apart() -> None:
    for name in EXAMPLES:
        copy = expand(f"::: example {name}\n", "p", RECORD, "markdown")
        assert shown_in_markdown(copy) == [(EXAMPLES[name].script, EXAMPLES[name].output, "0")]
    assert (
        "With torch 2.15.0, numpy 2.5.5: Output, ends with an error\n\n```text other\nTypeError: <no>\n```"
        in expand("::: example p/other\n", "p", RECORD, "markdown")
    )


@pytest.mark.parametrize("text", ["::: fact p#holds\n", "So [](fact:p#holds)\n"])
@pytest.mark.parametrize("target", ["html", "markdown"])
def test_a_fact_that_is_false_elsewhere_is_not_shown_without_that(text: str, target: str) -> None:
    shown = expand(text, "p", RECORD, "html" if target == "html" else "markdown")
    assert "(Not so with torch 2.15.0, numpy 2.5.5.)" in shown
    assert "Not so" not in expand(text, "p", Record(EXAMPLES, HERE, facts=RECORD.facts), "html")


def test_the_foot_names_the_newest_pair_and_the_day() -> None:
    assert "It was run with torch 2.15.0, numpy 2.5.5 on 2026-11-25, too" in page("p/same")
    assert "too" not in expand("Text\n", "p", Record({}, HERE), "html")
