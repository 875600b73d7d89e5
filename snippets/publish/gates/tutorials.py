"""The same as `prose` for the notebooks' Markdown cells.

A notebook holds no facts of its own: a sentence that links to a fact, on the page that shows it, is proved.
"""

import re
from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.gates.prose import unproved_sentences
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from snippets.store import tutorials

FACT_LINK = re.compile(r"\]\([^)]*/#fact-[\w-]+\)")


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each sentence of a tutorial that needs a proof."""
    for file, percent in tutorials.sources(sources.root).items():
        yield from tutorial_problems(file, percent)


def tutorial_problems(file: str, percent: str) -> Iterator[Problem]:
    """The same for one tutorial, in jupytext's percent format; what a cell of code shows was measured."""
    for line, sentence in unproved_sentences(page_of(percent), proves=lambda cell: True):
        if not FACT_LINK.search(sentence):
            yield Problem.of(file, line, "unproved_in_tutorial", sentence=sentence)


def page_of(percent: str) -> Page:
    """The Markdown cells of a tutorial's source, line for line, with a directive where a cell of code begins."""
    lines, prose = [], False
    for line in percent.split("\n"):
        if line.startswith("# %%"):
            prose = line.startswith("# %% [markdown]")
            lines.append("" if prose else "::: cell")
        else:
            lines.append(line.removeprefix("#").removeprefix(" ") if prose else "")
    return Page("", "\n".join(lines))
