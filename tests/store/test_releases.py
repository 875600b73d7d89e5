"""A release is recorded whole, in one form, and what was edited by hand is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from snippets.problem import Problem
from snippets.store.files import ROOT
from snippets.store.record import load
from snippets.store.releases import (
    file_of,
    mark,
    pinned_file,
    read_pinned,
    read_release,
    read_releases,
    write_pinned,
    write_release,
)
from snippets.store.types import Matrix, Release
from snippets.verify.releases import unmeasured
from tests.store.made_up import HERE, NEWER, PINNED, measured


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a pinned release and a newer one."""
    write_pinned(tmp_path, Release(HERE, "2026-11-01", matrix=PINNED))
    write_release(tmp_path, file_of(NEWER), measured())
    return tmp_path


def test_a_release_comes_back_from_its_file(root: Path) -> None:
    (read,) = read_releases(root)
    assert vars(read) | {"matrix": 0} == vars(measured()) | {"matrix": 0}
    assert vars(read.matrix) == vars(measured().matrix)
    pinned = read_pinned(root)
    assert (pinned.environment, pinned.measured, pinned.matrix.cells) == (HERE, "2026-11-01", PINNED.cells)


@pytest.mark.parametrize(
    ("old", "new", "at", "found"),
    [
        ('"RuntimeError: Storage', '"ValueError: Storage', "ValueError", "edited by hand"),
        ('"runs": {', '"runs": {,', "runs", "JSON is malformed"),
        ('"torch": "2.15.0"', '"torch": "2.14.0"', '"fingerprint"', "edited by hand"),
        ('"exit": "error"', '"ended": "error"', "runs", "missing required field `exit`"),
        ('"outcome": "raises"', '"outcome": "shares"', '"outcome": "shares", "event": "raises"', "the result "),
        ('"float32"\n},\n"cells"', '"float64"\n},\n"cells"', '"float64"', "list"),
        ("from_dlpack contiguous", "from_dlpack transposed", "from_dlpack transposed", "edited by hand"),
        ('"measured": "2026-11-25",\n', "<<<<<<< HEAD\n", "<<<<<<<", "JSON is malformed"),
    ],
)
def test_a_file_that_was_edited_is_told_with_its_line(root: Path, old: str, new: str, at: str, found: str) -> None:
    file = root / file_of(NEWER)
    text = file.read_text(encoding="utf-8")
    assert old in text
    edited = text.replace(old, new, 1)
    file.write_text(edited, encoding="utf-8")
    with pytest.raises(Problem) as caught:
        read_releases(root)
    problem = caught.value
    assert (problem.file, found in problem.found, "git" in problem.fix) == (file_of(NEWER), True, True), str(problem)
    assert problem.line == edited.count("\n", 0, edited.index(at)) + 1


def test_a_file_that_has_the_name_of_another_release_is_told(root: Path) -> None:
    other = file_of(replace(NEWER, torch="2.14.0"))
    (root / file_of(NEWER)).rename(root / other)
    with pytest.raises(Problem, match=r"(?s)a file that holds torch 2\.15\.0.*git mv"):
        read_releases(root)


def test_releases_are_sorted_by_age_the_newest_first(root: Path) -> None:
    for torch, numpy in ("2.9.1", "2.3.5"), ("2.15.0", "2.4.6"):
        environment = replace(HERE, torch=torch, numpy=numpy)
        write_release(root, file_of(environment), Release(environment, "2026-11-25"))
    assert [release.name for release in read_releases(root)] == [
        "torch 2.15.0, numpy 2.5.5", "torch 2.15.0, numpy 2.4.6", "torch 2.9.1, numpy 2.3.5",
    ]  # fmt: skip


def test_no_release_depends_on_the_file_of_another(root: Path) -> None:
    older = replace(HERE, torch="2.9.1")
    write_release(root, file_of(older), Release(older, "2026-11-25", matrix=PINNED))
    (root / file_of(older)).unlink()
    assert [release.name for release in read_releases(root)] == ["torch 2.15.0, numpy 2.5.5"]


def test_a_pinned_release_without_its_file_is_told(root: Path) -> None:
    (root / pinned_file(root)).unlink()
    with pytest.raises(Problem) as caught:
        read_pinned(root)
    assert caught.value.file == "snippets/recorded/releases/torch-2.13.0-numpy-2.4.6.json"


def test_a_mark_is_the_same_whatever_python_makes_it() -> None:
    script = "import torch\n\n\ndef f(x, *, y=1):\n    return f'{x!r:>{y}} {y}'\n\n\nprint(f(torch.zeros(2), y=3))\n"
    assert mark(script) == "Wijzdo"
    assert mark("not Python (") != mark("not Python [")


def test_every_recorded_file_is_as_it_would_be_written_now(tmp_path: Path) -> None:
    for release in read_releases(ROOT):
        write_release(tmp_path, "a.json", release)
        recorded = (ROOT / file_of(release.environment)).read_bytes()
        assert (tmp_path / "a.json").read_bytes() == recorded, release.leaf


def test_every_cell_that_the_pages_have_is_measured_with_each_release_or_cannot_be() -> None:
    for compared in load(ROOT).releases:
        if not compared.broken:
            left = [name for name in unmeasured(ROOT, compared) if name.startswith("matrix/")]
            assert not left, compared.leaf


def test_a_release_that_is_read_from_another_name_is_told(root: Path) -> None:
    (root / file_of(NEWER)).rename(root / "snippets/recorded/releases/torch-9.json")
    with pytest.raises(Problem, match="git mv"):
        read_release(root, "snippets/recorded/releases/torch-9.json")


def test_an_unchanged_release_is_not_written_again(root: Path) -> None:
    assert not write_release(root, file_of(NEWER), measured())
    assert write_release(root, file_of(NEWER), measured(matrix=Matrix()))


def test_a_second_load_of_what_did_not_change_is_equal_to_the_first_and_shares_its_matrices() -> None:
    first, second = load(ROOT), load(ROOT)
    assert first.cell_spans, "what is made of one is no part of it"
    assert first == second
    assert first.matrix is second.matrix
