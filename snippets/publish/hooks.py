"""What MkDocs calls while it builds the site (`hooks` in mkdocs.yml): `mkdocs build` and `mkdocs serve` give all of it.

The record is loaded once a build, and the gates run before a page is read: a problem stops the build. Each page is
expanded as it is read. What MkDocs does not make is added: copies in Markdown, llms.txt, data, drawings, policies.
"""

import html
import posixpath
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import nbformat
from mkdocs.exceptions import Abort
from mkdocs.utils import write_file

from snippets.problem import Problem
from snippets.publish import gates
from snippets.publish.blocks import foot
from snippets.publish.data import data_files
from snippets.publish.dead_links import dead_links
from snippets.publish.directives import expanded
from snippets.publish.notebook import clean_notebook, description_of, markdown_cells, searched
from snippets.publish.page import Page, read_pages
from snippets.publish.search import read_less
from snippets.publish.serve import allow_reload, edited_code, preview, show, speed_up
from snippets.publish.site import copy_files, with_policy
from snippets.store.record import Record, load

EXTENSION = "snippets.publish.extension"


@dataclass
class Build:
    """One build: what was recorded, the sources of the pages, what is wrong, and what is added at its end."""

    record: Record
    pages: dict[str, Page]
    problems: list[Problem] = field(default_factory=list)
    notebooks: dict[str, Any] = field(default_factory=dict)
    drawings: dict[str, str] = field(default_factory=dict)


build: Build


def on_startup(command: str, dirty: bool) -> None:
    """Tells `mkdocs serve` from the rest."""
    if command == "serve":
        preview.start()


def on_config(config: Any) -> None:
    """The extension leaves the directives to `on_page_markdown`."""
    config.mdx_configs[EXTENSION] = {"expanded": True}


def on_pre_build(config: Any) -> None:
    """Loads the record and runs the gates. Raises Abort, which ends MkDocs with exit status 1, where they refuse."""
    global build
    root = Path(config.config_file_path).parent
    dead_links.watch(Path(config.docs_dir))
    read_less(config.plugins["material/search"].search_index)
    build = begin(root)
    if build.problems:
        print(*build.problems, sep="\n\n", end="\n\n", file=sys.stderr)
        if not preview.started:
            count = len(build.problems)
            raise Abort(f"{count} problem{'s' * (count > 1)}; the site was not built")


def begin(root: Path) -> Build:
    """What a build begins with. Where `mkdocs serve` runs, a record that is broken is as it was before."""
    pages = read_pages(root)
    try:
        record = preview.shown(load(root), root) if preview.started else load(root)
        problems = gates.problems(pages, record, root)
    except Problem as problem:
        if preview.record is None:
            print(problem, end="\n\n", file=sys.stderr)
            raise Abort("the record cannot be read; the site was not built") from None
        return Build(preview.record, pages, [problem])
    return Build(record, pages, [*problems, *edited_code()] if preview.started else problems)


def on_env(env: Any, config: Any, files: Any) -> None:
    """Before the pages are put into the theme."""
    if preview.started:
        speed_up(env)


def on_pre_page(page: Any, config: Any, files: Any) -> None:
    """Reads a notebook; runs after mkdocs-jupyter has said how it is rendered."""
    name, _, suffix = page.file.src_uri.rpartition(".")
    if suffix == "ipynb":
        build.notebooks[name] = nbformat.read(page.file.abs_src_path, as_version=4)
    if preview.started:
        page.render = partial(preview.render, page, page.render)


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str | None:
    """The page, expanded."""
    name = name_of(page)
    if name not in build.pages:
        return None
    return expanded(build.pages[name], build.record, "html")[0]


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> None:
    """Gives a notebook's page its description, and search its code; runs after the search has read the page."""
    if notebook := build.notebooks.get(name_of(page)):
        page.meta["description"] = html.escape(description_of(notebook))
        for entry in config.plugins["material/search"].search_index.entries:
            if entry["location"] == page.url:
                entry["text"] = searched(notebook)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """The page as it is published."""
    if notebook := build.notebooks.get(name := name_of(page)):
        output, drawings = clean_notebook(output, notebook, foot(build.record, "html"))
        build.drawings |= {posixpath.join(name, file): drawing for file, drawing in drawings.items()}
    return with_policy(output)


def on_post_template(output: str, template_name: str, config: Any) -> str:
    """The page of a wrong address gets a policy, too."""
    return with_policy(output) if template_name.endswith(".html") else output


def on_post_build(config: Any) -> None:
    """Adds to the built site what MkDocs does not make."""
    copies = {}
    for name, page in build.pages.items():
        copies[name] = (expanded(page, build.record, "markdown")[0].lstrip("\n"), page.meta)
    for name, notebook in sorted(build.notebooks.items()):
        text = f"{markdown_cells(notebook)}\n{foot(build.record, 'markdown')}\n"
        copies[name] = (text, {"description": description_of(notebook)})
    files = build.drawings | copy_files(config, copies)
    files |= data_files(build.record, build.pages, str(config.site_url))
    for path, text in files.items():
        write_file(text.encode(), f"{config.site_dir}/{path}")
    if preview.started:
        show(build.problems + dead_links.problems, build.pages, build.record, Path(config.site_dir))


def on_serve(server: Any, config: Any, builder: Any) -> None:
    """Before `mkdocs serve` serves."""
    allow_reload(server)


def name_of(page: Any) -> str:
    """A page's name, such as methods/from_numpy."""
    return str(page.file.src_uri.rpartition(".")[0])
