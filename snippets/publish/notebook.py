"""A recorded notebook as HTML and as Markdown; mkdocs-jupyter gives the page around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup

from snippets.publish.markup import render

ANCHOR = re.compile(r'<a class="anchor-link"')
ARTICLE = re.compile(r'(<article class="md-content__inner md-typeset">)(.*)(</article>)', re.DOTALL)
POINTS = re.compile(r'<svg[^>]*? width="(?P<width>[\d.]+)pt" height="(?P<height>[\d.]+)pt"')


@dataclass(frozen=True)
class Output:
    """What a reader sees of an output: text, or a drawing, whose `file` is beside the page."""

    text: str
    file: str = ""

    @property
    def size(self) -> dict[str, int]:
        """A drawing's width and height in CSS pixels (96 an inch, of 72 points), so that the page does not jump."""
        points = POINTS.search(self.text)
        return {side: round(float(length) * 96 / 72) for side, length in points.groupdict().items()} if points else {}


def clean_notebook(page: str, notebook: Any, foot: str) -> tuple[str, dict[str, str]]:
    """A page as mkdocs-jupyter makes it, without JupyterLab's styles and scripts, and the drawings on it: {file: SVG}.

    Of its content only the rendered Markdown cells are kept; code and outputs come from the record.
    """
    opening, article, closing = ARTICLE.search(page).groups()  # type: ignore[union-attr]
    soup = BeautifulSoup(article, "html.parser")
    prose = [cell.decode_contents() for cell in soup.select(".jp-MarkdownCell .jp-RenderedMarkdown")]
    cells = "\n".join(html_cells(notebook, prose))
    wrapped = f'<div class="jupyter-wrapper">\n{cells}\n</div>\n{foot}\n{soup.select_one(".page-twin") or ""}'
    drawings = {output.file: output.text for outputs in outputs_of(notebook) for output in outputs if output.file}
    return ARTICLE.sub(lambda _: f"{opening}\n{wrapped}\n{closing}", page, count=1), drawings


def html_cells(notebook: Any, prose: Sequence[str]) -> Iterator[str]:
    """The notebook's cells as HTML, of which `prose` holds that of the Markdown cells, in order."""
    rendered = iter(prose)
    for number, (cell, outputs) in enumerate(zip(notebook.cells, outputs_of(notebook), strict=True), 1):
        if cell.cell_type == "markdown":
            yield ANCHOR.sub('<a class="headerlink"', next(rendered))
        else:
            yield render("html", "cell", cell=cell, number=number, outputs=outputs)


def markdown_cells(notebook: Any) -> str:
    """The notebook as Markdown: prose as it is, code and text in fences, drawings as images beside it."""
    cells = zip(notebook.cells, outputs_of(notebook), strict=True)
    return "\n\n".join(render("markdown", "cell", cell=cell, outputs=outputs) for cell, outputs in cells) + "\n"


def outputs_of(notebook: Any) -> list[list[Output]]:
    """What a reader sees of each cell's outputs, in order."""
    drawings, cells = 0, []
    for cell in notebook.cells:
        seen = []
        for output in cell.get("outputs", ()):
            drawing = output.get("data", {}).get("image/svg+xml")
            drawings += drawing is not None
            text = output.get("text") or output.get("data", {}).get("text/plain", "")
            seen.append(Output(drawing, f"figure-{drawings}.svg") if drawing else Output(text))
        cells.append(seen)
    return cells


def description_of(notebook: Any) -> str:
    """What a search engine shows of a notebook: the first paragraph under its title."""
    paragraphs = notebook.cells[0].source.split("\n\n") if notebook.cells else []
    return " ".join(paragraphs[1].replace("`", "").split()) if len(paragraphs) > 1 else ""
