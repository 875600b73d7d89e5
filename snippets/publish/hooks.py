"""What MkDocs calls while it builds the site (`hooks` in mkdocs.yml): `mkdocs build` and `mkdocs serve` give all of it.

The record is loaded once a build, and the gates run before a page is read: a problem stops the build. Each page is
expanded as it is read. What MkDocs does not make is added: copies in Markdown, llms.txt, data, drawings, policies.
"""

import html
import posixpath
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from mkdocs.exceptions import Abort
from mkdocs.utils import write_file
from mkdocs.utils.meta import get_data

from snippets.problem import Problem
from snippets.publish.data import data_files
from snippets.publish.expand import expand, html_foot, markdown_foot
from snippets.publish.links import links
from snippets.publish.notebook import clean_notebook, description_of, markdown_cells, searched
from snippets.publish.pages import front_matter_problems, name_problems, problems_on, read_pages, tutorial_prose
from snippets.publish.search import read_less
from snippets.publish.site import copy_files, with_policy
from snippets.recorded import Record, load, out_of_step, read_index
from snippets.recorded.elsewhere import read_where, stale
from snippets.recorded.facts import facts_in, read_proved, unproved

EXTENSION = "snippets.publish.extension"


@dataclass
class Build:
    """One build: what was recorded, the sources of the pages, and what is added to the site at its end."""

    record: Record
    pages: dict[str, str]
    notebooks: dict[str, Any] = field(default_factory=dict)
    drawings: dict[str, str] = field(default_factory=dict)


build: Build


def on_config(config: Any) -> None:
    """The extension leaves the directives to `on_page_read_source`."""
    config.mdx_configs[EXTENSION] = {"expanded": True}


def on_pre_build(config: Any) -> None:
    """Loads the record and runs the gates. Raises Abort, which ends MkDocs with exit status 1, where they refuse."""
    global build
    root = Path(config.config_file_path).parent
    links.watch(Path(config.docs_dir))
    read_less(config.plugins["material/search"].search_index)
    try:
        build = Build(load(root), read_pages(root))
        problems = problems_in(root, build)
    except Problem as problem:
        problems = [problem]
    if problems:
        print(*problems, sep="\n\n", end="\n\n", file=sys.stderr)
        raise Abort(f"{len(problems)} problem{'s' * (len(problems) > 1)}; the site was not built")


def problems_in(root: Path, build: Build) -> list[Problem]:
    """What may not be published: a record that is not of its script, and what a page may not hold."""
    index, where, proved = read_index(root), read_where(root), read_proved(root)
    problems = [out_of_step(root, name, index) for name in build.record.examples]
    problems += [stale(root, name, where) for name in sorted({*build.record.elsewhere, *where})]
    problems += [unproved(fact, proved) for fact in build.record.facts.values()]
    problems += facts_in(root)[1] + name_problems(root) + tutorial_prose(root) + problems_on(build.pages, build.record)
    return [problem for problem in [*problems, *front_matter_problems(build.pages)] if problem]


def on_page_read_source(page: Any, config: Any) -> str | None:
    """The source of a page, expanded; of a notebook what is in the file."""
    name, _, suffix = page.file.src_uri.rpartition(".")
    if suffix == "md":
        return expand(page.file.content_string, name, build.record, "html")
    build.notebooks[name] = nbformat.read(page.file.abs_src_path, as_version=4)
    return None


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
        output, drawings = clean_notebook(output, notebook, html_foot(build.record))
        build.drawings |= {posixpath.join(name, file): drawing for file, drawing in drawings.items()}
    return with_policy(output)


def on_post_template(output: str, template_name: str, config: Any) -> str:
    """The page of a wrong address gets a policy, too."""
    return with_policy(output) if template_name.endswith(".html") else output


def on_post_build(config: Any) -> None:
    """Adds to the built site what MkDocs does not make."""
    copies = {}
    for name, source in build.pages.items():
        text, meta = get_data(source)
        copies[name] = (expand(text, name, build.record, "markdown").lstrip("\n"), meta)
    for name, notebook in sorted(build.notebooks.items()):
        text = f"{markdown_cells(notebook)}\n{markdown_foot(build.record)}\n"
        copies[name] = (text, {"description": description_of(notebook)})
    files = build.drawings | copy_files(config, copies)
    files |= data_files(build.record, build.pages, str(config.site_url))
    for path, text in files.items():
        write_file(text.encode(), f"{config.site_dir}/{path}")


def name_of(page: Any) -> str:
    """A page's name, such as methods/from_numpy."""
    return str(page.file.src_uri.rpartition(".")[0])
