"""The Python-Markdown extension that MkDocs (or another engine) loads; see `directives`."""

import logging
import re
from pathlib import Path

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from snippets.problem import Problem
from snippets.publish.directives import expand, names_on
from snippets.publish.markup import render
from snippets.publish.page import Page
from snippets.recorded import EXAMPLES, ROOT, load, out_of_step, read_index

# A child of MkDocs' own logger, so that `mkdocs build --strict` fails and `mkdocs serve` goes on.
log = logging.getLogger("mkdocs.snippets")
BLOCK = re.compile(r'^([ \t]*)(<div class="[\w-]+".*</div>)$', re.MULTILINE)  # what a template gives


class Expand(Preprocessor):
    """Expands a page's directives and keeps what they give out of Markdown's reach."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines of one page."""
        root = Path.cwd() if (Path.cwd() / EXAMPLES).is_dir() else ROOT
        page, index, records = Page(self.page(), "\n".join(lines)), read_index(root), load(root)
        shown = sorted(name for name in names_on(page, records) if name in records.examples)
        for problem in filter(None, (out_of_step(root, name, index) for name in shown)):
            self.report(problem)
        expanded = expand(page, records, "html", self.report)
        return BLOCK.sub(lambda found: found[1] + self.md.htmlStash.store(found[2]), expanded).split("\n")

    def page(self) -> str:
        """The page's name, where the engine lets an extension know it (MkDocs does), else "?"."""
        if "relpath" not in self.md.treeprocessors:
            return "?"
        return self.md.treeprocessors["relpath"].file.src_uri.removesuffix(".md")

    def report(self, problem: Problem) -> str:
        """Logs `problem`; what the page shows in its place."""
        log.error("%s", problem)
        return render("html", "problem", problem=problem)


class Snippets(Extension):
    """Registers Expand after normalization (30), before superfences (25)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Called by Python-Markdown once for each page."""
        md.preprocessors.register(Expand(md), "snippets", 27)


def makeExtension(**options: object) -> Snippets:  # noqa: N802 (Python-Markdown's name)
    """The entry point that Python-Markdown looks for."""
    return Snippets(**options)
