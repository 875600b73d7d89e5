"""What `mkdocs serve` does otherwise than `mkdocs build`: it goes on where there are problems, and it is fast.

A problem is told in the terminal and on the pages that it concerns. Below a script that was edited stands no output:
the recorded one is not its own. What takes long is kept from one build to the next, known by its content: a page is
rendered anew if its expanded source, the files that it may link to or mkdocs.yml changed. hooks.py is loaded anew for
each build, and this module once.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from snippets.kinds import KINDS
from snippets.problem import Problem
from snippets.publish.directives import names_on
from snippets.publish.links import folder
from snippets.publish.markup import render
from snippets.publish.page import Page
from snippets.publish.policy import SCRIPT, hash_of
from snippets.store.examples import output_file, script_file
from snippets.store.files import CONTENT, ROOT
from snippets.store.record import Record
from snippets.store.types import Example

OURS = (".py", ".toml", ".html", ".md")
PAGE_OF = re.compile(r"^(?:docs|snippets/facts|snippets)/|\.\w+$")
ARTICLE = '<article class="md-content__inner md-typeset">'


@dataclass
class Preview:
    """What is kept while `mkdocs serve` runs: when it started (0: it does not run), the record, and rendered pages."""

    started: float = 0.0
    record: Record | None = None
    rendered: dict[str, tuple[object, dict[str, Any]]] = field(default_factory=dict)

    def shown(self, record: Record, root: Path) -> Record:
        """`record` without the outputs that are not those of their scripts; the one of before if nothing changed."""
        if stale := {name: problem for kind in KINDS.values() for name, problem in kind.stale(root).items()}:
            examples, elsewhere = _without(record.examples, stale), _without(record.elsewhere, stale)
            record = replace(record, examples=examples, elsewhere=elsewhere)
        if self.record != record:
            self.record = record
        return self.record

    def render(self, page: Any, render: Any, config: Any, files: Any) -> None:
        """Stands in for MkDocs' `page.render`."""
        settings = Path(config.config_file_path).read_bytes()
        key = page.markdown, page.meta.get("title"), tuple(files.src_uris), settings
        kept, values = self.rendered.get(page.file.src_uri, (None, {}))
        if kept != key:
            before = dict(vars(page))
            render(config, files)
            values = {name: value for name, value in vars(page).items() if before.get(name, page) is not value}
            self.rendered[page.file.src_uri] = key, values
        vars(page).update(values)
        # The files that a page links to are others in each build.
        links = (page.links_to_anchors or {}).items()
        page.links_to_anchors = {files.get_file_from_path(file.src_uri): anchors for file, anchors in links}


preview = Preview()


def _without(examples: Mapping[str, Example], stale: Mapping[str, Problem]) -> dict[str, Example]:
    return {
        name: replace(example, output="", stale=str(stale[name])) if name in stale else example
        for name, example in examples.items()
    }


def edited_code() -> list[Problem]:
    """Modules, templates and settings of ours that were edited since `mkdocs serve` loaded them, if it did."""
    if not preview.started:
        return []
    folders = [path for path in (ROOT / "snippets").iterdir() if path.is_dir() and path.name not in CONTENT]
    ours = [*(ROOT / "snippets").glob("*.py"), *(path for folder in folders for path in folder.rglob("*"))]
    return [
        Problem.of(path.relative_to(ROOT).as_posix(), 1, "edited_code")
        for path in ours
        if path.suffix in OURS and path.stat().st_mtime > preview.started
    ]


def show(problems: Sequence[Problem], pages: Mapping[str, Page], record: Record, site: Path) -> None:
    """Puts a box on top of each built page that a problem concerns, unless it has one where the problem is.

    What concerns no page is told on the first one.
    """
    placed = {name: set(_files_on(page, record)) for name, page in pages.items()} if problems else {}
    boxes: dict[str, list[str]] = {}
    for problem in problems:
        concerned = [name for name, files in placed.items() if problem.file in files]
        for name in concerned or [PAGE_OF.sub("", problem.file)]:
            home = name if (site / folder(name) / "index.html").exists() else "index"
            boxes.setdefault(home, []).append(render("html", "problem", problem=problem))
    for name, told in boxes.items():
        file = site / folder(name) / "index.html"
        text = file.read_text(encoding="utf-8")
        new = "".join(f"\n{box}" for box in dict.fromkeys(told) if box not in text)
        file.write_text(text.replace(ARTICLE, ARTICLE + new, 1), encoding="utf-8")


def _files_on(page: Page, record: Record) -> Iterator[str]:
    """The files that a page is made of: itself, the scripts and outputs that it shows, the modules of its facts."""
    yield page.file
    for name in names_on(page, record):
        if name in record.facts:
            yield record.facts[name].file
        else:
            yield from (script_file(name), output_file(name))


def allow_reload(server: Any) -> None:
    """Adds the script that MkDocs puts into a page as it sends it to the page's content policy."""
    inject = server._inject_js_into_html

    def injected(content: bytes, epoch: int) -> bytes:
        page = inject(content, epoch).decode()
        allowed = f"script-src 'self' {hash_of(SCRIPT.findall(page)[-1])}"
        return page.replace("script-src 'self'", allowed, 1).encode()

    server._inject_js_into_html = injected
