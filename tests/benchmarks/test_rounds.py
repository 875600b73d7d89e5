"""Figures of ways are taken in turn, as ratios within a round; what makes other values is no way to do a job."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest
import torch

from benchmarks import devices
from benchmarks.devices import measured
from benchmarks.performance import JOBS
from benchmarks.rounds import Job, Timed, Way, alike, alternate, figures, function, memory, read_jobs
from tests.stand_in_gpu import on_stand_in, patch_in

TIMED = {
    "limit": Timed([0.001, 0.002, 0.001], [0, 0, 0]),
    "slow": Timed([0.003, 0.004, 0.005], [10, 30, 20]),
}


def test_a_ratio_is_taken_within_a_round_and_told_by_its_median_least_and_most() -> None:
    rows = figures(TIMED, "limit")
    assert rows["slow"] == {"ratio": 3.0, "low": 2.0, "high": 5.0, "milliseconds": 4.0, "faults": 20}
    assert rows["limit"] == {"ratio": 1.0, "low": 1.0, "high": 1.0, "milliseconds": 1.0, "faults": 0}


def test_without_a_limit_ratios_are_to_the_way_with_the_least_median() -> None:
    assert figures(dict(reversed(TIMED.items()))) == {name: figures(TIMED, "limit")[name] for name in TIMED}


def test_figures_have_three_digits() -> None:
    assert figures({"a": Timed([0.00123456], [0])})["a"]["milliseconds"] == 1.23


def test_ways_alternate_and_what_runs_before_is_run_before_each_call() -> None:
    done: list[str] = []
    calls = {name: lambda name=name: done.append(name) for name in "ab"}
    timed = alternate(calls, {"a": lambda: done.append("before a"), "b": lambda: done.append("before b")}, 2, 0.0)
    assert done == ["before a", "a", "before b", "b"] * 2 + ["before b", "b", "before a", "a"]
    assert [len(way.seconds) for way in timed.values()] == [2, 2]


def test_a_short_call_is_repeated_and_its_time_is_that_of_one_call() -> None:
    count = 0

    def call() -> None:
        nonlocal count
        count += 1

    (way,) = alternate({"short": call}, {}, 1, 0.005).values()
    assert count > 100
    assert way.seconds[0] < 0.005


def test_memory_is_what_a_result_has_in_common_with_its_source_and_with_what_was_there() -> None:
    source, there = np.ones(3), torch.empty(3)
    assert memory(torch.from_numpy(source), there, [source]) == "shares"
    assert memory(torch.tensor(source), there, [source]) == "copies"
    assert memory(there.view(3, 1), there, [source]) == "fills"
    assert memory(torch.from_numpy(source), None, [[source]]) == "shares"
    assert memory([1.0], None, [source]) == "copies"


def test_a_way_that_makes_other_values_is_told() -> None:
    job = Job("j", "A job", "", "out", ())
    alike(job, {"a": np.ones(2), "b": torch.ones(2)})
    with pytest.raises(ValueError, match="A job: 'b' makes other values than 'a'"):
        alike(job, {"a": np.ones(2), "b": torch.zeros(2)})
    shapes = replace(job, compare="out.shape")
    alike(shapes, {"a": np.ones(2), "b": np.zeros(2)})
    with pytest.raises(ValueError, match="other values"):
        alike(shapes, {"a": np.ones(2), "b": np.ones(3)})


def test_what_a_way_makes_is_gone_when_it_ends_unless_it_was_there() -> None:
    names = {"there": [0]}
    assert function("made = 1\nthere[0] = 2", names, "made, there")() == (1, [2])
    assert "made" not in names


def test_an_unknown_key_of_a_job_is_told(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "jobs.toml"
    file.write_text(
        '[[job]]\nid = "j"\ntitle = "t"\nsetup = ""\nresult = "x"\nspeed = 1\n[[job.way]]\nname = "a"\ncode = ""\n'
    )
    with pytest.raises(TypeError, match="speed"):
        read_jobs(file)


def test_names_of_jobs_and_ways_are_their_own() -> None:
    for file in (JOBS, devices.JOBS):
        jobs = read_jobs(file)
        assert len({job.id for job in jobs}) == len(jobs)
        assert all(len({way.name for way in job.ways}) == len(job.ways) >= 3 for job in jobs)


@pytest.mark.filterwarnings("ignore:'pin_memory' argument is set as true")
@pytest.mark.parametrize("job", read_jobs(devices.JOBS), ids=lambda job: job.id)
def test_every_way_to_a_gpu_and_back_runs_on_a_stand_in_and_makes_the_same(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    patch_in(monkeypatch)
    # One worker shows what four would, in less time.
    few = [way for way in job.ways if not re.search(r"num_workers=[24]", way.code)]
    ways = [replace(way, code=on_stand_in(way.code)) for way in few]
    small = on_stand_in(job.setup).replace("224, 224", "16, 16").replace("262_144", "64")
    here = replace(job, setup=small, ways=ways)
    shown = list(measured(here, lambda: None, rounds=1, most=4))
    assert [table["dtype"] for table in shown] == (list(job.dtypes) if len(job.dtypes) > 1 else [""])
    for table in shown:
        assert {row["name"] for row in table["rows"]} == {way.name for way in ways}
        assert all(row["ratio"] > 0 for row in table["rows"])


def test_without_a_gpu_nothing_is_measured_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr("sys.argv", ["devices", "--record"])
    monkeypatch.setattr(devices, "write", lambda *_: pytest.fail("it recorded"))
    devices.main()
    assert capsys.readouterr().out == "nothing was measured: this needs an NVIDIA GPU, and a torch that can use it\n"


def test_a_job_that_fails_on_a_gpu_loses_no_other_and_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fails = Job("fails", "A job that fails", "absent", "out", ())
    works = Job("works", "A job", "out = np.ones(3)", "out", [Way("a", "out = np.ones(3)"), Way("b", "pass")])
    written: list[bytes] = []
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "A Card")
    monkeypatch.setattr(torch.cuda, "synchronize", lambda: None)
    monkeypatch.setattr(devices, "read_jobs", lambda _: [fails, works])
    monkeypatch.setattr(devices, "write", lambda _, data: written.append(data))
    monkeypatch.setattr("sys.argv", ["devices", "--record", "--rounds", "1"])
    with pytest.raises(SystemExit, match="not measured: fails"):
        devices.main()
    (record,) = map(json.loads, written)
    assert record["gpu"] == "A Card"
    assert [job["id"] for job in record["jobs"]] == ["works"]
    assert [row["name"] for row in record["jobs"][0]["rows"]] == ["a", "b"]
    assert "NameError: name 'absent' is not defined" in capsys.readouterr().err
