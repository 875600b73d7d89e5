"""The site as a reader meets it: in Chromium, offline but for the site itself, light and dark, wide and narrow."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from snippets.publish.errors import given_in
from snippets.store.record import Record
from tests.publish.built import first, soup_of

PAGES = [
    "",
    "methods/from_numpy/",
    "reference/corrections/",
    "reference/behaviour/",
    "reference/operators/",
    "reference/errors/",
    "reference/myths/",
    "tutorials/digits/",
    "404.html",
]
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}


def opened(browser: Browser, address: str, path: str, scheme: str, width: str) -> tuple[Page, list[str]]:
    """A page, and what went wrong while it loaded: console errors, failed and foreign requests."""
    size = WIDTHS[width]
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else wrong.append(request.url)
    )
    page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.goto(address + path, wait_until="networkidle")
    return page, wrong


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_clean_is_accessible_and_does_not_scroll_sideways(
    browser: Browser, address: str, path: str, scheme: str, width: str
) -> None:
    page, wrong = opened(browser, address, path, scheme, width)
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if scheme == "dark" else "default")
    # Axe takes most of the time, and sees each page in both schemes and in both widths, in two of the four.
    seen = (PAGES.index(path) + (scheme == "dark") + (width == "phone")) % 2 == 0
    violations = Axe().run(page).response["violations"] if seen else []
    page.context.close()
    assert violations == [], json.dumps(violations, indent=1)[:3000]


def test_the_copy_button_copies_the_script_and_only_the_script(page: Page, address: str, record: Record) -> None:
    page.goto(f"{address}methods/from_numpy/", wait_until="networkidle")
    for name in ("methods/from_numpy/share", "methods/from_numpy/dlpack_reversed"):
        example = page.locator(f'.example[data-example="{name}"]')
        assert example.locator("button").count() == 1
        assert example.locator(".output button").count() == 0
        example.hover()
        example.locator("button").click()
        assert page.evaluate("navigator.clipboard.readText()") == record.examples[name].script


def test_search_finds_a_message_pasted_from_a_terminal(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    message = "At least one stride in the given numpy array is negative"
    page.keyboard.type(message)
    page.wait_for_selector(".md-search-result__item a")
    first = page.locator(".md-search-result__item a").first.get_attribute("href")
    page.goto(str(first))
    assert message in str(page.locator("article").text_content())


def text_of(folder: Path) -> str:
    """The text of a built page, without what surrounds it."""
    return first(soup_of((folder / "index.html").read_text(encoding="utf-8")), "article").get_text()


TRACEBACK = """Traceback (most recent call last):
  File "/home/me/train.py", line 12, in <module>
    x = torch.from_numpy(frames[:, ::-1])
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""


def test_search_finds_every_message_pasted_with_its_traceback(
    page: Page, address: str, record: Record, site: Path
) -> None:
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    results = page.locator(".md-search-result__list")
    wrong = []
    for message, cells in given_in(record.matrix).items():
        before = results.inner_html()
        page.evaluate("text => navigator.clipboard.writeText(text)", TRACEBACK + cells[0][0])
        page.keyboard.press("Control+A")
        page.keyboard.press("Control+V")
        page.wait_for_function(
            "before => document.querySelector('.md-search-result__list').innerHTML !== before", arg=before
        )
        found = results.locator(":scope > .md-search-result__item").evaluate_all(
            "all => all.slice(0, 3).map(e => [...e.querySelectorAll('a')].map(a => new URL(a.href)).map("
            "url => url.pathname + url.hash))"
        )
        # Of the first three pages, one is the page of all messages, at this one; or it shows the message itself.
        if not any(
            f"/reference/errors/#{message.name}" in links
            or message.title in text_of(site / links[0].partition("#")[0].strip("/"))
            for links in found
        ):
            wrong.append((message.name, found))
    assert wrong == []


def test_a_paste_with_the_mouse_searches_too(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    page.locator(".md-search__input").evaluate(
        "field => { field.value = 'ValueError: At least one stride';"
        " field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' })); }"
    )
    page.locator(".md-search-result__item a").first.wait_for()
    assert page.locator(".md-search__input").input_value() == "At least one stride"


def test_what_is_typed_into_the_search_stays_as_it_is(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("TypeError: a+b")
    assert page.locator(".md-search__input").input_value() == "TypeError: a+b"


def test_without_javascript_all_is_there(browser: Browser, address: str, record: Record) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{address}methods/from_numpy/")
    # As on a slow phone, before Material's script has run.
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    shown = page.locator('.example[data-example="methods/from_numpy/share"] .output code').text_content()
    assert shown == record.examples["methods/from_numpy/share"].output
    assert page.get_by_role("link", name="torch.tensor").first.is_visible()
    context.close()


def test_offline_from_files_a_page_shows_its_examples(page: Page, site: Path, record: Record) -> None:
    page.goto((site / "methods/from_numpy/index.html").as_uri())
    shown = page.locator('.example[data-example="methods/from_numpy/share"] .highlight code').text_content()
    assert shown == record.examples["methods/from_numpy/share"].script


def test_the_keyboard_reaches_skip_link_search_and_every_block_that_scrolls(page: Page, address: str) -> None:
    page.goto(f"{address}methods/from_numpy/", wait_until="networkidle")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    unreachable = page.evaluate(
        "[...document.querySelectorAll('article *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.tabIndex < 0"
        " && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)).map(e => e.outerHTML.slice(0, 80))"
    )
    assert unreachable == []


def test_an_error_and_a_crash_look_like_that(page: Page, address: str) -> None:
    page.goto(f"{address}methods/from_numpy/", wait_until="networkidle")

    def look(name: str) -> str:
        output = f'.example[data-example="methods/from_numpy/{name}"] .output'
        label = f"getComputedStyle(document.querySelector({output!r} + ' .output-label'))"
        card = f"getComputedStyle(document.querySelector({output!r}).parentElement)"
        return str(page.evaluate(f"{label}.color + {label}.backgroundColor + {card}.borderLeftColor"))

    assert len({look("share"), look("read_only"), look("float64_layer"), look("dlpack_reversed")}) == 4
