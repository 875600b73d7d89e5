"""Characters that show nothing, or change how others show: in no source, no page and no output."""

import re
import unicodedata
from collections.abc import Iterator

from snippets.problem import Problem, line_of


def unseen(text: str) -> re.Match[str] | None:
    """The first character in `text` that shows nothing, or changes how others show; not tab and newline.

    Control characters (Cc), those that format, as what turns the direction of writing or joins without a width (Cf),
    and separators of lines and paragraphs (Zl, Zp).
    """
    others = {char for char in {*text} - {"\n", "\t"} if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")}
    return re.search(f"[{re.escape(''.join(others))}]", text) if others else None


def unseen_problems(file: str, text: str) -> Iterator[Problem]:
    """The first character in the source `file` that nobody sees."""
    if hidden := unseen(text):
        words = {"character": hidden[0], "called": unicodedata.name(hidden[0], "a control character")}
        yield Problem.of(file, line_of(text, hidden.start()), "unseen_character", **words)
