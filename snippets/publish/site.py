"""Builds the site, then does over the built folder what is not Markdown: python -m snippets.publish.site.

Copies of the pages as Markdown, llms.txt, the data files with their schemas, what the explorer loads,
the notebook's HTML, and a content policy for each page.
"""

import base64
import hashlib
import html
import json
import os
import posixpath
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
import nbformat
from bs4 import BeautifulSoup
from mkdocs.config import load_config

from snippets.problem import Problem
from snippets.publish.blocks import RELEASE_PAGES, foot
from snippets.publish.data import NAMES, cells_data, errors_data, facts_data
from snippets.publish.directives import expand, shown_on
from snippets.publish.explorer import explorer_data
from snippets.publish.gates import problems as problems_on
from snippets.publish.links import folder
from snippets.publish.notebook import description_of, html_cells, markdown_cells
from snippets.publish.page import Page, read_pages
from snippets.publish.releases import versions_data
from snippets.recorded import ROOT, Record, load, out_of_step, read_index
from snippets.recorded.elsewhere import read_where, stale
from snippets.recorded.facts import facts_in, read_proved, unproved

SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL)
ARTICLE = re.compile(r'(<article class="md-content__inner md-typeset">)(.*)(</article>)', re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="[^"]*">')
SCHEMAS = Path(__file__).parent / "schemas"
POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'"
)


def build(root: Path, site: Path) -> list[Problem]:
    """Builds the site of the repository at `root` into `site`; what stops it, if anything does."""
    records, pages, index = load(root), read_pages(root), read_index(root)
    problems = [problem for name in records.examples if (problem := out_of_step(root, name, index))]
    where = read_where(root)
    problems += [problem for name in sorted({*records.elsewhere, *where}) if (problem := stale(root, name, where))]
    proved = read_proved(root)
    problems += [problem for fact in records.facts.values() if (problem := unproved(fact, proved))]
    problems += facts_in(root)[1] + problems_on(pages, records, root)
    if problems:
        return problems
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    # Material announces its end of life at every build; the design knows (Zensical builds these pages, too).
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": path}
    built = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    if built.returncode:
        fix = "correct what is named below"
        return [Problem("mkdocs.yml", 1, "a build without warnings", "MkDocs stopped", fix, built.stderr)]
    finish(root, site, pages, records)
    return []


def finish(root: Path, site: Path, pages: Mapping[str, Page], records: Record) -> None:
    """Adds to the built folder `site` all that MkDocs does not make."""
    config = load_config(str(root / "mkdocs.yml"))
    copies = {}
    for name, source in pages.items():
        copies[name] = (expand(source, records, "markdown").lstrip("\n"), source.meta)
    for file in sorted((root / "docs").rglob("*.ipynb")):
        page = file.relative_to(root / "docs").with_suffix("").as_posix()
        notebook = nbformat.read(file, as_version=4)
        place = site / folder(page)
        built = (place / "index.html").read_text(encoding="utf-8")
        cleaned, drawings = clean_notebook(built, notebook, foot(records, "html"))
        about = description_of(notebook)
        cleaned = DESCRIPTION.sub(f'<meta name="description" content="{html.escape(about)}">', cleaned, count=1)
        (place / "index.html").write_text(cleaned, encoding="utf-8")
        for name, drawing in drawings.items():
            (place / name).write_text(drawing, encoding="utf-8")
        clean_search(site / "search/search_index.json", f"{folder(page)}/", notebook)
        copies[page] = (
            f"{markdown_cells(notebook)}\n{foot(records, 'markdown')}\n",
            {"description": about},
        )
    for page, (text, _) in copies.items():
        (site / folder(page) / "index.md").write_bytes(text.encode())
    index, full = llms(config, copies)
    (site / "llms.txt").write_text(index, encoding="utf-8")
    (site / "llms-full.txt").write_bytes(full.encode())
    write_data(site, "examples", examples_data(records, shown_on(pages, records), str(config.site_url)))
    write_data(site, "facts", facts_data(records, shown_on(pages, records), str(config.site_url)))
    write_data(site, "versions", versions_data(records, str(config.site_url)))
    if records.matrix.cells:
        for name in NAMES:
            write_data(site, name, cells_data(name, records, str(config.site_url)))
        write_data(site, "errors", errors_data(records, str(config.site_url)))
        # A script, not JSON: a page that is opened from a file may load no other kind.
        explorer = json.dumps(explorer_data(records.matrix), ensure_ascii=False, separators=(",", ":"))
        (site / "assets/explorer-data.js").write_text(f"window.explorerData = {explorer};\n", encoding="utf-8")
    for file in site.rglob("*.html"):
        file.write_text(with_policy(file.read_text(encoding="utf-8")), encoding="utf-8")


def clean_notebook(page: str, notebook: Any, foot: str) -> tuple[str, dict[str, str]]:
    """A page as mkdocs-jupyter makes it, without JupyterLab's styles and scripts, and the drawings on it.

    Of its content only the rendered Markdown cells are kept; code and outputs come from the record.
    """

    def content(article: re.Match[str]) -> str:
        soup = BeautifulSoup(article[2], "html.parser")
        rendered = [cell.decode_contents() for cell in soup.select(".jp-MarkdownCell .jp-RenderedMarkdown")]
        cells, found = html_cells(notebook, rendered)
        drawings.update(found)
        twin = soup.select_one(".page-twin")
        return f"{article[1]}\n{cells}{foot}\n{twin or ''}\n{article[3]}"

    drawings: dict[str, str] = {}
    return ARTICLE.sub(content, page, count=1), drawings


def clean_search(file: Path, location: str, notebook: Any) -> None:
    """Makes a notebook's code, once, what search finds at `location`, in place of what mkdocs-jupyter puts there."""
    index = json.loads(file.read_text(encoding="utf-8"))
    sources = [html.escape(cell.source) for cell in notebook.cells if cell.cell_type == "code"]
    for entry in index["docs"]:
        if entry["location"] == location:
            entry["text"] = "".join(f"<pre><code>{source}</code></pre>" for source in sources)
    file.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


def llms(config: Any, copies: Mapping[str, tuple[str, Mapping[str, Any]]]) -> tuple[str, str]:
    """llms.txt (see llmstxt.org) and llms-full.txt: an index of the Markdown copies, and all of them."""
    lines = [f"# {config.site_name}", "", f"> {config.site_description}"]
    full = []
    releases = f"{RELEASE_PAGES}/"
    others = [{meta["title"]: f"{page}.md"} for page, (_, meta) in copies.items() if page.startswith(releases)]
    for section in [*config.nav, *([{"Optional": others}] if others else [])]:
        ((title, entries),) = section.items()
        if isinstance(entries, str):
            entries = [{title: entries}]
        lines += ["", f"## {title}", ""]
        for entry in entries:
            ((name, path),) = entry.items()
            page = path.rpartition(".")[0]
            text, meta = copies[page]
            url = posixpath.join(str(config.site_url), folder(page), "index.md")
            about = meta.get("description", "")
            lines.append(f"- [{name}]({url})" + (f": {about}" if about else ""))
            full.append(text)
    return "\n".join(lines) + "\n", "\n\n---\n\n".join(full)


def examples_data(records: Record, pages: Mapping[str, list[str]], site_url: str) -> dict[str, Any]:
    """The content of data/examples.json; its schema says what each field holds."""
    environment = records.environment
    return {
        "$schema": posixpath.join(site_url, "data/examples.schema.json"),
        "recorded_on": {
            "torch": environment.torch,
            "numpy": environment.numpy,
            "python": environment.python,
            "platform": environment.platform,
        },
        "examples": [
            {
                "name": example.name,
                "exit": example.ending.exit,
                "script": example.script,
                "output": example.output,
                "pages": [posixpath.join(site_url, folder(page), "") for page in pages[example.name]],
            }
            for example in records.examples.values()
        ],
    }


def write_data(site: Path, name: str, data: dict[str, Any]) -> None:
    """Writes data/NAME.json, an entry a line, and its schema; raises ValidationError if they do not agree."""
    schema = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    done = []
    for key, value in data.items():
        if isinstance(value, list):
            shown = "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in value) + "\n]"
        else:
            shown = json.dumps(value, ensure_ascii=False)
        done.append(f"{json.dumps(key)}: {shown}")
    text = "{\n" + ",\n".join(done) + "\n}\n"
    jsonschema_rs.validate(json.loads(schema), json.loads(text))  # as others will read it
    (site / "data").mkdir(exist_ok=True)
    (site / "data" / f"{name}.schema.json").write_text(schema, encoding="utf-8")
    (site / "data" / f"{name}.json").write_text(text, encoding="utf-8")


def with_policy(page: str) -> str:
    """`page` with a Content-Security-Policy that allows its own inline scripts and nothing from other hosts."""
    digests = [hashlib.sha256(script.encode()).digest() for script in SCRIPT.findall(page)]
    hashes = "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in dict.fromkeys(digests))
    policy = html.escape(POLICY.format(hashes=hashes), quote=True).replace("&#x27;", "'")
    charset = '<meta charset="utf-8">'  # has to stay within the first 1,024 bytes
    return page.replace(charset, f'{charset}\n<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def main() -> int:
    """Builds into site/ and says where that is; exit status 1 if something stops it."""
    site = ROOT / "site"
    problems = build(ROOT, site)
    for problem in problems:
        print(problem, end="\n\n")
    print(f"{len(problems)} problems; the site was not built" if problems else f"The site is in {site}/index.html")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
