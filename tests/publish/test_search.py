"""A reader's words lead to the section that answers them: short queries, questions, messages, tracebacks, typos.

The queries are titles and messages of threads in public trackers and forums, and what people type. The ranking was
tuned on queries.tsv; those of held_out.tsv were collected and answered before they were tried, and the ranking was not
changed for them: what they give is what a new reader gets. Do not tune on them; collect others.
"""

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from mkdocs.utils.meta import get_data
from playwright.sync_api import Browser, Page, Route

from snippets.matrix.messages import MESSAGES
from snippets.publish.errors import given_in
from snippets.publish.page import read_pages
from snippets.publish.search import WORD, names_in, sections
from snippets.store.files import ROOT
from snippets.store.record import Record
from tests.publish.built import SEARCH_INDEX, search_index

HERE = Path(__file__).parent
ASSETS = "assets/search"
# Shares of the queries that the site answers: the right section first, and among the first three pages.
ENOUGH = {"queries.tsv": (0.9, 0.97), "held_out.tsv": (0.82, 0.92)}
LEAST = {"message": 0.9, "traceback": 0.8, "typo": 0.9}  # the same, first, for what has to be understood before
NOTICED = 0.7  # of those that it does not answer, told by words that no page has, or none together
WRONGLY = 0.05  # of those that it answers first, told the same
KEY = 100  # milliseconds that a key takes at most, on a phone,
SLOWER = 4  # whose processor is so much slower


class Query(NamedTuple):
    """`answers` are sections, page#anchor, or pages all of whose sections answer; with none, the site has no answer."""

    kind: str
    text: str
    answers: list[str]


class Found(NamedTuple):
    """What the search gives: the best section of each page, the best page first, and what it says of the words.

    `absent` are those that no page has, or not together, `changed` those that it takes for others.
    """

    sections: list[str]
    absent: list[str]
    changed: list[str]


def queries(name: str) -> list[Query]:
    escapes = {r"\n": "\n", r"\t": "\t", r"\e": "\x1b"}
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Query(row["kind"], re.sub(r"\\[nte]", lambda m: escapes[m[0]], row["query"]), row["answers"].split())
        for row in rows
    ]


def opened(page: Page, address: str) -> None:
    """The search of a page, opened and loaded."""
    page.goto(address)
    page.locator(".search-open").click()
    page.locator("dialog.search[data-ready]").wait_for()


def ask(page: Page, texts: list[str]) -> list[Found]:
    """What the search finds for each text."""
    found = page.evaluate(
        "texts => texts.map(text => searchSite(text)).map(({results, missing, changed, apart}) => ["
        "results.slice(0, 10).map(({sections: [one]}) => `${one.url.replace(/\\/$/, '') || 'index'}#${one.anchor}`), "
        "[...missing, ...apart], changed.map(([word]) => word)])",
        texts,
    )
    return [Found(*one) for one in found]


def rank(query: Query, found: Found) -> int:
    """The place of the first section that answers, from 1; 0 where none does.

    The entry of the page of errors for the very message that was pasted does, whatever else answers.
    """
    own = [f"reference/errors#{message.name}" for message in MESSAGES if re.search(message.pattern, query.text)]
    patterns = [answer if "#" in answer else f"{answer}#*" for answer in (*query.answers, *own)]
    hits = [any(fnmatchcase(section, pattern) for pattern in patterns) for section in found.sections]
    return hits.index(True) + 1 if True in hits else 0


def wanting(name: str, page: Page) -> str:
    """Where the search gives less than it has to, with what it gives by kind; "" where it gives enough."""
    asked = [query for query in queries(name) if query.answers]
    ranks = [rank(query, found) for query, found in zip(asked, ask(page, [q.text for q in asked]), strict=True)]
    first, three = (sum(0 < one <= most for one in ranks) / len(asked) for most in (1, 3))
    kinds = Counter(query.kind for query in asked)
    led = Counter(query.kind for query, one in zip(asked, ranks, strict=True) if one == 1)
    low = [kind for kind, least in LEAST.items() if led[kind] < least * kinds[kind]]
    if first >= ENOUGH[name][0] and three >= ENOUGH[name][1] and not low:
        return ""
    by_kind = ", ".join(f"{kind} {led[kind]} of {count}" for kind, count in kinds.items())
    missed = [query.text[:80] for query, one in zip(asked, ranks, strict=True) if not 0 < one <= 3]
    return f"{name}: {first:.1%} first ({by_kind}), {three:.1%} among three; not among them: {missed}"


@pytest.fixture(scope="module")
def searching(browser: Browser, address: str) -> Iterator[Page]:
    """A page whose search is open."""
    page = browser.new_page()
    opened(page, address)
    yield page
    page.close()


@pytest.mark.parametrize("name", ENOUGH)
def test_a_query_leads_to_the_section_that_answers_it(searching: Page, name: str) -> None:
    assert wanting(name, searching) == ""


@pytest.mark.parametrize("name", ENOUGH)
def test_every_answer_is_a_section_of_the_site(searching: Page, name: str) -> None:
    known = searching.evaluate("sections.map(({url, anchor}) => `${url.replace(/\\/$/, '') || 'index'}#${anchor}`)")
    answers = {answer if "#" in answer else f"{answer}#*" for query in queries(name) for answer in query.answers}
    assert [answer for answer in answers if not any(fnmatchcase(section, answer) for section in known)] == []


def test_every_section_that_has_words_is_one_of_its_page(searching: Page) -> None:
    known = searching.evaluate("sections.map(({url, anchor}) => [url, anchor])")
    for name, page in read_pages(ROOT).items():
        typed = get_data(page.source)[1].get("search", {}).get("words", "")
        for anchor in typed if isinstance(typed, dict) else ():
            assert [f"{name}/".removeprefix("index/"), anchor] in known


def without_typed(text: str) -> str:
    """The index, without the words that people type for a section."""
    index = search_index(text)
    for *_, told in index["pages"]:
        for section in told:
            section[2] = ""
    return f"{SEARCH_INDEX}{json.dumps(index)};\n"


BREAKS: dict[str, tuple[str, Callable[[str], str]]] = {
    "the worst first": ("search", lambda text: text.replace("other.score-one.score", "one.score-other.score")),
    "headings of no weight": ("search", lambda text: text.replace("title:2", "title:0.01")),
    "no letter is forgiven": ("search", lambda text: text.replace("const word=corrected(part)", 'const word=""')),
    "one way is as good as the other": ("search", lambda text: text.replace("WAY=1.6", "WAY=1")),
    "pages without the words that people type": ("index", without_typed),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_broken_search_is_noticed(page: Page, address: str, broken: str) -> None:
    file, change = BREAKS[broken]

    def breaking(route: Route) -> None:
        text = route.fetch().text()
        assert change(text) != text
        route.fulfill(body=change(text), content_type="text/javascript")

    page.route(f"**/{ASSETS}/{file}.js", breaking)
    opened(page, address)
    assert any(wanting(name, page) for name in ENOUGH)


def test_what_no_page_has_is_said_above_the_results(searching: Page) -> None:
    asked = [query for name in ENOUGH for query in queries(name)]
    found = ask(searching, [query.text for query in asked])
    none = [bool(one.absent or one.changed) for query, one in zip(asked, found, strict=True) if not query.answers]
    first = [
        bool(one.absent) for query, one in zip(asked, found, strict=True) if query.answers and rank(query, one) == 1
    ]
    print(f"told: {sum(none)} of {len(none)} without an answer, {sum(first)} of {len(first)} whose answer is first")
    assert sum(none) >= NOTICED * len(none)
    assert sum(first) <= WRONGLY * len(first)


# A word that no page has, nor one like it: one of theirs, backwards. Two of one page each, and not of the same.
UNKNOWN = """[...spellings.keys()].map(word => [...word].reverse().join(""))
  .find(word => /^[a-z]{6,}$/.test(word) && spelledAs(word).missing.length)"""
APART = """(() => {
  const has = word => known.get(termOf(word)), isOne = word => /^[a-z]{6,}$/.test(word) && has(word)?.size === 1;
  const pageOf = word => [...has(word).keys()][0].url;
  const [one, ...others] = [...spellings.keys()].filter(isOne);
  return [one, others.find(word => pageOf(word) !== pageOf(one) && searchSite(`${one} ${word} gpu`).apart.length)];
})()"""


def test_what_it_says_of_words_names_them(searching: Page) -> None:
    unknown = searching.evaluate(UNKNOWN)
    searching.locator("dialog.search input").fill(f"numpy to {unknown}")
    said = searching.locator(".search-said")
    assert re.fullmatch(rf"No page has “{unknown}”\. \d+ pages\.", str(said.text_content()))
    searching.locator("dialog.search input").fill("numpy to tesnor")
    assert re.fullmatch(r"“tesnor” is taken for “tensor”\. \d+ pages\.", str(said.text_content()))
    one, other = searching.evaluate(APART)
    searching.locator("dialog.search input").fill(f"{one} {other} gpu")
    assert re.fullmatch(
        rf"No section has both “({one}|{other})” and “({one}|{other})”\. \d+ pages\.", str(said.text_content())
    )


# Each key, and the list that it gives: layout is forced, as the next frame would do.
TYPE = """typed => [...typed].forEach((_, place) => {
  const field = document.querySelector("dialog.search input");
  field.value = typed.slice(0, place + 1);
  field.dispatchEvent(new Event("input"));
  document.querySelector(".search-results").getBoundingClientRect();
})"""

TRACEBACK = """Traceback (most recent call last):
  File "/home/me/train.py", line 12, in <module>
    x = torch.from_numpy(frames[:, ::-1])
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""


def test_every_message_is_found_with_its_traceback_by_the_page_of_messages_or_one_that_has_it(
    searching: Page, record: Record, site: Path
) -> None:
    messages = {message: cells[0][0] for message, cells in given_in(record.matrix).items()}
    found = ask(searching, [TRACEBACK + given for given in messages.values()])
    wrong = []
    for message, (listed, *_) in zip(messages, found, strict=True):
        copy = (site / listed[0].partition("#")[0] / "index.md").read_text(encoding="utf-8")
        said = re.sub(r"^\w+Warning: ", "", message.title)
        if f"reference/errors#{message.name}" not in listed[:3] and said not in copy:
            wrong.append((message.name, listed[:3]))
    assert wrong == []


def test_nothing_of_it_is_loaded_before_somebody_searches(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}methods/from_numpy/", wait_until="networkidle")
    page.locator(".search-open").wait_for()
    assert not [url for url in asked if "search" in url]
    page.keyboard.press("/")
    page.locator("dialog.search[data-ready]").wait_for()
    assert [url.removeprefix(address) for url in asked if "search" in url] == [
        f"{ASSETS}/{name}.js" for name in ("index", "search", "box")
    ]


def test_the_keyboard_alone_opens_it_types_and_goes_to_a_result(page: Page, address: str) -> None:
    page.goto(f"{address}methods/numpy/")
    page.locator(".search-open").wait_for()
    page.keyboard.press("/")
    page.locator("dialog.search[data-ready]").wait_for()
    page.keyboard.type("negative strides")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement === document.querySelector('.search-results a')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}pitfalls/negative_strides/**")
    page.locator(".search-open").wait_for()
    page.keyboard.press("/")
    page.locator("dialog.search[data-ready]").wait_for()
    page.keyboard.type("tensor to numpy")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}methods/numpy/")
    page.locator(".search-open").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("!document.querySelector('dialog.search').open")
    assert page.evaluate("document.activeElement.matches('.search-open')")


def test_a_pasted_traceback_becomes_its_message_and_what_is_typed_stays(page: Page, address: str) -> None:
    opened(page, address)
    field = page.locator("dialog.search input")
    page.keyboard.type("TypeError: a+b")
    assert field.input_value() == "TypeError: a+b"
    message = "At least one stride in the given numpy array is negative"
    text = f"{TRACEBACK}\x1b[31mValueError\x1b[39m: {message}"
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+V")
    page.locator(".search-results a").first.wait_for()
    assert field.input_value() == message
    assert "negative" in str(page.locator(".search-results a").first.text_content())


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_its_dialog_is_accessible_and_fits(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    opened(page, address)
    page.keyboard.type("stride matlab")
    page.locator(".search-results a").first.wait_for()
    assert page.evaluate("document.querySelector('dialog.search').scrollWidth <= window.innerWidth")
    violations = Axe().run(page).response["violations"]
    context.close()
    assert violations == [], json.dumps(violations, indent=1)[:3000]


def test_opened_as_a_file_it_searches_and_its_links_open(page: Page, site: Path) -> None:
    page.goto((site / "guides/images/index.html").as_uri())
    page.locator(".search-open").click()
    page.locator("dialog.search[data-ready]").wait_for()
    page.keyboard.type("big endian")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{(site / 'pitfalls/byte_order/index.html').as_uri()}*")


def test_an_address_may_carry_what_to_search(page: Page, address: str) -> None:
    page.goto(f"{address}?q=big+endian")
    page.locator(".search-results a").first.wait_for()
    assert page.locator("dialog.search input").input_value() == "big endian"


def test_all_of_it_weighs_less_than_100_kb_on_the_wire(site: Path) -> None:
    files = sorted((site / ASSETS).glob("*.js"))
    assert len(files) == 3
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 100_000


def test_a_key_is_answered_at_once_on_a_slow_phone(page: Page, address: str) -> None:
    opened(page, address)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})  # the page's own time on the processor

    def used() -> float:
        return {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}[
            "TaskDuration"
        ]

    typed = "why does my aray change with the tensor"
    began = used()
    page.evaluate(TYPE, typed)
    each = 1000 * (used() - began) / len(typed)
    print(f"{each:.1f} ms a key, {SLOWER * each:.0f} on a phone")
    assert SLOWER * each < KEY


def test_a_word_is_the_same_for_the_script_and_for_the_page(searching: Page) -> None:
    text = "torch.from_numpy(img[:, ::-1]) 2.6.0 ünï '<f4' __array__ cuda:0"
    assert searching.evaluate("text => wordsOf(text)", text) == WORD.findall(text.lower())


def test_short_forms_go_and_arrows_and_a_2_between_words_say_the_way(searching: Page) -> None:
    text = "don't what's numpy2torch array 2 tensor numpy 2 float32 a->b"
    assert searching.evaluate("text => wordsOf(written(text))", text) == [
        *["what", "numpy", "to", "torch", "array", "to", "tensor", "numpy", "2", "float32", "a", "to", "b"]
    ]


def test_of_a_name_with_a_slip_the_nearest_name_is_taken(searching: Page) -> None:
    for typed, meant in {"form_numpy": "from_numpy", "torch.from_nunpy": "from_numpy", "as_tensr": "as_tensor"}.items():
        changed = searching.evaluate("text => searchSite(text).changed", typed)
        assert changed == [[typed.split(".")[-1], meant]]
    assert searching.evaluate("searchSite('__array__').results[0].sections[0].url") == "methods/np_asarray/"


def test_two_words_that_were_typed_as_one_are_two(searching: Page) -> None:
    for typed, meant in {
        "bigendian": ["big", "endian"],
        "memorymap": ["memory", "map"],
        "dataloader": ["dataloader"],
    }.items():
        assert searching.evaluate("text => spelledAs(text)", typed) == {"words": meant, "missing": [], "changed": []}


def test_from_numpy_to_torch_is_from_array_to_tensor(searching: Page) -> None:
    wholes = searching.evaluate("['numpy array to torch', 'array to tensor', 'tensor to array'].map(wholeOf)")
    assert wholes[0] == wholes[1] != wholes[2]


def test_a_word_finds_what_has_one_that_often_means_the_same(searching: Page) -> None:
    unknown = searching.evaluate(
        "searchIndex.alike.flat().filter(word => ![...known.keys()].some(term => term.startsWith(termOf(word)))"
        " && alike.get(termOf(word)).some(term => known.has(term)))"
    )
    assert unknown
    for word in unknown:
        assert ask(searching, [word])[0].absent == []
        assert searching.evaluate(
            "word => { const { score, sections: [best] } = searchSite(word).results[0];"
            " return score > 0 && alike.get(termOf(word)).some(term => known.get(term)?.has(best)); }",
            word,
        )


def test_of_a_page_the_section_that_is_about_a_rare_word_is_first(searching: Page) -> None:
    found = ask(searching, ["read a wav file", "wav", "how can I read a wav file into a tensor"])
    assert {one.sections[0] for one in found} == {"guides/formats#sound"}


def test_words_that_stand_side_by_side_count_more(searching: Page) -> None:
    found = ask(searching, ["copy numpy weights", "copy weights numpy"])
    assert searching.evaluate("pairsOf(termsOf(wordsOf('extract the weights')))") == ["extract weight"]
    assert found[0].sections != found[1].sections


def test_a_section_has_its_words_and_none_of_what_is_marked() -> None:
    article = (
        '<h1 id="top">Share <code>it</code><a class="headerlink" href="#top">#</a></h1><p>A <b>big</b> &lt;f4</p>'
        '<p class="x" data-search-exclude>recorded</p><h2 id="why">Why</h2><pre><span>np</span><span>.</span>load</pre>'
        '<h2 id="proofs">Proofs</h2><p>hidden</p><h2 id="see-also">See also</h2><p>others</p>'
    )
    assert list(sections(article, {"": "df", "why": "csv"})) == [
        ("", "Share it", "df", frozenset({"big", "f4"})),
        ("why", "Why", "csv", frozenset({"np.load"})),
    ]


def test_of_a_variable_of_a_script_what_it_has_is_a_word() -> None:
    assert names_in("labels.dtype.kind") == ["dtype", "kind"]
    for word in ("torch.from_numpy", "tensor.numpy", "t.numpy", "np.load", "labels"):
        assert names_in(word) == [word]
