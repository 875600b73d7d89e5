"""Gate 2, as another program would read the site: what a built page or its Markdown copy shows, against the record.

Shares no code with what publishes: html5lib parses as browsers do, and fences are read line by line.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from snippets.store.record import Record

PARSER = "html5lib"
SEARCH_INDEX = "searchIndex = "
Shown = tuple[str, str, str]  # script, output, data-exit


@lru_cache(maxsize=256)  # all pages: many tests look at each, and none changes it
def soup_of(page: str, parser: str = PARSER) -> BeautifulSoup:
    """The page as a browser understands it."""
    return BeautifulSoup(page, parser)


def search_index(text: str) -> dict[str, Any]:
    """What the script assets/search/index.js assigns."""
    index: dict[str, Any] = json.loads(text.removeprefix(SEARCH_INDEX).removesuffix(";\n"))
    return index


def first(place: Tag, selector: str) -> Tag:
    """The first element in `place` that `selector` selects; fails where there is none."""
    found = place.select_one(selector)
    assert found is not None, f"no element is selected by {selector}"
    return found


@lru_cache(maxsize=256)
def shown_in_html(page: str, parser: str = PARSER) -> dict[str, Shown]:
    """{example: what the page shows of it}."""
    found = {}
    for block in soup_of(page, parser).select(".example[data-example][data-exit]"):
        codes, outputs = block.find_all("code"), block.select(".output code")
        assert len(codes) == 1 + len(outputs) <= 2, f"{block['data-example']} has {len(codes)} code elements"
        output = outputs[0].get_text() if outputs else ""
        assert not outputs or output, f"{block['data-example']} has an output block and no output"
        found[str(block["data-example"])] = (codes[0].get_text(), output, str(block["data-exit"]))
    return found


def facts_in_html(page: str) -> dict[str, tuple[str, str]]:
    """{fact: (sentence, proof) that the page shows}: in the fact's element, or in the one that it names."""
    soup, found = soup_of(page), {}
    for fact in soup.select(".fact[data-fact]"):
        name = str(fact["data-fact"])
        assert name not in found, f"{name} stands twice"
        place = soup.select_one(f"#{fact['data-proof']}") if fact.has_attr("data-proof") else fact
        assert place is not None, f"{name} names a proof that is not on the page"
        found[name] = (first(fact, ".fact-sentence").get_text(), first(place, "pre code").get_text())
    return found


def fences(markdown: str) -> Iterator[tuple[str, str]]:
    """(info string, text) of each fence; one that is indented has its indent taken off, as Markdown does."""
    lines = iter(markdown.split("\n"))
    for line in lines:
        if opening := re.match(r"( *)(`{3,})(.*)$", line):
            indent, marks, info = opening.groups()
            inside = []
            for inner in lines:
                inner = inner.removeprefix(indent)
                if inner == marks:
                    break
                inside.append(inner)
            text = "".join(f"{inner}\n" for inner in inside)
            yield (info, text.removesuffix("\n")) if info.endswith(" no-final-newline") else (info, text)


def shown_in_markdown(copy: str) -> list[Shown]:
    """What the examples on a Markdown copy show, in order."""
    found: list[Shown] = []
    for info, text in fences(copy):
        language, *words = info.split()
        if language == "python" and words not in (["cell"], ["fact"], ["elsewhere"]):
            exit_ = words[0] if words and words[0] != "no-final-newline" else "0"
            found.append((text, "", exit_))
        elif language == "text" and words not in (["other"], ["elsewhere"]) and found and not found[-1][1]:
            found[-1] = (found[-1][0], text, found[-1][2])
    return found


def html_differences(site: Path, record: Record, parser: str = PARSER) -> list[str]:
    """Where the built HTML does not show what is recorded, or shows an example nowhere."""
    problems, seen = [], set()
    for file in sorted(site.rglob("index.html")):
        for name, shown in shown_in_html(file.read_text(encoding="utf-8"), parser).items():
            seen.add(name)
            example = record.examples.get(name)
            expected = example and (example.script, example.output, example.ending.exit)
            if shown != expected:
                problems.append(f"{file.relative_to(site)}: {name}: {shown!r}, recorded is {expected!r}")
    return problems + [f"{name}: on no built page" for name in record.examples if name not in seen]


def markdown_differences(site: Path, record: Record) -> list[str]:
    """Where a Markdown copy does not show what its page shows, in the same order."""
    problems = []
    for file in sorted(site.rglob("index.html")):
        copy = file.with_name("index.md")
        if not copy.is_file():
            problems.append(f"{file.relative_to(site)}: no Markdown copy")
            continue
        names = shown_in_html(file.read_text(encoding="utf-8"))
        recorded = [record.examples[name] for name in names if name in record.examples]
        expected = [(one.script, one.output, "0" if one.ending.exit == "0" else one.ending.exit) for one in recorded]
        if shown_in_markdown(copy.read_bytes().decode()) != expected:
            problems.append(f"{copy.relative_to(site)}: does not show what is recorded")
    return problems


def broken_links(site: Path) -> list[str]:
    """Links and anchors of the site's own that lead nowhere, in pages and Markdown copies."""
    base = "http://site.invalid/"
    ids = {file: _ids_and_targets(file.read_text(encoding="utf-8")) for file in site.rglob("*.html")}
    problems = []

    def check(source: Path, target: str) -> None:
        url = urlsplit(urljoin(base + source.relative_to(site).as_posix(), target))
        if url.scheme + "://" + url.netloc + "/" != base:
            return
        path = site / unquote(url.path).lstrip("/")
        path = path / "index.html" if path.is_dir() or url.path.endswith("/") else path
        anchors = ids.get(path.with_suffix(".html") if path.name == "index.md" else path)
        if not path.is_file():
            problems.append(f"{source.relative_to(site)}: {target} leads to no file")
        elif url.fragment and anchors is not None and unquote(url.fragment) not in anchors[0]:
            problems.append(f"{source.relative_to(site)}: {target} names no anchor")

    for file, (_, targets) in ids.items():
        if file.name != "404.html":  # served for any address, so its links start at the site's root
            for target in targets:
                check(file, target)
    for file in site.rglob("*.md"):
        text = re.sub(r"^(`{3,}).*?^\1$", "", file.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        for target in re.findall(r"\]\(([^()\s]+)\)", text):
            check(file, target)
    return problems


@lru_cache(maxsize=256)
def _ids_and_targets(page: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The anchors of a page, and where its links and other references lead."""
    soup = soup_of(page)
    tags = [tag for tag in soup.select("[href], [src]") if tag.get("rel") != ["canonical"]]
    targets = tuple(str(tag.get("href") or tag.get("src") or "") for tag in tags)
    return frozenset(str(tag["id"]) for tag in soup.select("[id]")), targets


def foreign_requests(page: str) -> list[str]:
    """What a browser would fetch from another host to show `page`: scripts, styles, images, imports."""
    soup = soup_of(page)
    fetched = [str(tag.get("src")) for tag in soup.select("[src]")]
    fetched += [str(tag.get("href")) for tag in soup.select("link[href]:not([rel~=canonical])")]
    fetched += re.findall(r"""(?:import\s*\(?|from|url\()\s*["']?(https?:[^"')\s]+)""", page)
    return [one for one in fetched if urlsplit(one).netloc or one.startswith("//")]
