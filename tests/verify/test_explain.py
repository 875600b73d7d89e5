"""What `explain` says of an array is what a measurement says."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from snippets.matrix.axes import Layout, Method
from snippets.matrix.explain import dtype_of, layouts_of, predicted
from snippets.matrix.script import find, sources
from snippets.recorded import ROOT
from snippets.recorded.cells import read_matrix
from snippets.verify import cells
from snippets.verify.run.parents import SETTINGS

COMBINED = {
    "read_only_reversed": "a = np.array(values, dtype)[::-1]\na.flags.writeable = False",
    "masked_transposed": "a = np.ma.array(np.array(values, dtype), mask=[[0, 1, 0], [0, 0, 1]]).T",
    "strided_subclass": "class Recording(np.ndarray):\n    pass\n\na = np.array(values, dtype)[:, ::2].view(Recording)",
    "read_only_transposed": "a = np.array(values, dtype).T\na.flags.writeable = False",
    "one_reversed": "a = np.array(values, dtype)[:1, :1][::-1]",
    "read_only_zero_d": "a = np.array(values[1][0], dtype)\na.flags.writeable = False",
}


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "snippets", "explain", *arguments]
    return subprocess.run(command, cwd=ROOT, input=code, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", COMBINED)
def test_an_array_in_two_layouts_does_what_the_worse_one_does(name: str) -> None:
    dtype = find("from_numpy", "float32", "contiguous")[1]
    layout = Layout(name, "a test", COMBINED[name], "to_torch")
    methods: list[Method] = cells.everything()[0][1]
    measured, problems = cells.measure([((dtype, layout), methods)], SETTINGS[:1])
    assert not problems
    names: dict[str, Any] = {"np": np, "values": [[1, 2, 3], [4, 5, 6]], "dtype": np.float32}
    exec(COMBINED[name], names)
    said = {key: result.outcome for key, result in predicted(names["a"], read_matrix(ROOT)).items()}
    assert said == {key[0]: result.outcome for key, result in measured.cells.items()}


@pytest.mark.filterwarnings("ignore:the matrix subclass")
def test_every_source_of_the_matrix_is_recognized(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    absent = read_matrix(ROOT).absent
    seen = 0
    for dtype, layout in sources():
        if dtype.direction != "to_torch" or ("to_torch", dtype.name, layout.name) in absent:
            continue
        names: dict[str, Any] = {"np": np, "dtype": eval(dtype.dtype, {"np": np})}
        for what in ("values", "extremes"):
            names[what] = eval(getattr(dtype, what), {"np": np})
        exec(layout.code, names)
        assert dtype_of(names["a"]) == dtype.name
        bytewise = names["a"].dtype.alignment == 1 if layout.name == "unaligned" else names["a"].itemsize == 1
        if layout.name in ("unaligned", "packed_field") and bytewise:
            continue  # every address suits it, and so does every stride
        if layout.name != "extremes":
            assert layout.name in layouts_of(names["a"]), (dtype.name, layout.name)
        seen += 1
    assert seen > 700


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: np.zeros((2, 3), np.float32), ["torch.from_numpy(a)", "shares", "torch.float32"]),
        (lambda: np.zeros((2, 3), ">f4"), ["float32_swapped", "byte order different"]),
    ],
)
def test_a_file_is_explained(make: Callable[[], Any], words: list[str], tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", make())
    ran = run("", str(tmp_path / "a.npy"))
    assert ran.returncode == 0
    assert all(word in ran.stdout for word in words)


def test_a_script_on_standard_input_is_explained() -> None:
    ran = run("import numpy as np\na = np.arange(6.0)[::-1]", "-")
    assert "layout in the matrix: reversed" in ran.stdout
    assert "At least one stride in the given numpy array is negative" in ran.stdout


def test_bad_input_is_told() -> None:
    assert "has to define `a`" in run("b = 1", "-").stderr
    assert "no name `a`" in run("b = 1", "-").stderr
    assert "found: list" in run("a = [1]", "-").stderr
    assert run("", "absent.npy").returncode == 2
