"""Templates are filled so that no value breaks the markup, and no step of Markdown finds a line of its own."""

import jinja2
import pytest

from snippets.publish.markup import TEMPLATES, fence, highlighted, literal, render, with_code


def test_a_value_is_escaped_and_its_lines_become_references() -> None:
    shown = render("html", "problem", problem="<b> & \"c\" 'd'\n\te")
    assert "<pre>&lt;b&gt; &amp; &quot;c&quot; &#x27;d&#x27;&#10;&#9;e</pre>" in shown


def test_what_a_template_gives_in_html_is_one_line_of_its_elements_alone() -> None:
    assert render("html", "folded", title="a", entries=["b  ", "<c>"], listed=True) == (
        "<details><summary>a</summary><ul><li>b  </li><li>&lt;c&gt;</li></ul></details>"
    )


def test_a_value_that_a_template_misses_is_an_error() -> None:
    for target in ("html", "markdown"):
        with pytest.raises(jinja2.UndefinedError, match="text"):
            render("html" if target == "html" else "markdown", "foot")


def test_no_template_in_html_lets_more_through_than_it_has_to() -> None:
    safe = {file.name for file in (TEMPLATES / "html").iterdir() if "safe" in file.read_text(encoding="utf-8")}
    # Another template's output, three times; Markdown, left to the page's.
    assert safe == {"beside.html", "example.html", "picture.html", "inline_fact.html"}


def test_an_asterisk_of_a_sentence_is_no_emphasis_and_code_stays() -> None:
    assert literal("2**24 + 1 becomes 2**24 in `a ** b`.") == r"2\*\*24 + 1 becomes 2\*\*24 in `a ** b`."


def test_python_is_highlighted_to_the_byte_and_a_sentence_keeps_its_quotes() -> None:
    assert "\n" not in highlighted("x = 1")
    assert highlighted("x = '<'\n").endswith("&lt;'</span>\n")
    assert with_code('`a<b>` isn\'t "c"') == '<code>a&lt;b&gt;</code> isn\'t "c"'


@pytest.mark.parametrize(
    ("text", "fenced"),
    [
        ("a\n", "```text\na\n```"),
        ("a", "```text no-final-newline\na\n```"),
        ("```\n", "````text\n```\n````"),
        ("", "```text no-final-newline\n\n```"),
    ],
)
def test_a_fence_holds_its_text_to_the_byte(text: str, fenced: str) -> None:
    assert fence("text", text) == fenced
