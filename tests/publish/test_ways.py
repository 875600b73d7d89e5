"""Ways through the site: by keyboard, from a wrong address, as a file, on plain http; scripts as files."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import nbformat
import pytest
from playwright.sync_api import Browser, Page

from snippets.publish.dates import changed
from snippets.publish.extension import breakable, kind_of
from snippets.store.files import ROOT
from snippets.store.record import Record
from tests.publish.built import soup_of

STOPS = """() => {
  const stop = document.activeElement, box = stop.getBoundingClientRect(), style = getComputedStyle(stop);
  const hidden = box.width < 2 || box.height < 2 || box.right <= 0 || style.visibility !== "visible";
  return { inside: stop.closest("article") !== null, hidden, what: stop.outerHTML.slice(0, 80) };
}"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["", "methods/from_numpy/", "reference/errors/", "tutorials/digits/"])
def test_few_stops_of_the_tab_key_come_before_the_article_and_each_is_seen(
    browser: Browser, address: str, path: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address + path)
    stops = list[dict[str, Any]]()
    while not stops or not stops[-1]["inside"]:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOPS))
        assert len(stops) <= 31, [stop["what"] for stop in stops]
    context.close()
    assert [stop["what"] for stop in stops if stop["hidden"]] == []


def test_the_scheme_follows_the_system_until_one_is_chosen_and_the_choice_is_kept(page: Page, address: str) -> None:
    def scheme() -> object:
        return page.evaluate("document.body.dataset.mdColorScheme")

    page.emulate_media(color_scheme="dark")
    page.goto(address)
    assert scheme() == "slate"
    page.emulate_media(color_scheme="light")
    page.locator("body[data-md-color-scheme=default]").wait_for(state="attached")
    page.get_by_role("button", name="Switch to dark mode").click()
    assert scheme() == "slate"
    page.goto(f"{address}methods/tensor/")
    assert scheme() == "slate"
    page.get_by_role("button", name="Switch to light mode").click()
    page.emulate_media(color_scheme="dark")  # what the system had was chosen, so it is followed again
    page.locator("body[data-md-color-scheme=slate]").wait_for(state="attached")


def test_a_wrong_address_lists_the_nearest_pages(page: Page, address: str, site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    assert len(soup_of(text).select(".nearest a")) > 60, "without JavaScript, all pages"
    wrong = f"{address}methods/fromnumpy/"
    page.route(wrong, lambda route: route.fulfill(status=404, body=text, content_type="text/html"))
    page.goto(wrong)
    links = page.locator(".nearest a")
    assert links.count() == 5
    assert links.first.get_attribute("href") == "/methods/from_numpy/"


def test_opened_as_a_file_links_lead_to_pages(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("article").get_by_role("link", name="torch.from_numpy", exact=False).first.click()
    assert page.url.endswith("/index.html") or "/index.html#" in page.url
    page.locator("article h1").wait_for()


def test_a_script_is_copied_where_the_browser_refuses_its_clipboard(page: Page, address: str, record: Record) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{address}methods/from_numpy/")
    page.evaluate("addEventListener('copy', (event) => (window.copied = event.clipboardData.getData('text/plain')))")
    tools = page.locator('.example[data-example="methods/from_numpy/share"] .tools')
    says = "button => new Promise((told) => { const seen = new MutationObserver(() => told(button.textContent));"
    says += " seen.observe(button, { childList: true }); button.click(); })"
    assert tools.locator("button").evaluate(says) == "Copied"
    assert page.evaluate("copied") == record.examples["methods/from_numpy/share"].script
    page.evaluate("void (document.execCommand = () => false)")
    assert tools.locator("button").evaluate(says) == "Selected: press Ctrl+C"


def test_every_script_and_notebook_is_a_file_to_take(page: Page, address: str, site: Path, record: Record) -> None:
    for name, example in record.examples.items():
        assert (site / f"examples/{name}.py").read_bytes().decode() == example.script
    page.goto(f"{address}methods/from_numpy/")
    link = page.locator('.example[data-example="methods/from_numpy/share"] .tools a')
    assert link.evaluate("link => link.href") == f"{address}examples/methods/from_numpy/share.py"
    for path in (ROOT / "docs/tutorials").glob("*.ipynb"):
        taken = site / f"tutorials/{path.name}"
        assert nbformat.read(taken, as_version=4) == nbformat.read(path, as_version=4)
        page_of_it = (site / f"tutorials/{path.stem}/index.html").read_text(encoding="utf-8")
        assert soup_of(page_of_it).select(f'.page-twin a[href="../{path.name}"][download]')


def errors_of(page: str) -> Iterator[str]:
    """What a browser has to mend to understand a page."""
    parser = html5lib.HTMLParser()
    parser.parse(page)
    return (f"{place}: {error} {about}" for place, error, about in parser.errors)


def test_every_page_is_valid(site: Path) -> None:
    wrong = {str(file): [*errors_of(file.read_text(encoding="utf-8"))] for file in site.rglob("*.html")}
    assert {file: errors for file, errors in wrong.items() if errors} == {}


def test_a_block_in_a_paragraph_is_not_valid() -> None:
    assert [*errors_of("<!doctype html><title>a</title><p><div>a</div></p>")]


def test_no_page_leads_to_files_of_a_repository_that_is_not_known(site: Path) -> None:
    for file in site.rglob("*.html"):
        assert not soup_of(file.read_text(encoding="utf-8")).select("a[rel=edit], [data-md-component=source]"), file


def commit(root: Path, day: str, *files: str) -> None:
    """Commits `files`, changed, on a day."""
    for file in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(day)
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    env = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "PATH": "/usr/bin:/bin"}
    subprocess.run(["git", "add", "."], cwd=root, check=True)
    subprocess.run(["git", *who, "commit", "-qm", "x"], cwd=root, env=env, check=True)


def test_a_page_is_as_old_as_the_last_change_of_what_it_shows(tmp_path: Path) -> None:
    assert changed(tmp_path) == {}, "no repository, no dates"
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    commit(tmp_path, "2026-01-01", "docs/a/b.md", "docs/c.md", "docs/d.ipynb", "snippets/examples/e/f/g.py")
    commit(tmp_path, "2026-02-02", "docs/c.md")
    commit(tmp_path, "2026-03-03", "snippets/facts/a/b.py", "snippets/problem.py")
    assert changed(tmp_path) == {"a/b": "2026-03-03", "c": "2026-02-02", "d": "2026-01-01", "e/f": "2026-01-01"}
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{tmp_path}", tmp_path / "shallow"], check=True)
    assert changed(tmp_path / "shallow") == {}, "its only commit would be the day of every page"


@pytest.mark.parametrize(
    ("heads", "row", "kind"),
    [
        (["call", "memory"], ["torch.from_numpy(a)", "shares"], "fits"),
        (["call", "write"], ["x" * 30, "y" * 30], "cards"),
        (["call", *"abcdef"], ["x" * 60] * 7, "wide"),
        (["layout", "float16 " * 10, "int8 " * 20], ["x" * 60] * 3, "wide"),
    ],
)
def test_a_table_says_how_a_phone_shows_it(heads: list[str], row: list[str], kind: str) -> None:
    assert kind_of(heads, [row]) == kind


@pytest.mark.parametrize(
    "path", ["", "methods/asarray/", "reference/errors/", "reference/versions/", "reference/dtypes/"]
)
def test_on_a_phone_only_grids_of_the_matrix_scroll_and_they_keep_their_first_column(
    browser: Browser, address: str, path: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + path)
    page.evaluate(
        "for (let box of document.querySelectorAll('.table-scroll, .example')) box.style.contentVisibility = 'visible'"
    )
    scrolls = "(boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.textContent)"
    assert page.locator(".table-scroll:not(:has(.wide))").evaluate_all(scrolls) == []
    assert page.locator(".example > .highlight > pre").evaluate_all(scrolls) == []
    stays = "(boxes) => boxes.map((box) => { box.scrollLeft = 200; const cell = box.querySelector('tbody td');"
    stays += " return cell.getBoundingClientRect().left - box.getBoundingClientRect().left; })"
    assert all(0 <= left < 2 for left in page.locator(".table-scroll:has(.wide)").evaluate_all(stays))
    context.close()


@pytest.mark.parametrize(
    ("call", "parts"),
    [
        ("torch.from_numpy(a.copy())", ["torch.", "from_numpy(", "a.", "copy())"]),
        ("torch.float32", ["torch.", "float32"]),
        ("float32", ["float32"]),
        ("from_numpy_of_copy", ["from_numpy_of_copy"]),
    ],
)
def test_a_long_call_of_a_table_is_broken_between_its_words_only(call: str, parts: list[str]) -> None:
    code = Element("code")
    code.text = call
    breakable(code)
    assert [*code.itertext()] == parts
