"""A character that nobody sees is named with its line, wherever on a page it stands."""

import pytest

from snippets.publish.gates import unseen
from tests.publish.gates.conftest import Try


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\u2028", "\ufeff", "\x85", "\x1b", "\x00"])
@pytest.mark.parametrize("text", ["Read {} on.", "`torch{}.tensor`", "```console\nmake {}\n```"])
def test_a_character_that_nobody_sees_is_named(found: Try, text: str, hidden: str) -> None:
    page = f"---\ntitle: A\n---\n\n# Title\n\n{text.format(hidden)}\n"
    (file, line, what), *others = found(unseen.problems, page)
    assert (file, line, others) == ("docs/methods/p.md", 8 if "console" in text else 7, [])
    assert ascii(hidden) in what


def test_letters_of_all_scripts_tabs_and_signs_are_fine(found: Try) -> None:
    assert found(unseen.problems, "# Größe 形 →\n\n\tx … × ½ 😀\n") == []
