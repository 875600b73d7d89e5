"""What an output tells of this machine and of the day is known, and what a script itself says is none of it."""

from datetime import UTC, datetime

import pytest

from snippets.store.files import ROOT
from snippets.verify.run.machine import traces, traces_in
from snippets.verify.run.parents import run_all
from snippets.verify.run.rules import unseen

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    "text", ["2026-03-01", "at 2026-02-28T23:00", "1772366400", "1772366400.25", "1772366400000000000"]
)
def test_the_day_and_the_time_are_told_unless_the_script_has_them(text: str) -> None:
    (found, _), *_ = traces_in(f"{text}\n", "", NOW)
    assert found in text
    assert not [*traces_in(f"{text}\n", f"day = '{text}'", NOW)]


@pytest.mark.parametrize("text", ["2026-03-04", "2025-03-01", "1772000000", "11772366400", "17723664001", "1.5"])
def test_another_day_and_another_number_are_not(text: str) -> None:
    assert not [*traces_in(text, "", NOW)]


def test_a_path_of_this_machine_is_told() -> None:
    told = dict(traces_in(f"File {ROOT}/snippets", "", NOW))
    assert told[f"{ROOT}/"] == "a path of this machine"
    assert {*told.values()} == {"a path of this machine"}  # a folder above may be one, too
    assert {"its kernel", "its processor", "its memory"} <= {*traces().values()}


def test_what_is_seen_is_not_called_unseen() -> None:
    assert unseen("ñ ∑ 日本 🙂 é\t→\n") is None
    assert {unseen(f"a{char}")[0] for char in "\x00\x85\u200e\u2069\u00ad"} == set("\x00\x85\u200e\u2069\u00ad")  # type: ignore[index]


def test_the_two_machines_differ_in_what_a_script_reads_of_them() -> None:
    day = "import datetime\nprint(datetime.date.today())"
    fresh = "import ctypes\nC = ctypes.CDLL(None)\nC.malloc.restype = ctypes.c_void_p\n"
    fresh += "print(ctypes.string_at(C.malloc(64), 8))"
    for runs in run_all({"page/day": day, "page/fresh": fresh}).values():
        assert {run.exit for run in runs} == {"0"}
        assert runs[0].output != runs[1].output
