"""The function that readers copy says of every array of the matrix what was measured."""

import contextlib
import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from snippets.matrix.script import sources
from snippets.recorded import Record, script_file

NAME = "guides/explain/what_from_numpy_does"


@pytest.mark.filterwarnings("ignore:the matrix subclass")
def test_the_function_agrees_with_every_cell_of_from_numpy(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    script: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(record.examples[NAME].script, script_file(NAME), "exec"), script)
    differ, seen = [], 0
    for dtype, layout in sources():
        result = record.matrix.cells.get(("from_numpy", dtype.name, layout.name))
        if dtype.direction != "to_torch" or result is None:
            continue
        names: dict[str, Any] = {"np": np, "dtype": eval(dtype.dtype, {"np": np})}
        for what in ("values", "extremes"):
            names[what] = eval(getattr(dtype, what), {"np": np})
        exec(layout.code, names)
        said = script["explain"](names["a"])
        warns = "warning" in said.partition(":")[0]
        if (said.split(":")[0].split(",")[0], warns) != (result.outcome, result.event == "warns"):
            differ.append((dtype.name, layout.name, said, result.outcome, result.event))
        seen += 1
    assert differ == []
    assert seen > 700
