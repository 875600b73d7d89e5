"""The benchmark of verifying runs, and all of its ways compare the same examples."""

import pytest

from benchmarks import verify
from benchmarks.verify import compare_all, plain_examples, report


def test_every_way_compares_examples_that_warn_or_change_defaults_and_is_timed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "SAMPLE", 2)  # interpreters that are started for a script each
    words = ("warnings.catch_warnings", "set_default_dtype", "set_printoptions")
    examples = [one for one in plain_examples() if any(word in one.script for word in words)]
    assert len(examples) > 1
    medians = compare_all(examples, rounds=1)  # raises where one of them finds a difference
    assert all(time.cpu > 0 for time in medians.values())
    report("A few", len(examples), medians)
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == f"A few: {len(examples)} examples"
    assert [line[:40].strip() for line in lines[3:-1]] == [name[:40] for name in medians]
