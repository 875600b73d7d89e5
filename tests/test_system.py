"""A fresh machine has one Python or another; `make` takes one that the pins install on, or says what is needed."""

import os
import subprocess
from pathlib import Path

import pytest

from snippets.store.files import ROOT


def machine(folder: Path, **pythons: str) -> Path:
    """A folder to be the whole PATH, with `pythons`: for each name what it says its release is; "" does not start."""
    for name, release in pythons.items():
        file = folder / name.replace("_", ".")
        file.write_text(f"#!/bin/sh\necho {release}\n" if release else "#!/bin/sh\nexit 127\n")
        file.chmod(0o755)
    return folder


def choose(path: Path, *named: str) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(ROOT / ".ci/system"), "python", *named]
    return subprocess.run(command, env={"PATH": str(path)}, capture_output=True, text=True, check=False)


def test_the_oldest_is_taken_which_is_nearest_to_the_one_of_the_record(tmp_path: Path) -> None:
    path = machine(tmp_path, python3="3.14", python3_14="3.14", python3_12="3.12", python3_13="3.13")
    assert choose(path).stdout == f"{path}/python3.12\n"


@pytest.mark.parametrize("release", ["3.11", "3.12", "3.13", "3.14"])
def test_python3_will_do_where_it_is_one_that_the_pins_install_on(tmp_path: Path, release: str) -> None:
    path = machine(tmp_path, python3=release)
    assert choose(path).stdout == f"{path}/python3\n"


def test_a_python_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    path = machine(tmp_path, python3_11="", python3_13="3.13")
    assert choose(path).stdout == f"{path}/python3.13\n"


def test_a_named_one_is_taken_before_all_others(tmp_path: Path) -> None:
    (tmp_path / "own folder").mkdir()
    own = machine(tmp_path / "own folder", mine="3.13") / "mine"
    assert choose(machine(tmp_path, python3_11="3.11"), str(own)).stdout == f"{own}\n"


@pytest.mark.parametrize(
    ("pythons", "named", "found"),
    [
        ({"python3": "3.10"}, (), "python3, which is Python 3.10"),
        ({"python3": "3.15"}, (), "python3, which is Python 3.15"),
        ({}, (), "none (tried: python3.11 python3.12 python3.13 python3.14 python3)"),
        ({"python3_11": "3.11", "mine": "3.9"}, ("mine",), "mine, which is Python 3.9"),
        ({"python3_11": "3.11"}, ("absent",), "none (tried: absent)"),
    ],
)
def test_without_one_it_says_what_is_needed_what_was_found_and_the_command(
    tmp_path: Path, pythons: dict[str, str], named: tuple[str, ...], found: str
) -> None:
    done = choose(machine(tmp_path, **pythons), *named)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Python 3.11, 3.12, 3.13 or 3.14 is needed; found: {found}.\n")
    assert "apt-get install python3-venv" in done.stderr
    assert "make site PYTHON=/path/to/python3.11" in done.stderr


def test_a_compiler_and_the_headers_of_python_are_there_or_asked_for(tmp_path: Path) -> None:
    def look() -> subprocess.CompletedProcess[str]:
        command = ["/bin/sh", str(ROOT / ".ci/system"), "compiler", str(python)]
        return subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)

    python, header = machine(tmp_path, python3="3.11") / "python3", tmp_path / "Python.h"
    assert (look().returncode, "g++ is missing" in look().stderr) == (1, True)
    (tmp_path / "g++").symlink_to("/bin/true")
    python.write_text(f"#!/bin/sh\ncase $2 in *header*|*Python.h*) echo {header} ;; *) echo 3.11 ;; esac\n")
    assert (look().returncode, "python3.11-dev is missing" in look().stderr) == (1, True)
    header.touch()
    assert (look().returncode, look().stderr) == (0, "")


def test_make_hands_on_what_python_names(tmp_path: Path) -> None:
    outside = {
        name: value for name, value in os.environ.items() if name not in ("PYTHON", "MAKEFLAGS", "MAKEOVERRIDES")
    }
    for given, handed in ([], ""), (["PYTHON=mine"], " mine"):
        command = ["make", "--dry-run", "--no-print-directory", f"VENV={tmp_path}/venv", *given, "site"]
        done = subprocess.run(command, cwd=ROOT, env=outside, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[0].rstrip() == f".ci/system venv {tmp_path}/venv{handed}"
