"""What CONTRIBUTING says can be done, done on a copy of the repository: what has to follow by hand is told with a fix.

A fact with its mutant is added in verify/test_mutants.py, a method and a layout in verify/test_matrix.py.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from snippets import new
from snippets.cli import main
from snippets.problem import Problem
from snippets.publish import gates
from snippets.publish.page import read_pages
from snippets.publish.sources import Sources
from snippets.store.examples import record_file
from snippets.store.files import ROOT
from snippets.store.record import load
from snippets.store.releases import file_of, read_pinned, read_releases, write_release
from snippets.store.types import Release
from snippets.verify.releases import pin

LEFT_OUT = shutil.ignore_patterns("__pycache__", ".git", ".venv", "site", "shared", ".*_cache")
EXAMPLE = "import numpy as np\nimport torch\n\nlabels = np.array([3, 1, 2])\nprint(torch.from_numpy(labels).dtype)\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the repository."""
    shutil.copytree(ROOT, tmp_path / "copy", ignore=LEFT_OUT)
    return tmp_path / "copy"


def refused(root: Path) -> list[Problem]:
    """What the build of the copy would refuse."""
    return gates.problems(Sources(read_pages(root), load(root), root))


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.file, problem.fix) for problem in problems]


def add_example(root: Path, name: str, script: str = EXAMPLE) -> None:
    assert main(["new", name], root) == 0
    (root / f"snippets/examples/{name}.py").write_text(script)
    assert main(["update", name], root) == 0
    page = root / f"docs/{name.rpartition('/')[0]}.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(f"::: example {name}", f"Labels keep their dtype:\n\n::: example {name}"))


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A program in the copy, with the copy's own code."""
    env = os.environ | {"PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def test_an_example_is_added_by_its_script_its_output_its_record_and_a_line_of_its_page(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    add_example(root, "methods/from_numpy/mine")
    after = {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    changed = {path.relative_to(root).as_posix() for path in after if after[path] != before.get(path)}
    files = {f"snippets/examples/methods/from_numpy/mine.{suffix}" for suffix in ("py", "out")}
    assert changed == {*files, record_file("methods/from_numpy/mine"), "docs/methods/from_numpy.md"}
    assert refused(root) == []
    assert main(["check", "methods/from_numpy/mine"], root) == 0


def test_an_example_that_is_deleted_leaves_nothing_that_is_not_told(root: Path) -> None:
    name = "methods/from_numpy/share"
    (root / f"snippets/examples/{name}.py").unlink()
    (problem,) = [problem for problem in refused(root) if problem.file == f"snippets/examples/{name}.out"]
    assert f"git rm --ignore-unmatch snippets/examples/{name}.out {record_file(name)}" in problem.fix
    (root / f"snippets/examples/{name}.out").unlink()
    (root / record_file(name)).unlink()
    pages = [page for page in read_pages(root).values() if f"::: example {name}\n" in page.source]
    assert {problem.file for problem in refused(root)} >= {page.file for page in pages}
    for page in pages:
        (root / page.file).write_text(page.source.replace(f"::: example {name}\n", ""))
    left = [problem for problem in refused(root) if "without proof" not in problem.found]
    assert left == [], "but for sentences that the example showed"


def test_an_example_that_is_renamed_is_told_until_its_new_name_is_everywhere(root: Path) -> None:
    old, name = "guides/masks/mask", "guides/masks/which_elements"
    (root / f"snippets/examples/{old}.py").rename(root / f"snippets/examples/{name}.py")
    assert main(["update", name], root) == 0
    fix = f"git rm --ignore-unmatch snippets/examples/{old}.out {record_file(old)}"
    assert any(fix in problem.fix for problem in refused(root))
    for left in (f"snippets/examples/{old}.out", record_file(old)):
        (root / left).unlink(missing_ok=True)
    shown = {page.file for page in read_pages(root).values() if f"example {old}\n" in page.source}
    assert {problem.file for problem in refused(root)} >= shown
    for file in shown:
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(text.replace(f"example {old}\n", f"example {name}\n"), encoding="utf-8")
    assert refused(root) == []


def test_a_page_is_made_with_its_first_example_and_is_told_until_the_navigation_calls_it_so(root: Path) -> None:
    head = "---\ntitle: Labels in a box\ndescription: What a box of labels is.\nsearch:\n  words: carton\n---\n"
    (root / "docs/guides/box.md").write_text(f"{head}\n# Labels in a box\n")
    add_example(root, "guides/box/first")
    nav = root / "mkdocs.yml"
    nav.write_text(nav.read_text().replace("  - Tutorials:\n", "      - A box: guides/box.md\n  - Tutorials:\n"))
    (problem,) = refused(root)
    assert "by a name that its title begins with: Labels in a box" in problem.expected
    nav.write_text(nav.read_text().replace("- A box: guides", "- Labels in a box: guides"))
    assert refused(root) == []


def test_of_a_record_and_an_output_in_a_merge_either_side_is_taken_and_updated(root: Path) -> None:
    name = "guides/masks/mask"
    output, record = root / f"snippets/examples/{name}.out", root / record_file(name)
    ours, before = record.read_text(), output.read_text()
    record.write_text(f"<<<<<<< HEAD\n{ours}=======\n{ours}>>>>>>> branch\n")
    with pytest.raises(Problem) as raised:
        load(root)
    assert raised.value.file == record_file(name)
    assert f"python -m snippets update {name}" in raised.value.fix
    record.write_text(ours)
    output.write_text(f"{before}of the other branch\n")
    assert f"snippets/examples/{name}.out" in {problem.file for problem in refused(root)}
    assert main(["update", name], root) == 0
    assert (output.read_text(), refused(root)) == (before, [])


def test_a_page_that_is_renamed_takes_along_what_is_its_own(root: Path) -> None:
    old, new_name = "pitfalls/uninitialized", "pitfalls/not_filled"
    (root / f"docs/{old}.md").rename(root / f"docs/{new_name}.md")
    for place in ("snippets/examples/{}", "snippets/recorded/examples/{}", "snippets/facts/{}.py"):
        (root / place.format(old)).rename(root / place.format(new_name))
    for file in [*(root / "docs").rglob("*.md"), root / "mkdocs.yml", *(root / "snippets/matrix").glob("*.toml")]:
        file.write_text(file.read_text(encoding="utf-8").replace(old, new_name), encoding="utf-8")
    beside = [file for file in (root / "docs/pitfalls").glob("*.md") if "(uninitialized.md" in file.read_text()]
    links = [problem.file for problem in refused(root) if problem.fix == "did you mean not_filled.md?"]
    assert sorted({*links}) == sorted(f"docs/pitfalls/{file.name}" for file in beside)
    for file in beside:
        file.write_text(
            file.read_text(encoding="utf-8").replace("(uninitialized.md", "(not_filled.md"), encoding="utf-8"
        )
    fixes = {problem.fix for problem in refused(root)}
    assert fixes
    assert all("python -m snippets update" in fix for fix in fixes)
    assert main(["update", f"facts/{new_name}"], root) == 0
    assert [problem for problem in refused(root) if "update" in problem.fix] == []


@pytest.fixture
def newest(root: Path) -> Release:
    """A release newer than all, made up, in a file of its own: it gives what the pinned one gives, but for one."""
    record = load(root)
    runs = record.pinned.runs
    name = "methods/from_numpy/share"
    environment = replace(record.environment, torch="9.0.0", numpy="9.0.0")
    other = replace(runs[name], output="something else\n")
    release = Release(environment, "2030-01-01", {**runs, name: other}, record.matrix)
    write_release(root, file_of(environment), release)
    return release


def test_a_release_is_one_file_and_the_page_that_a_command_makes_of_it(root: Path, newest: Release) -> None:
    assert told(refused(root)) == [
        (file_of(newest.environment), "run: python -m snippets versions 9.0.0/9.0.0, which makes it")
    ]
    assert new.release_pages(root) == [f"made      docs/reference/versions/{newest.leaf}.md"]
    assert refused(root) == []
    assert passes(root, "tests/store", "tests/publish/test_releases.py", "tests/publish/gates")


def test_another_release_is_made_the_pinned_one_and_the_others_stay_as_they_are(root: Path, newest: Release) -> None:
    before = {release.leaf: (root / file_of(release.environment)).read_bytes() for release in read_releases(root)}
    old = read_pinned(root)
    pin(root, newest.environment)
    assert new.release_pages(root) == [f"made      docs/reference/versions/{old.leaf}.md"]
    assert refused(root) == []
    assert read_pinned(root).environment == newest.environment
    after = {release.leaf: (root / file_of(release.environment)).read_bytes() for release in read_releases(root)}
    assert {leaf: after[leaf] for leaf in after if leaf != old.leaf} == {
        leaf: text for leaf, text in before.items() if leaf != newest.leaf
    }
    assert (root / "snippets/examples/methods/from_numpy/share.out").read_text() == "something else\n"
    assert passes(root, "tests/store", "tests/publish/test_releases.py", "tests/publish/gates")


def passes(root: Path, *tests: str) -> bool:
    """Whether these tests of the copy pass there."""
    done = run(root, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests)
    assert done.returncode == 0, done.stdout[-3000:]
    return True


def test_a_table_is_a_function_and_an_entry(root: Path) -> None:
    file = root / "snippets/publish/directives.py"
    entry = '    "count": _table(lambda _, records: f"There are {len(records.examples)} examples."),\n'
    file.write_text(file.read_text().replace('    "pairs": _table', f'{entry}    "pairs": _table', 1))
    (root / "docs/methods/clone.md").write_text("# Title\n\nSo many arrays are copied:\n\n::: count\n")
    code = """
from snippets.publish.directives import expand
from snippets.publish.gates import prose
from snippets.publish.page import read_pages
from snippets.publish.sources import Sources
from snippets.store.record import load
from snippets.store.files import ROOT
pages, record = read_pages(ROOT), load()
print(expand(pages["methods/clone"], record, "markdown")[0])
print([problem.file for problem in prose.problems(Sources(pages, record, ROOT))])
"""
    shown = run(root, sys.executable, "-c", code).stdout
    assert f"There are {len(load(ROOT).examples)} examples." in shown
    assert shown.endswith("[]\n"), "the table proves the sentence above it"


def test_a_check_is_a_file_and_its_test(root: Path) -> None:
    gate = '''"""Pages that shout."""

from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.sources import Sources


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each."""
    for page in sources.pages.values():
        if "?!" in page.source:
            yield Problem(page.file, 1, "calm", "a page that shouts", "write one mark")
'''
    test = '''"""Shouting is told."""

from snippets.publish.gates import shouts
from tests.publish.gates.conftest import Try


def test_shouting_is_told(found: Try) -> None:
    assert found(shouts.problems, "What?!") == [("docs/methods/p.md", 1, "a page that shouts")]
'''
    folder = root / "snippets/publish/gates"
    (folder / "shouts.py").write_text(gate)
    alone = run(
        root, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/publish/gates/test_gates.py"
    )
    assert "shouts" in alone.stdout, "a file without a test is told"
    (root / "tests/publish/gates/test_shouts.py").write_text(test)
    assert passes(root, "tests/publish/gates/test_gates.py", "tests/publish/gates/test_shouts.py")


def test_two_branches_that_each_added_an_example_are_merged_without_a_conflict(root: Path) -> None:
    def git(*command: str) -> str:
        done = run(root, "git", "-c", "user.name=A", "-c", "user.email=a@b.c", *command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "all")
    other = EXAMPLE.replace("from_numpy", "from_dlpack")  # the same script under two names is refused
    for branch, name, script in ("one", "methods/from_numpy/mine", EXAMPLE), ("two", "methods/from_dlpack/mine", other):
        git("checkout", "-q", "-b", branch, "main")
        add_example(root, name, script)
        git("add", "-A")
        git("commit", "-qm", branch)
    git("merge", "-q", "--no-edit", "one")
    assert refused(root) == []
