"""`mkdocs serve` shows what a build gives, after each change; where something is wrong it says so and goes on."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.loop import EXAMPLE, PAGE, STYLE, Served, build, copy_repository, measure
from snippets.store import examples
from snippets.store.examples import output_file, record_file, script_file
from tests.conftest import without_libraries
from tests.publish.built import first, soup_of

FILE = f"docs/{PAGE}.md"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A copy of this repository under `mkdocs serve`, in a process that can import neither torch nor NumPy."""
    root = tmp_path_factory.mktemp("served")
    copy_repository(root)
    with Served(root, without_libraries(tmp_path_factory)) as served:
        yield served


def differences(served: Served, fresh: Path) -> list[str]:
    """The files in which what is served is not as in `fresh`."""
    while True:
        begun = served.built()
        paths = {path.relative_to(site) for site in (served.site, fresh) for path in site.rglob("*") if path.is_file()}
        found = [str(path) for path in sorted(paths) if content(served.site / path) != content(fresh / path)]
        if served.built() == begun:  # no build was made meanwhile
            return found


def content(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def record(root: Path, script: str, output: str) -> None:
    """Writes EXAMPLE and its output as `python -m snippets update` does."""
    (root / script_file(EXAMPLE)).write_text(script, encoding="utf-8")
    examples.record(root, EXAMPLE, script.encode(), output.encode())


def test_after_changes_of_all_kinds_what_is_served_is_what_a_new_build_gives(served: Served, tmp_path: Path) -> None:
    root, paths = served.root, (FILE, "mkdocs.yml", "docs/methods/tensor.md", STYLE, record_file(EXAMPLE))
    before = {path: (root / path).read_bytes() for path in (*paths, script_file(EXAMPLE), output_file(EXAMPLE))}
    new, first_build, fresh = root / "docs/new.md", tmp_path / "first", root / "site"
    served.built()
    shutil.copytree(served.site, first_build)

    def write_a_page() -> None:
        new.write_text("---\ntitle: New\ndescription: It is.\n---\n\n# Brand new\n")
        replace(root / FILE, "\n## ", "\n## Fresh heading\n\nOver [here](../new.md).\n\n## ")
        replace(root / "docs/methods/tensor.md", "\n## ", "\nLook [there](from_numpy.md#fresh-heading).\n\n## ")

    served.after(write_a_page)
    served.save("mkdocs.yml", "  - Overview: index.md", "  - Overview: index.md\n  - Brand new: new.md")
    served.save(STYLE, "--page: #fff", "--page: #eee")
    served.after(lambda: record(root, "import torch\n\nprint(torch.arange(77))\n", "seventy-seven\n"))
    build(root, fresh, SITE_URL=served.url)
    assert differences(served, fresh) == []
    assert "seventy-seven" in served.page(f"{PAGE}/")
    assert "Brand new" in served.page("llms.txt")
    assert "--page: #eee" in served.page("assets/site.css")
    assert "seventy-seven" in served.page("data/examples.json")
    new.unlink()
    served.after(lambda: [(root / path).write_bytes(data) for path, data in before.items()])
    assert differences(served, first_build) == [], "it began with a whole build of the same files"


def replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


WRONG = {
    "A tensor shares the memory of the array.": "says without proof: A tensor shares the memory of the array.",
    "```python\nimport torch\n```": "Python typed into the page",
    "<<<<<<< HEAD": "a conflict marker, <<<<<<<",
    "::: exampel methods/from_numpy/share": "unknown directive 'exampel'",
    "[a](nowhere.md)": "a link to nowhere.md",
    "[a](tensor.md#nowhere)": "a link to tensor.md#nowhere",
}


@contextmanager
def changed(served: Served, file: Path, content: bytes | None) -> Iterator[None]:
    """While `file` has other content (None: is not there) and is served so; the next test finds it as it was."""
    before = file.read_bytes()
    served.after(file.unlink if content is None else lambda: file.write_bytes(content))
    try:
        yield
    finally:
        served.after(lambda: file.write_bytes(before))


def test_what_is_wrong_with_a_page_is_told_on_it_and_in_the_terminal_until_it_is_mended(served: Served) -> None:
    file = served.root / FILE
    before, added, heads = file.read_text(encoding="utf-8"), "", set[str]()
    for text, found in WRONG.items():
        heads.add(f"{FILE}:{(before + added).count(chr(10)) + 2}: {found}")
        added += f"\n{text}\n"
    with changed(served, file, (before + added).encode()):
        for _ in range(2):  # what is kept from one build to the next is told again
            boxes = [box.get_text().split("\n") for box in soup_of(served.page(f"{PAGE}/")).select("article .problem")]
            assert {box[0] for box in boxes} == heads
            assert len(boxes) == len(heads), "each is told once"
            lines = [line.strip() for box in boxes for line in box[1:]]
            assert all(line.startswith(("expected: ", "found: ", "fix: ")) for line in lines)
            told = served.told()
            assert [head for head in heads if head not in told] == []
            served.save(STYLE, "/*", "/* */ /*")
    assert not soup_of(served.page(f"{PAGE}/")).select(".problem")
    assert FILE not in served.told()


def test_a_page_that_is_gone_is_missed_by_the_pages_that_link_to_it(served: Served) -> None:
    """Also by those that did not change, and are kept."""
    assert "(round_trip.md)" in (served.root / FILE).read_text(encoding="utf-8")
    with changed(served, served.root / "docs/methods/round_trip.md", None):
        boxes = soup_of(served.page(f"{PAGE}/")).select("article .problem")
        assert any("a link to round_trip.md" in box.get_text() for box in boxes)
    assert not soup_of(served.page(f"{PAGE}/")).select(".problem")


def test_a_script_that_was_edited_is_nowhere_shown_with_an_output_that_is_not_its_own(served: Served) -> None:
    script, output = (served.root / file(EXAMPLE) for file in (script_file, output_file))
    text = script.read_text(encoding="utf-8")
    with changed(served, script, f"{text}print(77".encode()):  # half of a line, as one saves it
        block = first(soup_of(served.page(f"{PAGE}/")), f'.example[data-example="{EXAMPLE}"]')
        assert first(block, ".highlight code").get_text() == text + "print(77"
        assert not block.select(".output, .other-output")
        said = first(block, ".problem").get_text()
        assert "edited since it was recorded" in said
        assert f"run: python -m snippets update {EXAMPLE}" in said
        copy = served.page(f"{PAGE}/index.md")
        assert f"{text}print(77\n```\n\n```text stale" in copy.replace(" no-final-newline", "")
        entries = json.loads(served.page("data/examples.json"))["examples"]
        assert output.read_text(encoding="utf-8")
        assert [entry["output"] for entry in entries if entry["name"] == EXAMPLE] == [""]
        assert not soup_of(served.page(f"{PAGE}/")).select("article > .problem"), "it is told where it is"
    assert first(soup_of(served.page(f"{PAGE}/")), f'.example[data-example="{EXAMPLE}"] .output')


def test_a_record_that_cannot_be_read_is_as_it_was_before_and_is_told_on_the_first_page(served: Served) -> None:
    index = served.root / record_file(EXAMPLE)
    with changed(served, index, b"<<<<<<< HEAD\n" + index.read_bytes()):
        assert f"{record_file(EXAMPLE)}:1: " in first(soup_of(served.page()), "article .problem").get_text()
        assert first(soup_of(served.page(f"{PAGE}/")), f'.example[data-example="{EXAMPLE}"] .output')
    assert not soup_of(served.page()).select(".problem")


def test_a_module_that_was_edited_asks_for_a_new_start(served: Served) -> None:
    module = served.root / "snippets/publish/tables.py"
    served.after(lambda: module.touch())
    assert "snippets/publish/tables.py:1: edited since it was loaded" in served.told()
    assert "start it again" in first(soup_of(served.page()), "article .problem").get_text()
    shutil.copystat(served.root / "snippets/publish/data.py", module)
    served.save(STYLE, "/*", "/* */ /*")
    assert not soup_of(served.page()).select(".problem")


def test_an_open_page_loads_again_by_itself_under_its_content_policy(served: Served, page: Page) -> None:
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(f"{served.url}{PAGE}/")
    page.wait_for_load_state("load")
    heading = page.get_by_role("heading", name="Loaded by itself")
    served.save(FILE, "\n## ", "\n## Loaded by itself\n\n## ")
    expect(heading).to_be_visible()
    served.save(FILE, "\n## Loaded by itself\n", "")
    expect(heading).to_have_count(0)  # a browser that is closed while it loads a page may wait forever
    assert wrong == []


def test_the_benchmark_of_this_loop_measures_each_of_its_steps(served: Served) -> None:
    found = measure(served, 1)
    assert list(found) == ["a page", "an example", "a style sheet", "make site"]
    assert all(len(times) == 1 and times[0] > 0 for times in found.values())
