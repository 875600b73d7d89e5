"""Gate 2: the built HTML and the published Markdown carry exactly what is recorded."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import jsonschema_rs
import nbformat
import pytest

from snippets.problem import Problem
from snippets.publish.blocks import recorded_on
from snippets.publish.directives import names_on
from snippets.publish.links import to_facts, twin_links
from snippets.publish.page import Page, read_pages
from snippets.publish.policy import with_policy
from snippets.store.files import ROOT
from snippets.store.record import Record, load
from snippets.store.types import Example
from tests.conftest import Repository, build, make_repository
from tests.publish.built import (
    broken_links,
    fences,
    first,
    foreign_requests,
    html_differences,
    markdown_differences,
    search_index,
    shown_in_html,
    soup_of,
)


def test_the_built_html_shows_exactly_what_is_recorded(site: Path, record: Record) -> None:
    assert not html_differences(site, record)


def test_the_markdown_copies_show_exactly_what_is_recorded(site: Path, record: Record) -> None:
    assert not markdown_differences(site, record)


def test_every_link_and_anchor_resolves(site: Path) -> None:
    assert not broken_links(site)


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    for file in site.rglob("*.html"):
        assert not foreign_requests(file.read_text(encoding="utf-8")), file


def test_every_page_ends_with_versions_and_platform(site: Path, record: Record) -> None:
    pages = read_pages(ROOT)
    for file in site.rglob("index.html"):
        text = first(soup_of(file.read_text(encoding="utf-8")), "article").get_text(" ")
        page = file.parent.relative_to(site).as_posix()
        source = pages.get(page if page != "." else "index", Page("", ""))
        foot = recorded_on(record, names_on(source, record))
        assert re.search(re.escape(foot) + r"\s+(This page as a notebook\s+)?This page as Markdown\s*$", text), file
        copy = file.with_name("index.md").read_text(encoding="utf-8")
        assert copy.endswith(f"*{foot}*\n")


def test_every_page_has_a_description_of_its_own(site: Path) -> None:
    found = [first(soup_of(file.read_text(encoding="utf-8")), "meta[name=description]") for file in pages(site)]
    descriptions = [str(tag["content"]) for tag in found]
    assert len(set(descriptions)) == len(descriptions)


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("index.html"))


def test_ids_are_unique_on_every_page(site: Path) -> None:
    for file in pages(site):
        ids = [tag["id"] for tag in soup_of(file.read_text(encoding="utf-8")).select("[id]")]
        assert len(set(ids)) == len(ids), file


def test_every_inline_script_is_allowed_by_its_hash_and_no_style_is_inline(site: Path) -> None:
    for file in site.rglob("*.html"):
        soup = soup_of(file.read_text(encoding="utf-8"))
        policy = first(soup, 'meta[http-equiv="Content-Security-Policy"]')["content"]
        inline = [tag for tag in soup.select("script:not([src])") if "json" not in str(tag.get("type"))]
        assert policy.count("'sha256-") == len({tag.string for tag in inline})
        assert not soup.select("style, [style]"), file
        assert not [tag for tag in soup.find_all() if any(name.startswith("on") for name in tag.attrs)], file


def test_a_script_that_is_changed_after_the_build_is_no_longer_allowed() -> None:
    page = '<head><meta charset="utf-8"></head><script>a()</script>'
    assert (
        with_policy(page).split("sha256-")[1][:43] != with_policy(page.replace("a()", "b()")).split("sha256-")[1][:43]
    )


def test_the_data_is_what_is_recorded_and_holds_to_its_schema(site: Path, record: Record) -> None:
    data = json.loads((site / "data/examples.json").read_text(encoding="utf-8"))
    schema = json.loads((site / "data/examples.schema.json").read_text(encoding="utf-8"))
    jsonschema_rs.validate(schema, data)
    assert {one["name"]: (one["script"], one["output"], one["exit"]) for one in data["examples"]} == {
        one.name: (one.script, one.output, one.ending.exit) for one in record.examples.values()
    }
    for one in data["examples"]:
        for url in one["pages"]:
            page = site / url.removeprefix("http://127.0.0.1:8000/") / "index.html"
            assert one["name"] in shown_in_html(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("field", ["name", "exit", "script", "output", "pages"])
def test_the_schema_misses_a_missing_field(site: Path, field: str) -> None:
    data = json.loads((site / "data/examples.json").read_text(encoding="utf-8"))
    schema = json.loads((site / "data/examples.schema.json").read_text(encoding="utf-8"))
    del data["examples"][0][field]
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(schema, data)


def test_llms_txt_leads_to_every_copy_and_llms_full_holds_them_all(site: Path) -> None:
    index = (site / "llms.txt").read_text(encoding="utf-8")
    full = (site / "llms-full.txt").read_text(encoding="utf-8")
    urls = re.findall(r"\]\(http://127\.0\.0\.1:8000/(\S+)\)", index)
    assert sorted(urls) == sorted(path.relative_to(site).as_posix() for path in site.rglob("index.md"))
    for url in urls:
        assert (site / url).read_text(encoding="utf-8") in full
    assert index.startswith("# ")


def test_the_notebook_page_is_the_recorded_notebook(site: Path) -> None:
    """Code and text to the byte; each drawing is the file beside the page."""
    for path in (ROOT / "docs/tutorials").glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        place = site / "tutorials" / path.stem
        soup = soup_of((place / "index.html").read_text(encoding="utf-8"))
        cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
        blocks = soup.select(".jupyter-wrapper .cell")
        assert [first(block, ".highlight code").get_text() for block in blocks] == [cell.source for cell in cells]
        recorded: list[str] = []
        shown: list[str] = []
        for cell, block in zip(cells, blocks, strict=True):
            for output in cell.outputs:
                data = output.get("data", {})
                recorded.append(output.get("text") or data.get("image/svg+xml") or data["text/plain"])
            for output in block.select(".output"):
                image = output.select_one("img")
                shown.append((place / str(image["src"])).read_text(encoding="utf-8") if image else output.get_text())
                assert image is None or image["alt"], "a drawing without words for who cannot see it"
        assert shown == recorded
        copied = [text for info, text in fences((place / "index.md").read_text(encoding="utf-8"))]
        texts = [text for text in recorded if not text.startswith("<?xml")]
        sources = [f"{cell.source}\n" for cell in cells]
        assert sorted(copied) == sorted(sources + texts)


def test_the_notebook_page_carries_no_style_sheet_of_jupyterlab(site: Path) -> None:
    page = (site / "tutorials/digits/index.html").read_text(encoding="utf-8")
    assert "--jp-" not in page
    assert "mermaid" not in page.lower()
    assert "mathjax" not in page.lower()
    assert len(page) < 100_000


def test_search_knows_a_notebook_s_code_and_no_page_s_foot(site: Path) -> None:
    index = search_index((site / "assets/search/index.js").read_text(encoding="utf-8"))
    vocabulary = index["vocabulary"].split()
    sections = {url: told for url, *_, told in index["pages"]}

    def words(url: str) -> set[str]:
        return {
            vocabulary[number]
            for *_, letters in sections[url]
            for number in accumulate(ord(letter) - ord("#") for letter in letters)
        }

    assert "load_digits" in words("tutorials/digits/")
    assert not {"recorded", "markdown"} & words("methods/clone/")


# Gate 2 with something broken.


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """A copy of one built page and its Markdown."""
    shutil.copytree(site / "methods/from_numpy", tmp_path / "methods/from_numpy")
    return tmp_path


NAME = "methods/from_numpy/share"


@pytest.mark.parametrize("what", ["script", "output"])
def test_one_byte_changed_in_the_record_fails_the_gate_and_is_named(copy: Path, record: Record, what: str) -> None:
    examples = {name: one for name, one in record.examples.items() if name.startswith("methods/from_numpy/")}
    only = Record(record.pinned, examples)
    assert not html_differences(copy, only)
    assert not markdown_differences(copy, only)
    text = getattr(only.examples[NAME], what)
    changed = replace(only.examples[NAME], **{what: text[:-2] + "~" + text[-1:]})
    broken = replace(only, examples={**only.examples, NAME: changed})
    (difference,) = html_differences(copy, broken)
    assert NAME in difference
    assert markdown_differences(copy, broken)


@pytest.mark.parametrize(
    ("old", "new"), [("200", "201"), ("&#10;</code>", "</code>"), ('data-exit="0"', 'data-exit="1"')]
)
def test_one_byte_changed_in_the_built_html_fails_the_gate(copy: Path, record: Record, old: str, new: str) -> None:
    file = copy / "methods/from_numpy/index.html"
    page = file.read_text(encoding="utf-8")
    start = page.index(f'data-example="{NAME}"')
    file.write_text(page[:start] + page[start:].replace(old, new, 1), encoding="utf-8")
    assert any(NAME in difference for difference in html_differences(copy, record) if "on no built" not in difference)


def test_one_byte_changed_in_a_markdown_copy_fails_the_gate(copy: Path, record: Record) -> None:
    file = copy / "methods/from_numpy/index.md"
    file.write_text(file.read_text(encoding="utf-8").replace("200", "201", 1), encoding="utf-8")
    assert markdown_differences(copy, record)


def test_a_broken_link_and_a_broken_anchor_are_found(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path, dirs_exist_ok=True)
    with (tmp_path / "index.html").open("a") as page:
        page.write('<a href="nowhere/">a</a><a href="methods/tensor/#nowhere">b</a><a href="methods/tensor/">c</a>')
    with (tmp_path / "index.md").open("a") as page:
        page.write("[a](nowhere/index.md)")
    assert broken_links(tmp_path) == [
        "index.html: nowhere/ leads to no file",
        "index.html: methods/tensor/#nowhere names no anchor",
        "index.md: nowhere/index.md leads to no file",
    ]


def test_a_request_to_another_host_is_found() -> None:
    for tag in (
        '<script src="//cdn.example/a.js">',
        '<link rel="stylesheet" href="https://x.example/a.css">',
        '<script type="module">import m from "https://x.example/m.js"</script>',
    ):
        assert foreign_requests(f"<p>{tag}")
    assert not foreign_requests(
        '<p><a href="https://example.org">a</a><img src="a.svg"><link rel="canonical" href="https://e.org">'
    )


# Outputs that tempt every tool on the way: through a run, the record, MkDocs and the copies, to the byte.

TORTURE = {
    "tabs": "print('a\\tb\\n\\tc\\t')",
    "blank_lines": "print('\\n\\nmiddle\\n\\n')",
    "trailing_spaces": "print('a   \\n   b  ')",
    "markup": "print('<b>x</b> &amp; &#10; </div></code></pre> <script>alert(1)</script> <!-- no -->')",
    "backticks": "print('```python\\nx\\n```\\n````')",
    "directives": "print('::: example torture/tabs\\n--8<-- \"x.md\"\\n# a\\n- b\\n{.c}\\n[d](e.md) **f** _g_ ~~~')",
    "no_final_newline": "print('a', end='')",
    "only_a_newline": "print()",
    "nothing": "# Exits with status 3: so that it may print nothing\nraise SystemExit(3)",
    "emoji": "print('🔢 é ∑ \\u00a0|')",
    "long": "print('x' * 400)",
    "script_tabs": "if True:\n\tprint('''\ta\n\n\n\t''')\n\n\n",
    "script_no_newline": "print('``` <i> &lt;')  # no newline at the end\nprint('\\\\')",
    "script_blank_first": "\n\n# <b>&amp;\nprint(1)\n\n\n",
    "to_stderr": "import sys\nprint('a', file=sys.stderr)",
}


@pytest.fixture(scope="module")
def torture(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, Path]:
    repository = make_repository(tmp_path_factory.mktemp("torture"))
    for name, script in TORTURE.items():
        repository.script(f"torture/{name}", script)
    assert not repository.update(*(f"torture/{name}" for name in TORTURE))
    directives = "\n\n".join(f"::: example torture/{name}" for name in TORTURE if name != "nothing")
    inside = "- A list:\n\n    ::: example torture/nothing\n\n!!! note\n\n    ::: example torture/tabs\n"
    repository.page("torture", f"# Torture\n\n{directives}\n")
    repository.page("nested", f"# Nested\n\n```text\n::: example torture/tabs\n```\n\n{inside}")
    with (repository.root / "mkdocs.yml").open("a") as settings:
        settings.write("\nnav:\n  - Overview: index.md\n  - More:\n      - T: torture.md\n      - N: nested.md\n")
    site = repository.root / "site"
    done = build(repository.root, site)
    assert done.returncode == 0, done.stderr
    return repository, site


def test_tempting_outputs_survive_to_the_byte(torture: tuple[Repository, Path]) -> None:
    repository, site = torture
    record = load(repository.root)
    assert not html_differences(site, record)
    assert not markdown_differences(site, record)
    shown = shown_in_html((site / "torture/index.html").read_text(encoding="utf-8"))
    for name, script in TORTURE.items():
        if name != "nothing":
            output = repository.output(f"torture/{name}").read_bytes().decode()
            assert shown[f"torture/{name}"] == (script, output, "0")


def test_examples_in_lists_and_notes_survive_and_directives_in_fences_stay(torture: tuple[Repository, Path]) -> None:
    _, site = torture
    soup = soup_of((site / "nested/index.html").read_text(encoding="utf-8"))
    assert soup.select_one('li .example[data-example="torture/nothing"]')
    assert soup.select_one('.admonition .example[data-example="torture/tabs"]')
    assert "::: example torture/tabs" in soup.get_text()


def test_building_imports_neither_torch_nor_numpy(site: Path) -> None:
    """The process that built it could not: see the fixture. Notebooks are the part that might."""
    assert (site / "tutorials/digits/index.html").is_file()


def test_another_engine_builds_the_same_examples(record: Record, tmp_path: Path) -> None:
    """Zensical, the successor that the theme's makers name, reads the same mkdocs.yml and loads our extension."""
    for name in ("docs", "overrides", "snippets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert not html_differences(tmp_path / "site", record, "html.parser")  # which is fast, and enough for a second look


def test_a_link_to_the_place_of_a_fact_is_one_to_its_element() -> None:
    link = '<a href="../../pitfalls/dlpack/#fact-reference-findings-a">a `b`</a>'
    assert to_facts("[a `b`](../pitfalls/dlpack.md#fact-reference-findings-a)", "reference/myths") == link
    assert to_facts("[a](b.md#c) ![d](e.md)", "reference/myths") == "[a](b.md#c) ![d](e.md)"


def test_links_of_the_copies_lead_to_copies() -> None:
    assert (
        twin_links("[a](tensor.md) [b](../index.md#x)", "methods/clone")
        == "[a](../tensor/index.md) [b](../../index.md#x)"
    )
    assert twin_links("[a](methods/clone.md)", "index") == "[a](methods/clone/index.md)"
    assert twin_links("[a](https://e.org/x.md) [b](#c)", "index") == "[a](https://e.org/x.md) [b](#c)"


# What the build says of bad input.


def refused(root: Path) -> list[str]:
    """The problems for which the site of the repository at `root` is not built, as a contributor reads them."""
    done = build(root, root / "site")
    assert done.returncode == 1
    problems = done.stderr.strip().split("\n\n")
    assert done.stdout.strip() == f"{len(problems)} problem{'s' * (len(problems) > 1)}; the site was not built"
    return problems


def test_every_problem_is_told_at_once_and_none_as_a_traceback(
    torture: tuple[Repository, Path], tmp_path: Path
) -> None:
    shutil.copytree(torture[0].root, tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / "site")
    Repository(tmp_path).script("torture/long", "print('y' * 400)")
    with (tmp_path / "docs/nested.md").open("a") as page:
        page.write("\n::: exampel torture/tabs\n\nA tensor shares the memory of the array.\n")
    problems = refused(tmp_path)
    assert [problem.partition(": ")[0] for problem in problems] == [
        "docs/nested.md:20", "docs/nested.md:22", "snippets/examples/torture/long.py:1",
    ]  # fmt: skip
    for problem in problems:
        assert [line.split(":")[0].strip() for line in problem.split("\n")[1:]] == ["expected", "found", "fix"]
    assert not (tmp_path / "site").exists()


def test_an_edited_script_stops_the_build_until_it_is_recorded(
    torture: tuple[Repository, Path], tmp_path: Path
) -> None:
    shutil.copytree(torture[0].root, tmp_path, dirs_exist_ok=True)
    Repository(tmp_path).script("torture/long", "print('y' * 400)")
    assert refused(tmp_path) == [
        "snippets/examples/torture/long.py:1: edited since it was recorded\n"
        "  expected: the script that was recorded\n"
        "  found:    edited since it was recorded\n"
        "  fix:      run: python -m snippets update torture/long"
    ]


@pytest.mark.parametrize("second", ["nested/index.md", "nested/README.md", "nested.ipynb"])
def test_two_files_that_claim_one_address_stop_the_build(
    torture: tuple[Repository, Path], tmp_path: Path, second: str
) -> None:
    shutil.copytree(torture[0].root, tmp_path, dirs_exist_ok=True)
    (tmp_path / "docs" / second).parent.mkdir(exist_ok=True)
    (tmp_path / "docs" / second).write_text("---\ntitle: A\ndescription: B\n---\n\n# Nested\n")
    (problem,) = refused(tmp_path)
    assert "an address of its own, not nested/" in problem
    assert "docs/nested.md" in problem
    assert f"docs/{second}" in problem


def test_a_link_that_leads_nowhere_stops_the_build_and_is_named_with_its_line(
    torture: tuple[Repository, Path], tmp_path: Path
) -> None:
    shutil.copytree(torture[0].root, tmp_path, dirs_exist_ok=True)
    with (tmp_path / "docs/nested.md").open("a") as page:
        page.write("\n[a](nowhere.md)\n\n[b](index.md#nowhere) [c](/torture.md) [d](torture/)\n")
    done = build(tmp_path, tmp_path / "site")
    assert done.returncode == 1
    assert [line.partition("docs/")[2] for line in done.stderr.split("\n") if "docs/nested.md" in line] == [
        "nested.md:20: a link to nowhere.md",
        "nested.md:22: a link to index.md#nowhere",
        "nested.md:22: a link to /torture.md",
        "nested.md:22: a link to torture/",
    ]
    assert "fix:      did you mean torture.md?" in done.stderr


def test_a_problem_is_an_error_with_all_its_parts() -> None:
    problem = Problem("docs/a.md", 3, "x", "y", "z", "detail\n")
    assert str(problem) == "docs/a.md:3: y\n  expected: x\n  found:    y\n  fix:      z\ndetail"


def test_records_are_values() -> None:
    assert Example("a/b", "print(1)\n", "1\n").ending.exit == "0"
