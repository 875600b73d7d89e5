"""The site as a reader meets it: in Chromium, offline but for the site itself, light and dark, wide and narrow."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from snippets.store.record import Record

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
    page.locator(".search-open").wait_for()  # shown by the last script
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
    for name in ("methods/from_numpy/share", "methods/from_numpy/read_only_map"):
        example = page.locator(f'.example[data-example="{name}"]')
        assert example.locator("button").count() == 1
        assert example.locator(".output button").count() == 0
        example.hover()
        example.locator("button").click()
        assert page.evaluate("navigator.clipboard.readText()") == record.examples[name].script


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


def test_the_mark_of_a_heading_stands_beside_its_last_word_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("methods/from_numpy", "methods/mixing", "guides/check_sharing", "reference/errors"):
        page.goto(f"{address}{name}/", wait_until="networkidle")
        alone, marks = page.evaluate(
            "() => { const all = [...document.querySelectorAll('article .headerlink')];"
            "const marks = all.filter(a => a.checkVisibility()), top = a => a.getBoundingClientRect().top;"
            "const words = a => { const range = document.createRange(); range.selectNodeContents(a.parentElement);"
            "range.setEndBefore(a); return [...range.getClientRects()].at(-1); };"
            "return [marks.filter(a => top(a) > words(a).bottom - 2).map(a => a.parentElement.id), marks.length]; }"
        )
        assert (alone, marks > 2) == ([], True)


def test_a_fact_that_stands_alone_is_seen_from_its_first_letter(page: Page, address: str) -> None:
    page.goto(f"{address}pitfalls/numpy_code/", wait_until="networkidle")
    cut = page.evaluate(
        "() => [...document.querySelectorAll('div.fact')].map(fact => "
        "fact.querySelector('.fact-sentence').getBoundingClientRect().left - fact.getBoundingClientRect().left)"
    )
    assert cut
    assert min(cut) > -1


def test_an_error_and_a_crash_look_like_that(page: Page, address: str) -> None:
    def look(name: str) -> str:
        page.goto(f"{address}{name.rpartition('/')[0]}/", wait_until="networkidle")
        output = f'.example[data-example="{name}"] .output'
        label = f"getComputedStyle(document.querySelector({output!r} + ' .output-label'))"
        card = f"getComputedStyle(document.querySelector({output!r}).parentElement)"
        return str(page.evaluate(f"{label}.color + {label}.backgroundColor + {card}.borderLeftColor"))

    fine, crash = "methods/from_numpy/share", "methods/from_numpy/read_only_map"
    warning, error = "pitfalls/read_only/what_you_see", "pitfalls/negative_strides/what_you_see"
    assert len({look(name) for name in (fine, crash, warning, error)}) == 4


@pytest.mark.parametrize("scripts", [True, False])
def test_what_an_address_names_is_shown_though_it_is_folded(browser: Browser, address: str, scripts: bool) -> None:
    page = browser.new_page(java_script_enabled=scripts)
    page.goto(f"{address}reference/errors/#negative_stride", wait_until="networkidle")
    fold = page.locator("details:has(> summary #negative_stride)")
    assert fold.get_by_text("torch.from_numpy(a.copy())").is_visible()
    assert not page.locator("details:has(> summary #byte_order) > p").first.is_visible()
    page.close()


def test_a_message_is_a_heading_that_opens(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}reference/errors/", wait_until="networkidle")
    page.get_by_role("heading", name="given numpy array has byte order different").click()
    assert page.locator("details:has(> summary #byte_order)").get_attribute("open") is not None
    page.goto(f"{address}reference/errors/#negative_stride")
    assert page.locator("details:has(> summary #negative_stride)").get_attribute("open") is not None
    page.close()
