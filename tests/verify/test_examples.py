"""Gate 1: a fresh run equals the record. One example is one test id: `pytest -k share`."""

from collections import defaultdict

import pytest

from snippets.store.examples import EXAMPLES, names, orphans, output_file, script_file, stale
from snippets.store.files import ROOT
from snippets.store.libraries import LIBRARIES
from snippets.store.releases import read_pinned
from snippets.store.types import announced
from snippets.verify import examples
from snippets.verify.installed import environment_problems, installed_libraries, otherwise
from snippets.verify.measure import scripts_in
from snippets.verify.run.isolate import Run
from snippets.verify.run.speed import imported
from tests.verify.plain import run_plain

NAMES = names(ROOT)


def selected(request: pytest.FixtureRequest, test: str) -> list[str]:
    """The examples whose test `test` runs in this session, so that one is as fast as one can be."""
    items = [item for item in request.session.items if getattr(item, "originalname", "") == test]
    return [item.callspec.params["name"] for item in items]  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def problems(request: pytest.FixtureRequest) -> dict[str, list[str]]:
    found = defaultdict(list)
    for problem in examples.check(ROOT, selected(request, "test_a_fresh_run_equals_the_record")):
        found[problem.file.removeprefix(f"{EXAMPLES}/").rpartition(".")[0]].append(str(problem))
    return found


@pytest.fixture(scope="module")
def plain(request: pytest.FixtureRequest) -> dict[str, Run]:
    names = selected(request, "test_plain_python_shows_the_same")
    return run_plain({name: (ROOT / script_file(name)).read_bytes().decode() for name in names}, share=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_fresh_run_equals_the_record(name: str, problems: dict[str, list[str]]) -> None:
    assert not problems[name], "\n".join(problems[name])


@pytest.mark.plain
@pytest.mark.parametrize("name", NAMES)
def test_plain_python_shows_the_same(name: str, plain: dict[str, Run]) -> None:
    if name in otherwise(ROOT):
        assert plain[name].output.encode() != (ROOT / output_file(name)).read_bytes()
        return
    assert plain[name].output.encode() == (ROOT / output_file(name)).read_bytes()
    assert plain[name].exit == announced((ROOT / script_file(name)).read_text(encoding="utf-8")).exit


def test_no_output_is_without_its_script() -> None:
    assert not stale(ROOT, orphans(ROOT))


def test_the_installed_versions_are_the_recorded_ones() -> None:
    assert not environment_problems(ROOT)
    assert read_pinned(ROOT).libraries == installed_libraries()


def test_what_examples_and_proofs_import_is_known_by_the_name_that_pip_has_for_it() -> None:
    modules = {module.partition(".")[0] for script in scripts_in(ROOT).values() for module in imported(script)}
    assert modules - {"torch"} <= {*LIBRARIES}
