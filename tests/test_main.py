"""The command line: what it prints, what it changes and how it ends."""

import subprocess
import sys
from pathlib import Path

import pytest

from snippets.cli import main, snippets
from snippets.kinds import KINDS, select
from snippets.store.files import ROOT
from tests.conftest import Repository, pretend

NAME = "methods/from_numpy/share"


@pytest.mark.parametrize("arguments", [["list"], ["list", "from_numpy"], ["show", NAME]])
def test_list_and_show_load_no_library_that_is_slow_to_load_and_read_no_file_over_and_over(
    arguments: list[str],
) -> None:
    code = f"""
import sys
from collections import Counter
opened = Counter()
sys.addaudithook(lambda event, given: event == "open" and opened.update([str(given[0])]))
from snippets.cli import main
status = main({arguments!r})
slow = sys.modules.keys() & {{"torch", "numpy", "pandas", "mkdocs", "nbformat", "bs4", "playwright"}}
often = [file for file, times in opened.items() if times > 3 and file.startswith({str(ROOT)!r})]
sys.exit(status or ", ".join([*slow, *often]) or 0)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert NAME in done.stdout


def test_list_filters_by_part_of_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "from_numpy"]) == 0
    names = [name for kind in KINDS.values() for name in kind.stored.names(ROOT)]
    assert capsys.readouterr().out.split() == [name for name in names if "from_numpy" in name]


def test_list_says_what_is_not_as_recorded(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.script("p/new", "print(1)\n")
    assert main(["list"], repository.root) == 0
    assert capsys.readouterr().out == "p/new  (never recorded)\n"


def test_show_prints_script_and_output_to_the_byte(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", NAME]) == 0
    shown = capsys.readouterr().out
    for suffix in (".py", ".out"):
        assert (ROOT / f"snippets/examples/{NAME}{suffix}").read_text() in shown


def test_run_prints_what_a_terminal_shows_and_how_it_ended(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.script("p/aborts", "# Ends with SIGABRT: to be seen\nimport os\nprint('before')\nos.abort()\n")
    assert main(["run", "p/aborts"], repository.root) == 0
    assert capsys.readouterr().out == "$ python p/aborts.py\nbefore\nAborted\n(ended with SIGABRT)\n"


def test_names_may_be_pages_and_files() -> None:
    every = {kind: KINDS[kind].stored.names(ROOT) for kind in KINDS}
    page = [name for name in every["examples"] if name.startswith("methods/from_numpy/")]
    facts = [name for name in every["facts"] if name.startswith("methods/from_numpy#")]
    assert chosen("methods/from_numpy") == {"examples": page, "facts": facts}
    assert chosen("facts/methods/from_numpy") == {"facts": facts}
    assert chosen("methods/from_numpy#shares_memory") == {"facts": ["methods/from_numpy#shares_memory"]}
    assert chosen(f"snippets/examples/{NAME}.py") == {"examples": [NAME]}
    assert chosen(f"./snippets/examples/{NAME}.out", NAME) == {"examples": [NAME]}
    assert chosen("snippets/tutorials/digits.py") == {"tutorials": ["tutorials/digits"]}
    assert chosen("matrix/from_numpy") == {"matrix": ["matrix/from_numpy"]}
    assert chosen() == every
    for kind in KINDS:
        assert chosen(kind) == {kind: every[kind]}


def chosen(*names: str) -> dict[str, list[str]]:
    return {kind: found for kind, found in select(ROOT, names).items() if found}


@pytest.mark.parametrize("command", ["show", "run", "check", "update"])
def test_an_unknown_name_is_bad_usage_and_gets_the_nearest(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "methods/from_numpy/shaer"]) == 2
    assert f"did you mean {NAME}?" in capsys.readouterr().err


def test_bad_usage_exits_with_2() -> None:
    assert main(["frobnicate"]) == 2
    assert main(["show"]) == 2


def test_check_exits_with_0_then_1_and_names_the_command_that_accepts(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.script("p/one", "print(1)\n")
    assert main(["update"], repository.root) == 0
    assert main(["check"], repository.root) == 0
    repository.output("p/one").write_text("2\n")
    capsys.readouterr()
    assert main(["check"], repository.root) == 1
    said = capsys.readouterr().out
    assert "snippets/examples/p/one.out:1: a fresh run prints something else" in said
    assert "-2\n+1\n" in said
    assert "python -m snippets update p/one" in said


def test_another_python_stops_update_and_another_torch_stops_an_update_of_one(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.script("p/one", "print(1)\n")
    pretend(repository.root, python="9.1")
    assert main(["update"], repository.root) == 1
    assert "use Python 9." in capsys.readouterr().out
    pretend(repository.root, torch="9.1")
    assert main(["update", "p/one"], repository.root) == 1
    assert "pip install torch==9." in capsys.readouterr().out


def test_check_with_another_torch_compares_with_its_nearest_record(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.script("p/one", "print(1)\n")
    repository.script("p/two", "print(2)\n")
    assert main(["update"], repository.root) == 0
    pretend(repository.root, torch="1.0")
    capsys.readouterr()
    assert main(["check", "p"], repository.root) == 0
    assert "compared with the pages\nas on the pages: 2\n" in capsys.readouterr().out
    repository.script("p/two", "print(3)\n")
    assert main(["check", "p"], repository.root) == 1
    out = capsys.readouterr().out
    assert "snippets/examples/p/two.py:1" in out
    assert "-[0] 2" in out


def test_plain_lines_where_the_output_is_no_terminal(repository: Repository) -> None:
    repository.script("p/slow", "import time\ntime.sleep(2.5)\nprint(1)\n")
    code = f"import pathlib; from snippets.cli import main; main(['update'], pathlib.Path({str(repository.root)!r}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "recorded  snippets/examples/p/slow.out\nrecorded: 1 examples; 1 changed\n"
    assert done.stderr == ""


def test_new_makes_a_script_and_its_place_in_the_page(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    page = repository.page("methods/from_numpy", "# Title\n\n## Examples\n\nText.\n\n## What goes wrong\n\nMore.\n")
    assert main(["new", "methods/from_numpy/rgb_image"], repository.root) == 0
    directive = "::: example methods/from_numpy/rgb_image"
    head, title, body = page.read_text().partition("# Title\n")
    assert (head, title) == ("---\ntitle: A\ndescription: B\n---\n\n", "# Title\n")
    assert body == f"\n## Examples\n\nText.\n\n{directive}\n\n## What goes wrong\n\nMore.\n"
    line = page.read_text().split("\n").index(directive) + 1
    assert f"docs/methods/from_numpy.md:{line}:" in capsys.readouterr().out
    assert not repository.update("methods/from_numpy/rgb_image"), "the new script runs as it is"


def test_new_overwrites_nothing(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    page = repository.page("methods/from_numpy", "# Title\n")
    before = page.read_text()
    script = repository.script("methods/from_numpy/mine", "print('mine')\n")
    assert main(["new", "methods/from_numpy/mine"], repository.root) == 2
    assert (script.read_text(), page.read_text()) == ("print('mine')\n", before)
    assert "exists" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "words"),
    [("methods/from_nump/a", "did you mean methods/from_numpy?"), ("a", "there is no page")],
)
def test_new_on_no_page_is_bad_usage(
    repository: Repository, name: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.page("methods/from_numpy", "# Title\n")
    assert main(["new", name], repository.root) == 2
    assert words in capsys.readouterr().err


def test_new_refuses_the_name_of_a_module(repository: Repository) -> None:
    page = repository.page("methods/from_numpy", "# Title\n")
    before = page.read_text()
    assert main(["new", "methods/from_numpy/copy"], repository.root) == 1
    assert page.read_text() == before
    assert not (repository.root / "snippets/examples/methods/from_numpy/copy.py").exists()


def test_every_command_has_an_example_in_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert sorted(snippets.commands) == sorted(
        ["list", "show", "run", "check", "update", "cell", "changed", "explain", "versions", "upgrade", "new"]
    )
    for name in snippets.commands:
        assert main([name, "--help"]) == 0
        assert f"example: python -m snippets {name}" in capsys.readouterr().out


def test_the_repository_may_lie_in_any_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "snippets/__main__.py"), "list"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert NAME in done.stdout
