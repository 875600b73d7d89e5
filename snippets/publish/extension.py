"""The Python-Markdown extension that MkDocs (or another engine) loads; see `expand`."""

import html
import logging
import re
from pathlib import Path

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from snippets.problem import Problem
from snippets.publish.expand import Directive, expand, one_line, parts
from snippets.publish.versions import VERSIONS
from snippets.recorded import EXAMPLES, ROOT, load, out_of_step, read_index

# A child of MkDocs' own logger, so that `mkdocs build --strict` fails and `mkdocs serve` goes on.
log = logging.getLogger("mkdocs.snippets")
BLOCK = re.compile(
    r'^([ \t]*)(<div class="(?:example|elsewhere|other-output|fact|proof|problem|recorded-on)".*)$', re.MULTILINE
)


class Expand(Preprocessor):
    """Expands a page's directives and keeps what they give out of Markdown's reach."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines of one page."""
        text = "\n".join(lines)
        directives = [part for part in parts(text) if isinstance(part, Directive)]
        named = {part.argument for part in directives if part.kind == "example"}
        wanted = None if any(part.kind in (*VERSIONS, "api") for part in directives) else named
        root = Path.cwd() if (Path.cwd() / EXAMPLES).is_dir() else ROOT
        index = read_index(root)
        records = load(root, wanted)
        for problem in filter(None, (out_of_step(root, name, index) for name in sorted(records.examples))):
            self.report(problem)
        expanded = expand(text, self.page(), records, "html", self.report)
        return BLOCK.sub(lambda found: found[1] + self.md.htmlStash.store(found[2]), expanded).split("\n")

    def page(self) -> str:
        """The page's name, where the engine lets an extension know it (MkDocs does), else "?"."""
        if "relpath" not in self.md.treeprocessors:
            return "?"
        return self.md.treeprocessors["relpath"].file.src_uri.removesuffix(".md")

    def report(self, problem: Problem) -> str:
        """Logs `problem`; what the page shows in its place."""
        log.error("%s", problem)
        return one_line(f'<div class="problem" role="alert"><pre>{html.escape(str(problem))}</pre></div>')


class Snippets(Extension):
    """Registers Expand after normalization (30), before superfences (25)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Called by Python-Markdown once for each page."""
        md.preprocessors.register(Expand(md), "snippets", 27)


def makeExtension(**options: object) -> Snippets:  # noqa: N802 (Python-Markdown's name)
    """The entry point that Python-Markdown looks for."""
    return Snippets(**options)
