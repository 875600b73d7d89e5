"""What MkDocs calls while it builds the site (`hooks` in mkdocs.yml): `mkdocs build` and `mkdocs serve` give all of it.

The record is loaded once a build, and the gates run before a page is read: a problem stops the build. Each page is
expanded as it is read. What MkDocs does not make is added: copies in Markdown, llms.txt, data, drawings, policies.
Scripts lose their comments, and the blanks that only people need.
"""

import html
import posixpath
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import nbformat
from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import Abort
from mkdocs.utils import write_file
from rjsmin import jsmin

from snippets.problem import Problem
from snippets.publish import gates
from snippets.publish.blocks import foot
from snippets.publish.data import data_files
from snippets.publish.dates import changed
from snippets.publish.directives import expanded
from snippets.publish.links import folder
from snippets.publish.markup import render
from snippets.publish.notebook import clean_notebook, description_of, markdown_cells
from snippets.publish.page import read_pages
from snippets.publish.policy import with_policy
from snippets.publish.search import Searched, script, searched
from snippets.publish.serve import allow_reload, edited_code, preview, show
from snippets.publish.sources import Sources
from snippets.store.record import load
from snippets.store.types import RELEASE_PAGES

EXTENSION = "snippets.publish.extension"


@dataclass
class Build:
    """One build: what it begins with, what is wrong with that, and what is added at its end.

    `sections` are the pages as in the navigation, with its titles; those of other releases, which are not in it, last.
    """

    sources: Sources
    problems: list[Problem]
    notebooks: dict[str, Any] = field(default_factory=dict)
    drawings: dict[str, str] = field(default_factory=dict)
    sections: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    searched: list[Searched] = field(default_factory=list)
    days: Mapping[str, str] = field(default_factory=dict)


build: Build


def on_startup(command: str, dirty: bool) -> None:
    """Tells `mkdocs serve` from the rest."""
    if command == "serve":
        preview.started = time.time()


def on_config(config: Any) -> None:
    """The extension leaves the directives to `on_page_markdown`. Without a repository nothing leads to its files."""
    config.edit_uri = config.edit_uri if config.repo_url else ""
    config.mdx_configs[EXTENSION] = {"expanded": True}


def on_pre_build(config: Any) -> None:
    """Loads the record and runs the gates. Raises Abort, which ends MkDocs with exit status 1, where they refuse."""
    global build
    root = Path(config.config_file_path).parent
    build = begin(root)
    build.days = changed(root)
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
        sources = Sources(pages, record, root)
        return Build(sources, [*gates.problems(sources), *edited_code()])
    except Problem as problem:
        if preview.record is None:
            print(problem, end="\n\n", file=sys.stderr)
            raise Abort("the record cannot be read; the site was not built") from None
        return Build(Sources(pages, preview.record, root), [problem])


def on_nav(nav: Any, config: Any, files: Any) -> None:
    """Keeps what llms.txt lists, and gives the pages of other releases a place: behind that of all releases."""
    for item in nav.items:
        build.sections[item.title] = [(page.title, page) for page in item.children or [item] if page.is_page]
    listed = {page.file.src_uri for page in nav.pages}
    rest = [file for file in files.documentation_pages() if file.src_uri not in listed]
    others = [file for file in rest if file.src_uri.startswith(f"{RELEASE_PAGES}/")]
    build.sections["Optional"] = [("", file.page) for file in sorted(rest, key=lambda file: file.src_uri)]
    for above in (page for page in nav.pages if name_of(page) == RELEASE_PAGES):
        for file in others:
            file.page.parent, file.page.previous_page = above.parent, above


def on_env(env: Any, config: Any, files: Any) -> None:
    """Keeps the templates of the theme compiled while `mkdocs serve` runs."""
    if preview.started:
        env.bytecode_cache = FileSystemBytecodeCache()


def on_pre_page(page: Any, config: Any, files: Any) -> None:
    """Reads a notebook; runs after mkdocs-jupyter has said how it is rendered."""
    name, _, suffix = page.file.src_uri.rpartition(".")
    if suffix == "ipynb":
        build.notebooks[name] = nbformat.read(page.file.abs_src_path, as_version=4)
    page.changed = build.days.get(name)
    if preview.started:
        page.render = partial(preview.render, page, page.render)


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str | None:
    """The page, expanded."""
    source = build.sources.pages.get(name_of(page))
    return expanded(source, build.sources.records, "html")[0] if source else None


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> None:
    """Gives a notebook's page its description."""
    if notebook := build.notebooks.get(name_of(page)):
        page.meta["description"] = html.escape(description_of(notebook))


def on_post_page(output: str, page: Any, config: Any) -> str:
    """The page as it is published."""
    if notebook := build.notebooks.get(name := name_of(page)):
        output, drawings = clean_notebook(output, notebook, foot(build.sources.records, "html"))
        build.drawings |= {posixpath.join(name, file): drawing for file, drawing in drawings.items()}
    if found := searched(page.url, page.meta, output):
        build.searched.append(found)
    return with_policy(output)


def on_post_template(output: str, template_name: str, config: Any) -> str:
    """The page of a wrong address gets a policy, too."""
    return with_policy(output) if template_name.endswith(".html") else output


def on_post_build(config: Any) -> None:
    """Adds to the built site what MkDocs does not make."""
    pages, records = build.sources.pages, build.sources.records
    copies = {name: expanded(page, records, "markdown")[0].lstrip("\n") for name, page in pages.items()}
    for name, notebook in build.notebooks.items():
        copies[name] = f"{markdown_cells(notebook)}\n{foot(records, 'markdown')}\n"
    files = build.drawings | {posixpath.join(folder(name), "index.md"): text for name, text in copies.items()}
    listed = [copies[name_of(page)] for section in build.sections.values() for _, page in section]
    index = render("markdown", "llms", config=config, sections=build.sections, unescape=html.unescape)
    files |= {"llms.txt": f"{index}\n", "llms-full.txt": "\n\n---\n\n".join(listed)}
    files |= data_files(records, pages, str(config.site_url)) | {"assets/search/index.js": script(build.searched)}
    files |= {f"examples/{name}.py": example.script for name, example in records.examples.items()}
    files |= {f"{name}.ipynb": nbformat.writes(notebook) for name, notebook in build.notebooks.items()}
    files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {config.site_url}sitemap.xml\n"
    ours = build.sources.root / "overrides"
    files |= {file.relative_to(ours).as_posix(): jsmin(file.read_text("utf-8")) for file in ours.rglob("*.js")}
    for path, text in files.items():
        write_file(text.encode(), f"{config.site_dir}/{path}")
    if preview.started:
        show(build.problems, pages, records, Path(config.site_dir))


def on_serve(server: Any, config: Any, builder: Any) -> None:
    """Before `mkdocs serve` serves."""
    allow_reload(server)


def name_of(page: Any) -> str:
    """A page's name, such as methods/from_numpy."""
    return str(page.file.src_uri.rpartition(".")[0])
