"""Other releases: what is measured of them, what is kept, and what happens when they cannot be measured."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snippets.problem import Problem
from snippets.store import examples
from snippets.store.differences import compared
from snippets.store.files import ROOT
from snippets.store.releases import file_of, read_pinned, read_platforms, read_releases, write_pinned, write_release
from snippets.store.types import Environment, Example, Matrix, Release
from snippets.verify import releases
from snippets.verify.measure import can_import, steady, with_dtypes_of
from snippets.verify.releases import comparison, pin
from snippets.verify.run.isolate import Run
from snippets.verify.run.rules import imports
from tests.conftest import Repository
from tests.store.made_up import (
    ABORTS,
    EXAMPLES,
    HERE,
    NEWER,
    OTHER,
    PINNED,
    RAISES,
    RECORD,
    REVERSED,
    measured,
    ran,
)

ON_PAGES = RECORD.pinned
OLDEST = Environment("2.0.1", "1.24.4", "3.11", HERE.platform)


@pytest.fixture
def root(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the made-up record in it."""
    for example in EXAMPLES.values():
        repository.script(example.name, example.script)
        examples.record(repository.root, example.name, example.script.encode(), example.output.encode())
    module = repository.root / "snippets/facts/p.py"
    module.parent.mkdir(parents=True)
    module.write_text('"""Facts."""\n\n\ndef holds():\n    """It holds."""\n    assert True\n')
    shutil.rmtree(repository.root / "snippets/recorded/releases")
    write_pinned(repository.root, Release(HERE, "2026-11-01", matrix=PINNED))
    return repository.root


def test_what_is_alike_but_for_an_address_is_told_without_it_and_what_is_not_is_not_told() -> None:
    first, second = (Run("p/q", f"<function f at {at}> 0x1f\n", "error", "", (), "") for at in ["0x7f01", "0x7f02aa"])
    assert steady([first]) == first
    assert steady([first, second]) is None, "too short for an address"
    second, third = (replace(first, output=f"f at {at} 0x1f\n") for at in ["0x7f49c99779c0", "0x7fcf23b73740"])
    assert steady([second, third]) == replace(first, output="f at 0x... 0x1f\n")
    assert steady([second, replace(second, exit="0")]) is None


def test_an_example_whose_library_is_missing_is_not_run() -> None:
    assert can_import("import json\nimport numpy.linalg as linalg\nfrom torch import nn\n")
    assert not can_import("import numpy as np\nimport no_such_library.part\n")
    assert not can_import("def run():\n    from no_such_library import part\n")


def test_what_measuring_imports_is_installed_with_each_release() -> None:
    code = "import snippets.verify.measure, sys\nfor name in sys.modules:\n    if name.startswith('snippets'):\n"
    code += "        print(sys.modules[name].__file__)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    trees = [ast.parse(Path(file).read_text(encoding="utf-8")) for file in done.stdout.splitlines()]
    packages = {module.partition(".")[0] for tree in trees for _, module in imports(tree)}
    assert packages - {*sys.stdlib_module_names, "snippets", "torch", "numpy"} == {*releases.OURS}


def gives(monkeypatch: pytest.MonkeyPatch, release: Release | Problem, asked: list[list[str]] | None = None) -> None:
    """Makes measuring give what of `release` is asked for."""

    def measure(wanted: Environment, names: Iterable[str]) -> Release:
        names = sorted(names)
        if asked is not None:
            asked.append(names)
        if isinstance(release, Problem) or wanted == OLDEST:
            raise release if isinstance(release, Problem) else Problem("f", 1, "installed", "no network", "see")
        runs = {name: run for name, run in release.runs.items() if name in names}
        return replace(release, runs=runs, matrix=release.matrix if "matrix/from_dlpack" in names else Matrix())

    monkeypatch.setattr(releases, "measure", measure)


def test_a_release_that_fails_leaves_nothing_and_the_others_are_recorded(
    monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    gives(monkeypatch, measured())
    told: list[str] = []
    problems = releases.run(root, [OLDEST, NEWER], told.append)
    assert [problem.found for problem in problems] == ["no network"]
    (release,) = read_releases(root)
    assert (release.name, release.runs, release.matrix.cells) == (
        "torch 2.15.0, numpy 2.5.5", measured().runs, OTHER.cells,
    )  # fmt: skip
    assert told[-1].startswith("recorded  torch 2.15.0, NumPy 2.5.5, Python 3.12: 3 runs and 2 cells (")


def test_only_what_is_not_known_of_a_recorded_release_is_measured(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    asked: list[list[str]] = []
    steady = measured(runs={**measured().runs, "p/unsteady": ran("p/unsteady", "p/unsteady\n")})
    absent = {("to_torch", "uint16", layout): "TypeError: no such dtype" for layout in ("contiguous", "reversed")}
    gives(monkeypatch, replace(steady, matrix=Matrix(OTHER.cells, absent)), asked)
    assert releases.run(root, [NEWER], lambda text: None) == []
    assert asked == [["matrix/from_dlpack", "p#holds", "p/other", "p/same", "p/unsteady"]]
    told: list[str] = []
    assert releases.run(root, [NEWER], told.append) == []
    assert told == ["recorded  torch 2.15.0, NumPy 2.5.5, Python 3.12"]
    (before,) = read_releases(root)
    (root / examples.script_file("p/same")).write_text("print('p/same')  # a comment\n")
    assert releases.run(root, [NEWER], told.append) == []
    assert len(asked) == 1, "a comment makes nothing unmeasured"
    (root / examples.script_file("q/same")).parent.mkdir(parents=True)
    (root / examples.script_file("p/same")).rename(root / examples.script_file("q/same"))
    assert releases.run(root, [NEWER], told.append) == []
    assert len(asked) == 1, "nor does another page"
    shown = replace(read_pinned(root), runs={"q/same": before.runs["p/same"], "q/other": before.runs["p/same"]})
    assert compared(before, shown, {}).known == {"q/same"}, "a warning would name the file"
    (root / examples.script_file("q/same")).rename(root / examples.script_file("p/same"))
    (root / examples.script_file("p/same")).write_text("print('edited')\n")
    assert releases.run(root, [NEWER], told.append) == []
    assert asked[1:] == [["p/same"]]
    (after,) = read_releases(root)
    assert (set(after.runs), after.matrix.cells) == (set(before.runs), before.matrix.cells)
    new = {**PINNED.cells, ("from_dlpack", "int8", "contiguous"): RAISES}
    write_pinned(root, replace(read_pinned(root), matrix=Matrix(new)))
    releases.run(root, [NEWER], told.append)
    assert asked[2:] == [["matrix/from_dlpack", "p/same"]], "the edited script still has no run of its own"


def test_a_release_that_does_not_work_is_a_result(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    broken = Release(NEWER, "2026-11-25", broken="RuntimeError: Numpy is not available")
    monkeypatch.setattr(releases, "measure", lambda wanted, names: broken)
    told: list[str] = []
    assert releases.run(root, [NEWER], told.append) == []
    (release,) = read_releases(root)
    assert release.broken == "RuntimeError: Numpy is not available"
    monkeypatch.setattr(releases, "measure", None)
    assert releases.run(root, [NEWER], told.append) == []
    assert told[-1] == f"recorded  {NEWER}"


def test_a_full_disk_is_told_before_anything_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usage = type(shutil.disk_usage(tmp_path))(10, 9, 1)
    monkeypatch.setattr(releases.shutil, "disk_usage", lambda folder: usage)
    monkeypatch.setattr(releases.tempfile, "tempdir", str(tmp_path))
    with pytest.raises(Problem, match=r"GB for torch 2\.15\.0"):
        releases.measure(NEWER, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            "error: No solution found when resolving `--with` dependencies\n  cause: Because there is no version of "
            "torch==1.0 and you require torch==1.0, we can conclude that your requirements are unsatisfiable.\n",
            "uv: Because there is no version of torch==1.0 and you require torch==1.0, we can conclude that your "
            "requirements are unsatisfiable.",
        ),
        (
            "  × No solution found when resolving `--with` dependencies:\n  ╰─▶ Because torch==1.0 has no wheels with\n"
            "      a matching Python ABI tag\n\n      hint: we only found wheels for others\n",
            "uv: Because torch==1.0 has no wheels with a matching Python ABI tag",
        ),
        ("error: Failed to fetch: `https://pypi.org/simple/torch/`\n", ""),
        ("error: No interpreter found for Python 3.99 in virtual environments or search path\n", ""),
    ],
)
def test_what_uv_says_tells_a_release_that_does_not_exist_from_a_lost_network(
    said: str, why: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def uv(command: list[str], **options: Any) -> Any:
        return type("Done", (), {"returncode": 1, "stderr": said})

    monkeypatch.setattr(releases.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(releases.subprocess, "run", uv)
    if why:
        assert releases.measure(NEWER, []).broken == why
    else:
        with pytest.raises(Problem, match="ended with 1") as caught:
            releases.measure(NEWER, [])
        assert said.strip() in caught.value.detail
    assert list(tmp_path.iterdir()) == []


def test_an_environment_is_removed_whatever_happens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def uv(command: list[str], **options: Any) -> Any:
        Path(command[command.index("--cache-dir") + 1]).mkdir()
        raise KeyboardInterrupt

    monkeypatch.setattr(releases.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(releases.subprocess, "run", uv)
    with pytest.raises(KeyboardInterrupt):
        releases.measure(NEWER, ["p/same"])
    assert list(tmp_path.iterdir()) == []


def test_as_recorded_known_and_new_are_told_apart() -> None:
    near = comparison(measured(), ON_PAGES, measured())
    assert near.known == ["p/other", "p#holds", "matrix/from_dlpack (3 cells)"]
    assert (near.same, near.new) == (2, {})
    absent = {("to_torch", "uint16", "reversed"): "TypeError: no such dtype", **OTHER.absent}
    both = measured(matrix=Matrix(OTHER.cells, absent))
    assert comparison(both, ON_PAGES, both).new == {}
    assert set(comparison(measured(), ON_PAGES, ON_PAGES).new) == {
        "p/other", "p#holds",
        "from_dlpack float32 reversed", "from_dlpack uint16 contiguous", "from_dlpack uint16 reversed",
    }  # fmt: skip


@pytest.mark.parametrize("change", ["deleted", "invented", "a cell deleted", "a cell invented"])
def test_a_difference_that_was_deleted_or_invented_is_new_when_the_release_is_run(change: str) -> None:
    runs, cells = dict(measured().runs), dict(OTHER.cells)
    plain = ("from_dlpack", "float32", "contiguous")
    if change == "deleted":
        runs["p/other"] = ran("p/other", "p/other\n")
    elif change == "invented":
        runs["p/same"] = ran("p/same", "never\n")
    elif change == "a cell deleted":
        cells[REVERSED] = ABORTS
    else:
        cells[plain] = RAISES
    edited = measured(runs=runs, matrix=Matrix(cells, OTHER.absent))
    name = {"deleted": "p/other", "invented": "p/same", "a cell deleted": " ".join(REVERSED)}.get(
        change, " ".join(plain)
    )
    assert name in comparison(measured(), ON_PAGES, edited).new


def at(monkeypatch: pytest.MonkeyPatch, release: Release) -> None:
    monkeypatch.setattr(releases, "measured", lambda root, names: release)


def test_check_with_another_release_compares_with_its_record(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    write_release(root, file_of(NEWER), measured())
    at(monkeypatch, replace(measured(), matrix=Matrix()))
    told: list[str] = []
    assert releases.check_here(root, {"p/same"}, told.append) == []
    assert told[0].endswith("compared with the record of torch 2.15.0, numpy 2.5.5, Linux x86_64")
    assert "known to differ: 2\n  p/other\n" in told[2]
    at(monkeypatch, measured(runs={"p/same": ran("p/same", "surprise\n")}, matrix=Matrix()))
    (problem,) = releases.check_here(root, {"p/same"}, told.append)
    assert problem.file == "snippets/examples/p/same.py"
    assert problem.detail == "-[0] p/same\n\n+[0] surprise\n"
    assert "report it" in problem.fix


def test_without_a_record_of_its_own_an_installation_is_compared_with_the_next_older(
    monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    write_release(root, file_of(NEWER), measured())
    told: list[str] = []
    at(monkeypatch, measured(environment=replace(NEWER, torch="2.16.0")))
    releases.check_here(root, {"p/same"}, told.append)
    assert "compared with the record of torch 2.15.0, numpy 2.5.5" in told[0]
    at(monkeypatch, measured(environment=replace(NEWER, torch="2.14.0")))
    releases.check_here(root, {"p/same"}, told.append)
    assert told[3].endswith("compared with the pages")


def test_another_platform_with_the_pinned_release_has_a_record_of_its_own(
    monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    windows = replace(HERE, platform="Windows AMD64")
    at(monkeypatch, measured(environment=windows))
    told: list[str] = []
    assert releases.record_here(root, told.append) == []
    assert told == ["recorded  snippets/recorded/platforms/windows-amd64.json: 3 runs and 2 cells"]
    (release,) = read_platforms(root)
    assert release.environment == windows
    at(monkeypatch, measured(environment=HERE))
    (problem,) = releases.record_here(root)
    assert "which the pages themselves are of" in problem.found


def test_pinning_another_release_moves_what_both_gave_and_measures_nothing(root: Path) -> None:
    write_release(root, file_of(NEWER), measured())
    pin(root, NEWER)
    pinned, (old,) = read_pinned(root), read_releases(root)
    assert (pinned.environment, pinned.runs, pinned.matrix.cells) == (NEWER, {}, OTHER.cells)
    assert examples.read_example(root, "p/other").output == "TypeError: no\n"
    assert examples.read_example(root, "p/unsteady").output == "p/unsteady\n"
    assert (old.environment, old.matrix.cells, old.measured) == (HERE, PINNED.cells, "2026-11-01")
    assert old.runs["p/other"] == ran("p/other", "p/other\n")
    assert old.runs["p#holds"] == ran("p#holds", "")
    pin(root, HERE)
    assert read_pinned(root).environment == HERE
    assert {name: examples.read_example(root, name) for name in EXAMPLES} == EXAMPLES
    assert examples.stale(root, EXAMPLES) == {}


@pytest.mark.parametrize("recorded", [True, False])
def test_an_upgrade_pins_installs_records_and_keeps_the_old_release(
    recorded: bool, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    for file in ("requirements.txt", "constraints.txt"):
        (root / file).write_text("torch==2.13.0\nnumpy==2.4.6\npandas==3.1\n", encoding="utf-8")
    if recorded:
        write_release(root, file_of(NEWER), measured())
    ran_: list[list[str]] = []

    def runs(command: list[str], **options: Any) -> Any:
        ran_.append(command[2:])
        return type("Done", (), {"returncode": 0})

    monkeypatch.setattr(releases.subprocess, "run", runs)
    assert releases.upgrade(root, "2.15.0", "2.5.5", lambda text: None) == []
    assert ran_ == [["pip", "install", "-q", "torch==2.15.0", "numpy==2.5.5"], ["snippets", "update"]]
    assert (root / "requirements.txt").read_text() == "torch==2.15.0\nnumpy==2.5.5\npandas==3.1\n"
    (old,) = read_releases(root)
    assert (old.name, old.measured) == ("torch 2.13.0, numpy 2.4.6", "2026-11-01")
    assert old.runs["p/other"] == ran("p/other", "p/other\n")
    assert read_pinned(root).name == "torch 2.15.0, numpy 2.5.5"


def test_the_other_releases_are_not_touched_by_an_upgrade(root: Path) -> None:
    older = replace(HERE, torch="2.9.1")
    write_release(root, file_of(older), measured(environment=older))
    write_release(root, file_of(NEWER), measured())
    before = (root / file_of(older)).read_bytes()
    pin(root, NEWER)
    assert (root / file_of(older)).read_bytes() == before


def test_an_example_that_the_new_release_never_ran_keeps_its_output_and_is_as_recorded(root: Path) -> None:
    write_release(root, file_of(NEWER), measured(runs={}))
    pin(root, NEWER)
    assert examples.read_example(root, "p/other") == Example("p/other", "print('p/other')\n", "p/other\n")


def test_codes_of_dtypes_that_an_old_torch_lacks_are_left_out_of_a_loop_over_many() -> None:
    script = 'for dtype in "?bBhHiIlLefdFD":\n    a = np.zeros(1, "H")\nfor dtype in "bBhHL":\n    pass\nx = "HILL"\n'
    old, new = Environment("2.2.2", "1.26.4", "3.11", ""), Environment("2.3.1", "1.26.4", "3.11", "")
    assert with_dtypes_of(new, script) == script
    expected = script.replace("?bBhHiIlLefdFD", "?bBhilefdFD").replace("bBhHL", "bBh")
    assert with_dtypes_of(old, script) == expected
