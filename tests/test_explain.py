"""What is said of an array, by `explain` and by the function that readers copy, is what a measurement says."""

import contextlib
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ml_dtypes
import numpy as np
import pandas as pd
import pytest
import torch

from snippets.explain import dtype_of, layouts_of, predicted
from snippets.matrix.axes import ARRAY_DTYPES, ARRAY_LAYOUTS, Dtype, Layout, Method
from snippets.matrix.script import find
from snippets.store.examples import script_file
from snippets.store.files import ROOT
from snippets.store.record import Record
from snippets.store.releases import read_pinned
from snippets.verify import matrix
from snippets.verify.run.parents import SETTINGS

COMBINED = {
    "read_only_reversed": "a = np.array(values, dtype)[::-1]\na.flags.writeable = False",
    "masked_transposed": "a = np.ma.array(np.array(values, dtype), mask=[[0, 1, 0], [0, 0, 1]]).T",
    "strided_subclass": "class Recording(np.ndarray):\n    pass\n\na = np.array(values, dtype)[:, ::2].view(Recording)",
    "read_only_transposed": "a = np.array(values, dtype).T\na.flags.writeable = False",
    "one_reversed": "a = np.array(values, dtype)[:1, :1][::-1]",
    "read_only_zero_d": "a = np.array(values[1][0], dtype)\na.flags.writeable = False",
}


class Labeled(torch.Tensor):
    """A tensor of a class that is not torch's own."""


EXAMPLE = "guides/explain/what_from_numpy_does"
MADE = [
    (dtype, layout)
    for dtype in ARRAY_DTYPES
    for layout in ARRAY_LAYOUTS
    if ("to_torch", dtype.name, layout.name) not in read_pinned(ROOT).matrix.absent
]


def array_of(dtype: Dtype, layout: Layout) -> np.ndarray[Any, Any]:
    """The array of a source, made here."""
    names: dict[str, Any] = {"np": np, "dtype": eval(dtype.dtype, {"np": np})}
    for name in ("values", "extremes"):
        names[name] = eval(getattr(dtype, name), {"np": np})
    exec(layout.code, names)
    return names["a"]


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "snippets", "explain", *arguments]
    return subprocess.run(command, cwd=ROOT, input=code, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", COMBINED)
def test_an_array_in_two_layouts_does_what_the_worse_one_does(name: str) -> None:
    dtype = find("from_numpy", "float32", "contiguous")[1]
    layout = Layout(name, "a test", COMBINED[name], "to_torch", "False")
    methods: list[Method] = matrix.everything()[0][1]
    measured, problems = matrix.measure([((dtype, layout), methods)], SETTINGS[:1])
    assert not problems
    names: dict[str, Any] = {"np": np, "values": [[1, 2, 3], [4, 5, 6]], "dtype": np.float32}
    exec(COMBINED[name], names)
    outcomes = {name: result.outcome for name, result in predicted(names["a"], read_pinned(ROOT).matrix).items()}
    assert outcomes == {key[0]: result.outcome for key, result in measured.cells.items()}


@pytest.mark.filterwarnings("ignore:the matrix subclass")
def test_every_source_of_the_matrix_is_recognized(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    bytewise = set()
    for dtype, layout in MADE:
        array = array_of(dtype, layout)
        assert dtype_of(array) == dtype.name
        every_address = array.dtype.alignment == 1 if layout.name == "unaligned" else array.itemsize == 1
        if layout.name in ("unaligned", "packed_field") and every_address:
            bytewise.add(dtype.name)  # every address suits it, and so does every stride
        elif layout.name != "extremes":
            assert layout.name in layouts_of(array), (dtype.name, layout.name)
    assert bytewise == {"uint8", "int8", "bool", "bytes", "structured", "void"}


@pytest.mark.filterwarnings("ignore:the matrix subclass")
def test_the_function_that_readers_copy_agrees_with_every_cell_of_from_numpy(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    script: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(record.examples[EXAMPLE].script, script_file(EXAMPLE), "exec"), script)
    differ = []
    for dtype, layout in MADE:
        result = record.matrix.cells["from_numpy", dtype.name, layout.name]
        sentence = script["explain"](array_of(dtype, layout))
        warns = "warning" in sentence.partition(":")[0]
        if (sentence.split(":")[0].split(",")[0], warns) != (result.outcome, result.event == "warns"):
            differ.append((dtype.name, layout.name, sentence, result.outcome, result.event))
    assert differ == []


@pytest.mark.parametrize(
    "value",
    [
        [1, 2],
        np.float32(1),
        1,
        None,
        torch.ones(1),
        torch.nn.Linear(1, 1),
        torch.nn.Linear(1, 1).bias,
        torch.ones(1).as_subclass(Labeled),
        torch.Size([1]),
        torch.float32,
        pd.Series([1.0]),
        pd.DataFrame({"a": [1]}),
    ],
)
def test_the_function_takes_what_is_no_array_too(value: object, record: Record) -> None:
    script: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(record.examples[EXAMPLE].script, script)
    with pytest.raises(TypeError):
        torch.from_numpy(value)
    said = f"{type(value).__name__} is no array; write np.asarray(a), and ask again"
    said = "this is a tensor already" if isinstance(value, torch.Tensor) else said
    assert script["explain"](value) == f"raises: {said}"


def test_the_function_looks_at_the_dtype_and_the_mask(record: Record) -> None:
    script: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(record.examples[EXAMPLE].script, script)
    for dtype in ml_dtypes.bfloat16, ml_dtypes.float8_e5m2, ml_dtypes.int4:
        with pytest.raises(TypeError):
            torch.from_numpy(np.zeros(2, dtype))
        assert script["explain"](np.zeros(2, dtype)).startswith("raises: from_numpy takes no ")
    assert script["explain"](np.ma.array([1, 2])).startswith("shares: ")
    assert script["explain"](np.ma.array([1, 2], mask=[False, True])).startswith("wrong: ")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: np.zeros((2, 3), np.float32), ["torch.from_numpy(a)", "shares", "torch.float32"]),
        (lambda: np.zeros((2, 3), ">f4"), ["float32_swapped", "byte order different"]),
        (lambda: np.zeros((3, 2), order="F"), ["fortran", "strides (8, 24)"]),
        (lambda: np.array([1, None]), ["raises: from_numpy takes no object_", "dtype in the matrix:  object"]),
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


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04", 'np.load("{0}")["NAME"]'),
        (b"PK\x03\x04", 'torch.load("{0}").numpy()'),
        (b"II*\x00\x08\x00", 'np.array(PIL.Image.open("{0}"))'),
        (b"PAR1\x15\x04", 'pandas.read_parquet("{0}").to_numpy()'),
        (b"\x89PNG\r\n", 'np.array(PIL.Image.open("{0}"))'),
        (b"\xff\xd8\xff\xe0", 'np.array(PIL.Image.open("{0}"))'),
        (b"\x80\x04", "a pickle"),
        (b"time,value\n1,2\n", 'pandas.read_csv("{0}").to_numpy()'),
    ],
)
def test_a_file_of_another_kind_is_told_with_the_line_that_makes_an_array_of_it(
    data: bytes, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    ran = run("", str(file))
    assert ran.returncode == 2
    assert words.format(file) in ran.stderr
    assert "Traceback" not in ran.stderr


def test_of_a_file_larger_than_memory_only_the_header_is_read(tmp_path: Path) -> None:
    with (tmp_path / "large.npy").open("wb") as file:
        np.lib.format.write_array_header_1_0(file, {"descr": "<f4", "fortran_order": False, "shape": (1 << 38,)})
        file.truncate((1 << 40) + file.tell())  # a hole: it takes no place on the disk
    ran = run("", str(tmp_path / "large.npy"))
    assert ran.stdout.startswith("torch.from_numpy(a) shares: a write on either side is seen on both\n")


@pytest.mark.parametrize("dtype", ["U3", "M8[D]", "S2", [("x", "f4"), ("y", "i8")], ">i4", "O", "g"])
def test_of_an_array_that_is_refused_the_line_to_write_comes_first(dtype: Any) -> None:
    ran = run(f"import numpy as np\na = np.zeros(3, {dtype!r})", "-")
    first = ran.stdout.partition("\n")[0]
    assert first.startswith("torch.from_numpy(a) raises: ")
    assert "; encode" in first or "; write" in first


def test_bad_input_is_told() -> None:
    assert "has to define `a`" in run("b = 1", "-").stderr
    assert "no name `a`" in run("b = 1", "-").stderr
    assert "found: list" in run("a = [1]", "-").stderr
    assert run("", "absent.npy").returncode == 2
