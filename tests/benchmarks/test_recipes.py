"""Each recipe that a page shows is the code that was measured, and no slow one stands there without a reason."""

import re
from collections.abc import Iterator, Mapping, Sequence

import pytest

from benchmarks import devices
from benchmarks.performance import JOBS
from benchmarks.rounds import Job, Way, read_jobs
from snippets.publish.page import read_pages
from snippets.store.files import ROOT
from snippets.store.record import Record

MUCH = 1.5  # times the best way of a job
WAYS, TO_A_GPU = ([(job, way) for job in read_jobs(file) for way in job.ways] for file in (JOBS, devices.JOBS))


def steps(code: str) -> list[str]:
    """The lines of code that do something, without the names that their results get."""
    lines = (re.sub(r"^\w+ = ", "", line.strip()) for line in code.splitlines())
    return [line for line in lines if line not in ("", "pass")]


def holds(script: str, code: str) -> bool:
    """Whether the lines of `code` stand in a script, one after the other; the last may be part of a line."""
    there, wanted = steps(script), steps(code)
    places = range(len(there) - len(wanted) + 1)
    found = [[re.search(rf"(?<![\w.]){re.escape(want)}", have) for have in there] for want in wanted]
    return any(all(hits[place + number] for number, hits in enumerate(found)) for place in places)


def unlike(scripts: Mapping[str, str], ways: Sequence[tuple[Job, Way]]) -> Iterator[str]:
    """Where what a way says of the scripts that show it is not so."""
    for job, way in ways:
        shown = {name for name, script in scripts.items() if holds(script, way.shown or way.code)}
        for name in shown ^ set(way.pages):
            has = "shows" if name in shown else "lacks"
            yield f"{job.id}, {way.name}: {name} {has} this code"


def slow(
    measured: Mapping[str, Mapping[str, float]], ways: Sequence[tuple[Job, Way]], links: Mapping[str, str]
) -> Iterator[str]:
    """Scripts that show a way that takes more than MUCH times the best, without a reason or a link to the figures."""
    for job, way in ways:
        if way.pages and measured[job.id][way.name] > MUCH:
            if not way.why:
                yield f"{job.id}, {way.name}: why is it shown?"
            for name in way.pages:
                if f"performance.md#{job.id}" not in links[name] and f"::: cost {job.id}: " not in links[name]:
                    yield f"{name}: its page does not link to performance.md#{job.id}"


def silent(ways: Sequence[tuple[Job, Way]], pages: Mapping[str, str], before: str = "") -> Iterator[str]:
    """Recipes of a guide whose page does not say what they cost, in the figures that were recorded."""
    for job, way in ways:
        said = f"::: cost {before}{job.id}: {way.name}\n"
        shown = [name for name in way.pages if name.removeprefix("elsewhere/cuda/").startswith("guides/")]
        yield from (f"{name}: its page lacks {said.strip()}" for name in shown if said not in pages[name])


@pytest.fixture(scope="module")
def ratios(record: Record) -> dict[str, dict[str, float]]:
    jobs = record.performance["jobs"]
    return {job["id"]: {way["name"]: way["ratio"] for way in job["ways"]} for job in jobs}


@pytest.fixture(scope="module")
def links() -> dict[str, str]:
    """{example: the text of the pages that show it}."""
    shown: dict[str, str] = {}
    for page in read_pages(ROOT).values():
        for directive in page.directives:
            before = "elsewhere/" if directive.kind == "elsewhere" else ""
            name = before + directive.argument
            shown[name] = shown.get(name, "") + page.source
    return shown


def test_the_record_holds_the_ways_of_the_benchmark_with_their_code(record: Record) -> None:
    recorded = {(job["id"], way["name"]): way["code"] for job in record.performance["jobs"] for way in job["ways"]}
    limits = {key for key in recorded if key[1] in ("a memory copy",) or key[1].startswith("fresh memory from ")}
    written = {(job.id, way.name): way.code.strip() for job, way in WAYS}
    assert {key: code for key, code in recorded.items() if key not in limits} == written, (
        "run: python -m benchmarks.performance --record"
    )


def test_what_pages_show_of_a_way_is_a_part_of_its_code() -> None:
    assert [way.name for _, way in (*WAYS, *TO_A_GPU) if not set(steps(way.shown)) <= set(steps(way.code))] == []


def test_what_pages_show_is_what_was_measured(record: Record) -> None:
    scripts = {name: example.script for name, example in record.examples.items()}
    assert list(unlike(scripts, WAYS)) == []
    assert list(unlike(scripts | {name: here.script for name, here in record.elsewhere.items()}, TO_A_GPU)) == []


def test_no_slow_recipe_is_shown_without_a_reason(ratios: dict[str, dict[str, float]], links: dict[str, str]) -> None:
    assert list(slow(ratios, WAYS, links)) == []


def test_each_recipe_of_a_guide_says_what_it_costs(links: dict[str, str]) -> None:
    assert list(silent(WAYS, links)) == []
    assert list(silent(TO_A_GPU, links, "devices ")) == []


def test_what_is_said_of_costs_names_a_job_and_a_way() -> None:
    known = {f"{job.id}: {way.name}" for job, way in WAYS}
    known |= {f"devices {job.id}: {way.name}" for job, way in TO_A_GPU}
    kinds = [directive for page in read_pages(ROOT).values() for directive in page.directives]
    assert [
        directive.argument for directive in kinds if directive.kind == "cost" and directive.argument not in known
    ] == []


def test_a_recipe_of_a_guide_that_does_not_say_what_it_costs_is_told() -> None:
    job, way = Job("j", "a job", "", "batch", ()), Way("f", "", ["guides/a", "methods/b"])
    assert list(silent([(job, way)], {"guides/a": "::: cost j: f\n"})) == []
    assert list(silent([(job, way)], {"guides/a": ""})) == ["guides/a: its page lacks ::: cost j: f"]
    assert list(silent([(job, way)], {"guides/a": "::: cost j: f\n"}, "devices ")) == [
        "guides/a: its page lacks ::: cost devices j: f"
    ]


def test_a_recipe_that_was_edited_on_a_page_and_one_that_nobody_listed_are_told() -> None:
    scripts = {"p/a": "batch = f(images)\nprint(batch)\n", "p/b": "print(f(images))\n", "p/c": "f(labels)\n"}
    job = Job("j", "a job", "", "batch", ())
    way = Way("f", "batch = f(images)", pages=["p/a", "p/b"])
    assert list(unlike(scripts, [(job, way)])) == []
    assert "p/c lacks" in next(unlike(scripts, [(job, Way("f", way.code, ["p/a", "p/b", "p/c"]))]))
    assert "p/b shows" in next(unlike(scripts, [(job, Way("f", way.code, ["p/a"]))]))


def test_a_slow_recipe_without_a_reason_or_a_link_is_told() -> None:
    job = Job("j", "a job", "", "batch", ())
    fine = Way("f", "", ["p/a"], why="short")
    page = {"p/a": "see [how fast](../reference/performance.md#j)"}
    assert list(slow({"j": {"f": 1.6}}, [(job, fine)], page)) == []
    assert list(slow({"j": {"f": 1.4}}, [(job, Way("f", "", ["p/a"]))], {})) == []
    assert list(slow({"j": {"f": 1.6}}, [(job, Way("f", "", ["p/a"]))], page)) == ["j, f: why is it shown?"]
    assert list(slow({"j": {"f": 1.6}}, [(job, fine)], {"p/a": ""})) == [
        "p/a: its page does not link to performance.md#j"
    ]
