"""What search engines and shared links are told of a page, what a page weighs, and what comes out of a printer."""

import gzip
import json
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from snippets.store.files import ROOT
from tests.publish.built import soup_of

METHODS = ("methods/from_numpy", "methods/asarray", "methods/tensor", "methods/numpy")  # the longest
ELEMENTS, REQUESTS, ALL, WITHOUT_PICTURES, SHEETS = 2_500, 8, 90_000, 60_000, 8


def pages_of(site: Path) -> list[Path]:
    return sorted(site.rglob("index.html"))


def attribute(soup: BeautifulSoup, selector: str, name: str) -> str:
    (tag,) = soup.select(selector)
    return str(tag[name])


def graph_of(page: Path) -> dict[str, Any]:
    """What the page says of itself, by type."""
    (script,) = soup_of(page.read_text(encoding="utf-8")).select('script[type="application/ld+json"]')
    told = json.loads(script.string or "")
    assert told["@context"] == "https://schema.org"
    return {one["@type"]: one for one in told["@graph"]}


def test_every_page_says_what_it_is_and_the_way_to_it(site: Path) -> None:
    for page in pages_of(site):
        soup, told = soup_of(page.read_text(encoding="utf-8")), graph_of(page)
        address = attribute(soup, 'link[rel="canonical"]', "href")
        article = told["TechArticle"]
        assert article["url"] == address
        assert article["headline"] == attribute(soup, 'meta[property="og:title"]', "content")
        assert article["description"] == attribute(soup, 'meta[name="description"]', "content")
        if way := told.get("BreadcrumbList"):
            steps = way["itemListElement"]
            shown = [step.get_text(strip=True) for step in soup.select(".md-path__item")]
            assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
            assert [step["name"] for step in steps[1:-1]] == shown[1:]
            assert steps[-1]["item"] == address
        else:
            assert page.parent == site


def test_the_sitemap_has_every_page_with_the_day_it_was_changed_and_robots_lead_to_it(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    address = re.search("Sitemap: (.*)sitemap.xml\n", robots)
    assert address
    listed = dict(re.findall(r"<loc>(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?", text))
    assert {f"{address[1]}{page.parent.relative_to(site).as_posix()}/" for page in pages_of(site)} - {
        f"{address[1]}./"
    } <= {*listed}
    assert all(not day or date(2024, 1, 1) <= date.fromisoformat(day) <= date.today() for day in listed.values())


def wire(file: Path) -> int:
    """How many bytes of a file go over the wire."""
    data = file.read_bytes()
    return len(data) if file.suffix in (".png", ".woff2") else len(gzip.compress(data))


@pytest.mark.parametrize("name", METHODS)
def test_a_page_of_methods_is_light(site: Path, name: str) -> None:
    page = site / name / "index.html"
    soup = soup_of(page.read_text(encoding="utf-8"))
    assert len(soup.find_all(True)) < ELEMENTS
    links = [link["href"] for link in soup.select('link[rel="stylesheet"], link[rel="icon"]')]
    links += [script["src"] for script in soup.select("script[src]")]
    pictures = [image["src"] for image in soup.select("img[src]")]
    asked = {page, *((page.parent / str(link).partition("?")[0]).resolve() for link in links)}
    shown = {(page.parent / str(link)).resolve() for link in pictures}
    assert len(asked | shown) <= REQUESTS
    assert sum(map(wire, asked)) < WITHOUT_PICTURES
    assert sum(map(wire, asked | shown)) < ALL


def test_a_printed_page_of_methods_is_short_and_complete(browser: Browser, address: str, site: Path) -> None:
    for name in METHODS:
        page = browser.new_page()
        page.goto(f"{address}{name}/")
        printed = page.pdf(format="A4")
        page.close()
        assert 1 <= max(int(count) for count in re.findall(rb"/Count (\d+)", printed)) < SHEETS, name


def test_the_archive_that_is_published_holds_the_site(site: Path, tmp_path: Path) -> None:
    workflow = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    (step,) = re.findall(r"- run: python (-m zipfile [^#\n]*)", workflow)
    shutil.copytree(site, tmp_path / "site")
    subprocess.run(f"{sys.executable} {step}", shell=True, cwd=tmp_path, check=True)
    (archive,) = (tmp_path / "site").glob("*.zip")
    assert f"`{archive.name}`" in (ROOT / "docs/reference/data.md").read_text(encoding="utf-8")
    with zipfile.ZipFile(archive) as packed:
        files = {name.removeprefix("site/") for name in packed.namelist() if not name.endswith("/")}
    assert files == {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
