"""A reader's question, typed as a person would type it, leads to the page that answers it."""

import csv
from pathlib import Path

from playwright.sync_api import Page

QUESTIONS = Path(__file__).with_name("questions.tsv")
FIRST = 0.95  # of the questions have their page as the first result


def results_of(page: Page, question: str) -> list[str]:
    """The pages that the site's own search lists for a question, the best first."""
    results, said = page.locator(".md-search-result__list"), page.locator(".md-search-result__meta")
    field = page.locator(".md-search__input")
    for text, answer in ("", "Type to start"), (question, "matching document"):
        field.fill(text)
        field.press("End")  # the search listens to keys
        said.filter(has_text=answer).wait_for()
    found = results.locator(":scope > .md-search-result__item > a:first-child")
    links = found.evaluate_all("all => all.map(e => new URL(e.href).pathname)")
    return [link.strip("/") or "index" for link in links]


def test_each_question_leads_to_its_page(page: Page, address: str) -> None:
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        asked = [(row["question"], row["page"]) for row in csv.DictReader(file, delimiter="\t")]
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    found = {question: results_of(page, question) for question, _ in asked}
    missed = {question: found[question][:3] for question, wanted in asked if wanted not in found[question][:3]}
    assert missed == {}
    first = [question for question, wanted in asked if found[question][0] == wanted]
    assert len(first) >= FIRST * len(asked), {question: found[question][:2] for question in {*found} - {*first}}
