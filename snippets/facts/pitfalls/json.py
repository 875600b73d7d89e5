"""Facts of docs/pitfalls/json.md."""

import json
import sqlite3

import numpy as np
import torch
import yaml


def json_takes_python_numbers():
    """`json.dumps` takes an `np.float64`, which is a Python float, and raises a TypeError for every other NumPy number, for an array and for a tensor; `tolist` gives what it takes, of all numbers but complex ones and `np.longdouble`."""
    assert json.dumps(np.array([0.5])[0]) == "0.5"
    for dtype in "?bBhHiIlLefFDg":
        array = np.array([1], dtype)
        tensors = [] if dtype == "g" else [torch.from_numpy(array), torch.from_numpy(array)[0]]
        for value in array[0], array, *tensors:
            refused = [value, value.tolist()] if dtype in "FDg" else [value]
            for one in refused:
                with np.testing.assert_raises_regex(TypeError, "is not JSON serializable"):
                    json.dumps(one)
            if dtype not in "FDg":
                assert json.loads(json.dumps(value.tolist())) in (1, [1])


def keys_have_to_be_python_numbers():
    """A dictionary with a key that is a NumPy number other than `np.float64`, or a tensor, raises a TypeError in `json.dumps`, which does not call `default=` for keys."""
    for dtype in "?bBhHiIlLefFDg":
        number = np.ones(1, dtype)[0]
        for key in (number,) if dtype == "g" else (number, torch.from_numpy(np.ones(1, dtype))[0]):
            with np.testing.assert_raises_regex(TypeError, "keys must be str, int, float, bool or None"):
                json.dumps({key: 1}, default=str)
            if dtype not in "FDg":
                assert json.dumps({key.item(): 1}) in ('{"1": 1}', '{"1.0": 1}', '{"true": 1}')
    assert json.dumps({np.ones(1)[0]: 1}) == '{"1.0": 1}'


def isinstance_knows_float64_only():
    """An `np.float64` is an instance of `float`; no other NumPy number is one of `float`, `int` or `bool`, and no tensor is."""
    assert isinstance(np.array([0.5])[0], float)
    for dtype in "?bBhHiIlLefFDg":
        array = np.array([1], dtype)
        for value in [array[0]] if dtype == "g" else [array[0], torch.from_numpy(array)[0]]:
            assert not isinstance(value, (float, int, bool))
            assert dtype == "g" or isinstance(value.item(), (float, int, bool, complex))


def str_makes_text():
    """`default=str` writes arrays, tensors and NumPy numbers other than `np.float64` as text, in quotes."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.array([1], dtype)
        values = [array, torch.from_numpy(array), torch.from_numpy(array)[0]]
        for value in values if dtype == "d" else [*values, array[0]]:
            assert type(json.loads(json.dumps(value, default=str))) is str
    assert json.dumps(np.ones(1)[0], default=str) == "1.0"


def nan_is_no_json():
    """`json.dumps` writes NaN as `NaN` and infinity as `Infinity`, which are no JSON; told not to allow them, it raises a ValueError."""
    for dtype in "efd":
        gaps = np.array([np.nan, np.inf], dtype)
        for values in gaps.tolist(), torch.from_numpy(gaps).tolist():
            assert json.dumps(values) == "[NaN, Infinity]"
            with np.testing.assert_raises_regex(ValueError, "not JSON compliant"):
                json.dumps(values, allow_nan=False)


def sqlite_stores_bytes():
    """`sqlite3` stores a NumPy number other than `np.float64` as its bytes, without an error, and refuses a tensor."""
    table = sqlite3.connect(":memory:")
    for dtype in "?bBhHiIlLefFD":
        number = np.ones(1, dtype)[0]
        assert table.execute("SELECT ?", (number,)).fetchone() == (number.tobytes(),)
        with np.testing.assert_raises_regex(sqlite3.Error, "not supported"):
            table.execute("SELECT ?", (torch.from_numpy(np.ones(1, dtype))[0],))
    assert table.execute("SELECT ?", (np.array([0.5])[0],)).fetchone() == (0.5,)


def lists_show_the_type():
    """A list of NumPy numbers prints the type of each, as in `[np.float64(0.5)]` or `[np.True_]`, and a list of tensors each tensor."""
    for dtype in "bBhHiIlLefdFD":
        array = np.ones(1, dtype)
        assert str(list(array)).startswith(f"[np.{array.dtype}(1")
        assert str(list(torch.from_numpy(array))).startswith("[tensor(1")
    assert str(list(np.array([True, False]))) == "[np.True_, np.False_]"


def format_widens_float32():
    """An f-string without a format shows a NumPy number, and a 0-d tensor that is no parameter, as the Python number that `item` gives: 0.1 in float32 becomes 0.10000000149011612, where `str` of the NumPy number is 0.1."""
    for dtype in "?bBhHiIlLefdFD":
        number = np.array([0.1 if dtype in "efdFD" else 1]).astype(dtype)[0]
        tensor = torch.tensor(np.array(number))
        assert f"{number}" == f"{tensor}" == f"{number.item()}"
    number, tensor = np.float32(0.1), torch.tensor(0.1)
    assert f"{number}" == f"{tensor}" == "0.10000000149011612"
    assert str(number) == "0.1"
    assert format(torch.nn.Parameter(tensor)).startswith("Parameter containing:")


def yaml_writes_objects():
    """PyYAML writes a NumPy number, an array or a tensor as tags of Python objects, but raises a ValueError for a tensor of uint16, uint32 or uint64, and in its safe form a RepresenterError for each; of what `tolist` gives, of all numbers but complex ones, both write numbers."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.array([1], dtype)
        for value in array, array[0], torch.from_numpy(array), torch.from_numpy(array)[0]:
            if type(value) is torch.Tensor and dtype in "HIL":
                with np.testing.assert_raises_regex(ValueError, "dictionary update sequence"):
                    yaml.dump(value)
            else:
                assert "!!python/" in yaml.dump(value)
            with np.testing.assert_raises_regex(yaml.YAMLError, "cannot represent an object"):
                yaml.safe_dump(value)
            if dtype not in "FD":
                assert yaml.dump(value.tolist()) == yaml.safe_dump(value.tolist())
                assert yaml.safe_load(yaml.dump(value.tolist())) in (1, [1])
