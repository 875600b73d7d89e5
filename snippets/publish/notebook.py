"""A recorded notebook as HTML and as Markdown; mkdocs-jupyter gives the page around it."""

import html
import re
from collections.abc import Sequence
from typing import Any

from bs4 import BeautifulSoup

from snippets.publish.markup import fence, highlighted, render

ANCHOR = re.compile(r'<a class="anchor-link"')
ARTICLE = re.compile(r'(<article class="md-content__inner md-typeset">)(.*)(</article>)', re.DOTALL)


def clean_notebook(page: str, notebook: Any, foot: str) -> tuple[str, dict[str, str]]:
    """A page as mkdocs-jupyter makes it, without JupyterLab's styles and scripts, and the drawings on it.

    Of its content only the rendered Markdown cells are kept; code and outputs come from the record.
    """
    opening, article, closing = ARTICLE.search(page).groups()  # type: ignore[union-attr]
    soup = BeautifulSoup(article, "html.parser")
    rendered = [cell.decode_contents() for cell in soup.select(".jp-MarkdownCell .jp-RenderedMarkdown")]
    cells, drawings = html_cells(notebook, rendered)
    content = f"{opening}\n{cells}{foot}\n{soup.select_one('.page-twin') or ''}\n{closing}"
    return ARTICLE.sub(lambda _: content, page, count=1), drawings


def searched(notebook: Any) -> str:
    """What search finds of a notebook beside its sections: its code, once."""
    sources = [html.escape(cell.source) for cell in notebook.cells if cell.cell_type == "code"]
    return "".join(f"<pre><code>{source}</code></pre>" for source in sources)


def html_cells(notebook: Any, rendered: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The notebook's cells as HTML, and its drawings as files: {"figure-1.svg": …}.

    `rendered` holds the HTML of the Markdown cells, in order.
    """
    done, drawings, prose = [], dict[str, str](), iter(rendered)
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "markdown":
            done.append(ANCHOR.sub('<a class="headerlink"', next(prose)))
            continue
        blocks = [f'<div class="highlight">{_code(highlighted(cell.source), f"Cell {number}")}</div>']
        for kind, data in outputs(cell):
            if kind == "image/svg+xml":
                name = f"figure-{len(drawings) + 1}.svg"
                drawings[name] = data
                alt = html.escape(cell.metadata.get("alt", ""))
                size = " ".join(f'{side}="{pixels}"' for side, pixels in _size(data).items())
                blocks.append(f'<div class="output no-copy"><img src="{name}" alt="{alt}" {size}></div>')
            else:
                label = f"Output of cell {number}"
                blocks.append(f'<div class="output no-copy">{_code(data, label)}</div>')
        done.append(f'<div class="cell">{"".join(blocks)}</div>')
    return '<div class="jupyter-wrapper">\n' + "\n".join(done) + "\n</div>\n", drawings


def _code(code: str, label: str) -> str:
    return render("html", "code", code=code, label=label)


def _size(drawing: str) -> dict[str, int]:
    """A drawing's width and height in CSS pixels (96 an inch, of 72 points), so that the page does not jump."""
    points = {side: re.search(rf'<svg[^>]* {side}="([\d.]+)pt"', drawing) for side in ("width", "height")}
    return {side: round(float(found[1]) * 96 / 72) for side, found in points.items() if found}


def markdown_cells(notebook: Any) -> str:
    """The notebook as Markdown: prose as it is, code and text in fences, drawings as images beside it."""
    done, drawings = [], 0
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            done.append(cell.source)
            continue
        done.append(fence("python cell", f"{cell.source}\n"))
        for kind, data in outputs(cell):
            if kind == "image/svg+xml":
                drawings += 1
                done.append(f"![{cell.metadata.get('alt', '')}](figure-{drawings}.svg)")
            else:
                done.append(fence("text", data))
    return "\n\n".join(done) + "\n"


def outputs(cell: Any) -> list[tuple[str, str]]:
    """What a reader sees of a code cell's outputs, in order: (MIME type, text)."""
    seen = []
    for output in cell.outputs:
        if output.output_type == "stream":
            seen.append(("text/plain", output.text))
        else:
            kind = "image/svg+xml" if "image/svg+xml" in output.data else "text/plain"
            seen.append((kind, output.data.get(kind, "")))
    return seen


def description_of(notebook: Any) -> str:
    """What a search engine shows of a notebook: the first paragraph under its title."""
    paragraphs = notebook.cells[0].source.split("\n\n") if notebook.cells else []
    return " ".join(paragraphs[1].replace("`", "").split()) if len(paragraphs) > 1 else ""
