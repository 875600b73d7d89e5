"""What may not stand on a page is found, wherever it stands, and what only looks alike is not."""

import pytest

from snippets.publish.gates import forbidden
from tests.publish.gates.conftest import Try

CONFLICT = "Text\n<<<<<<< HEAD\nours\n||||||| 1a2b3c4\nboth\n=======\ntheirs\n>>>>>>> branch\n"
FAULTS = {
    "<script>alert(1)</script>": "HTML, <script>",
    "Read on <script src=x.js></script> here.": "HTML, <script src=x.js>",
    "<SCRIPT\nsrc='x.js'>": "HTML, <SCRIPT src='x.js'>",
    "<script src=x.js": "HTML, <script",
    '<div class="x">text</div>': 'HTML, <div class="x">',
    "Read it <b>first</b>.": "HTML, <b>",
    "Read it<br/>first.": "HTML, <br/>",
    '<p\n  style="color:red">': 'HTML, <p style="color:red">',
    '<img src=x onerror="x()">': 'HTML, <img src=x onerror="x()">',
    "<table><tr><td>The tensor copies.</td></tr></table>": "HTML, <table>",
    "<!-- The tensor copies. -->": "HTML, <!--",
    "Read <javascript:alert(1)> on.": "HTML, <javascript:alert(1)>",
    "- an item\n\n    <b>text</b>": "HTML, <b>",
    'Read on.{onclick="x()"}': 'an attribute, {onclick="x()"}',
    '## Title {: style="color:red" }': 'an attribute, {: style="color:red" }',
    "See [this][that].": "a link by reference, ][that]",
    "[that]: javascript:x()": "a link by reference, [that]:",
    "TODO: say more.": "a note to its author, TODO",
    "More to come (TBD).": "a note to its author, TBD",
    "```console\nmake # FIXME\n```": "a note to its author, FIXME",
    "##Title": "no heading, ##Title",
    "##": "no heading, ##",
    "!!! wraning\n    Text.": "a box of no known kind, !!! wraning",
    "??? note\n    Text.": "a box of no known kind, ??? note",
    "!!! note Title\n    Text.": "a box of no known kind, !!! note Title",
    "!!! note\nText.": "text that falls out of the box above it, Text.",
    "> Beautiful is better.": "a quotation without a source, > Beautiful is better.",
    "Text.\n\n    tensor([1])": "an indented line, which is shown as code, tensor([1])",
    "::: example a\n\n\tx = 1": "an indented line, which is shown as code, x = 1",
    "::example methods/p/fine": "half a directive, ::example methods/p/fine",
}
BELOW = {  # how far below its first line a fault stands, where it does
    "- an item\n\n    <b>text</b>": 2,
    "```console\nmake # FIXME\n```": 1,
    "!!! note\nText.": 1,
    "Text.\n\n    tensor([1])": 2,
    "::: example a\n\n\tx = 1": 2,
}
FINE = """\
# Title {#anchor}

========
======
 >>>>>>> a
>>> a
<<<<<<<<
| ||||||| |

Text `<script>`, ``<b>`` and `a[0][1]`, a < b > c, found <U1, <https://example.com>, 1 <2, `x`{.absent}.

- an item

    of two paragraphs

!!! note "Title"
    Text.

    More.

> A quotation
> of two lines ([who](https://example.com)).

```console
make "<b>"
```

::: example methods/p/fine
"""


@pytest.mark.parametrize("before", ["", "---\ntitle: A\n", "```text\n"])
def test_each_line_that_git_put_there_is_named_with_file_and_line(found: Try, before: str) -> None:
    first = before.count("\n") + 2
    assert found(forbidden.problems, before + CONFLICT) == [
        ("docs/methods/p.md", first, "a conflict marker, <<<<<<<"),
        ("docs/methods/p.md", first + 2, "a conflict marker, |||||||"),
        ("docs/methods/p.md", first + 4, "a conflict marker, ======="),
        ("docs/methods/p.md", first + 6, "a conflict marker, >>>>>>>"),
    ]


@pytest.mark.parametrize(("text", "what"), FAULTS.items())
def test_what_may_not_stand_on_a_page_is_named_where_it_stands(found: Try, text: str, what: str) -> None:
    first, *_ = found(forbidden.problems, f"---\ntitle: A\n---\n\n# Title\n\n{text}\n")
    assert first == ("docs/methods/p.md", 7 + BELOW.get(text, 0), what)


def test_every_entry_is_tried_and_says_what_to_do() -> None:
    tried = [*FAULTS.values(), "a conflict marker, <"]
    assert all(any(what.startswith(f"{entry['found']}, ") for what in tried) for _, entry in forbidden.PATTERNS)
    assert all(entry["fix"] and entry["expected"] for _, entry in forbidden.PATTERNS)


def test_what_only_looks_alike_is_fine(found: Try) -> None:
    assert found(forbidden.problems, FINE) == []
