"""Facts of docs/pitfalls/object_arrays.md."""

import datetime
import decimal
import itertools

import numpy as np
import pandas as pd
import torch


def astype_parses_text():
    """`ndarray.astype` to float32 or float64 reads numbers that are written as text, and `torch.from_numpy` takes the result."""
    readings = np.array([21.5, "22.0", b"1e3", 20], dtype=object)
    for dtype in (np.float32, np.float64):
        tensor = torch.from_numpy(readings.astype(dtype))
        assert tensor.tolist() == [21.5, 22.0, 1000.0, 20.0]


def missing_is_no_integer():
    """`ndarray.astype` to an integer dtype raises a TypeError for None, and to any dtype of numbers a ValueError for empty text."""
    for dtype in "bBhHiIlLefdFD":
        for missing, error in (None, TypeError), ("", ValueError):
            if missing is None and dtype in "efdFD":
                continue
            with np.testing.assert_raises(error):
                np.array([3, missing], dtype=object).astype(dtype)


def stack_joins_rows():
    """`np.stack` makes one array of an object array of equally long rows, where `ndarray.astype` to the dtype of the rows raises a ValueError or a TypeError, but for rows of one bool, which it takes for bools."""
    for dtype, elements in itertools.product("?bBhHiIlLefdFD", (0, 1, 2)):
        rows = np.array([None, None])
        rows[0], rows[1] = np.array([1, 0], dtype)[:elements], np.array([0, 1], dtype)[:elements]
        if (dtype, elements) == ("?", 1):
            assert rows.astype(dtype).tolist() == [True, False]
        else:
            with np.testing.assert_raises_regex(
                TypeError if dtype in "FD" else ValueError, "array element with a sequence|only 0-dimensional"
            ):
                rows.astype(dtype)
        assert np.stack(rows).dtype == dtype
        assert torch.from_numpy(np.stack(rows)).tolist() == [[1, 0][:elements], [0, 1][:elements]]


def lengths_can_be_padded():
    """Rows of different lengths become one tensor by `torch.nn.utils.rnn.pad_sequence`, which fills the short ones with 0."""
    for dtype in "?bBhHiIlLefdFD":
        rows = np.array([np.ones(2, dtype), np.ones(1, dtype)], dtype=object)
        padded = torch.nn.utils.rnn.pad_sequence([torch.from_numpy(row) for row in rows], batch_first=True)
        assert padded.tolist() == [[1, 1], [1, 0]]


def collate_refuses_objects():
    """`torch.utils.data.default_collate` of object arrays raises a TypeError in other words: batch must contain tensors, numpy arrays, numbers."""
    samples = [np.array([21.5, None]), np.array([22.0, 20.0], dtype=object)]
    with np.testing.assert_raises_regex(TypeError, "batch must contain tensors, numpy arrays, numbers.*found object"):
        torch.utils.data.default_collate(samples)


def integers_beyond_64_bits_are_objects():
    """`np.array` of a list with a whole number beyond 64 bits, whatever stands beside it, gives objects, which `torch.from_numpy` refuses with a TypeError."""
    for numbers in ([1, 2**64], [-(2**63) - 1], [0.5, 2**70], [1j, 2**64], [None, 2**64], ["a", 2**64]):
        ids = np.array(numbers)
        assert ids.dtype == object
        with np.testing.assert_raises_regex(TypeError, "numpy.object_"):
            torch.from_numpy(ids)


def iterators_are_one_object():
    """`np.array` of an iterator such as `map`, of a set, and of the keys of a dict is one object and not its numbers."""
    for numbers in (map(float, ["1", "2"]), iter([1.0, 2.0]), {1.0: "on", 2.0: "off"}.keys(), {1.0, 2.0}):
        array = np.array(numbers)
        assert array.dtype == object
        assert array.shape == ()


def decimals_have_no_dtype():
    """`torch.tensor` of a list of `decimal.Decimal`, `datetime.datetime`, `datetime.time` or `pd.Timestamp` raises a RuntimeError without `dtype=`, "Could not infer dtype"; with a float dtype, it takes decimals."""
    for value, words in (
        (decimal.Decimal("1.5"), "Could not infer dtype of decimal.Decimal"),
        (datetime.datetime(2026, 1, 1), "Could not infer dtype of datetime.datetime"),
        (datetime.time(12, 30), "Could not infer dtype of datetime.time"),
        (pd.Timestamp("2026-01-01"), "Could not infer dtype of Timestamp"),
    ):
        with np.testing.assert_raises_regex(RuntimeError, words):
            torch.tensor([value])
        if isinstance(value, decimal.Decimal):
            for name, dtype in ("e", torch.float16), ("f", torch.float32), ("d", torch.float64):
                for numbers in [value], np.array([1.5], name):
                    tensor = torch.tensor(numbers, dtype=dtype)
                    assert (tensor.tolist(), tensor.dtype) == ([1.5], dtype)
            continue
        with np.testing.assert_raises_regex(TypeError, "must be real number"):
            torch.tensor([value], dtype=torch.float64)
