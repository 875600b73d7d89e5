"""Facts of docs/pitfalls/tensor_as_list.md."""

import functools
import random
import warnings
from collections import Counter

import numpy as np
import torch


def tensors_are_keys_by_identity():
    """A dictionary, a set and a `Counter` know a tensor by identity: a number that is equal is not found, and two tensors of one number count as two."""
    for dtype in "?bBhHiIlLefd":
        tensors = torch.from_numpy(np.ones(2, dtype))
        assert {1: "cat"}.get(tensors[0]) is None
        assert len(set(tensors)) == len(Counter(tensors)) == 2


def arrays_are_no_keys():
    """An array, also a 0-d one, raises the TypeError "unhashable type" as a key, in a set, in a `Counter` and as an argument under `functools.cache`; the tuple of a row's `ndarray.tolist` is found."""
    for dtype in "?bBhHiIlLefdFD":
        rows = np.array([[0, 1], [0, 1]], dtype)
        for call in lambda key: {key: 1}, lambda key: {key}, lambda key: Counter([key]), functools.cache(len):
            for array in rows, rows[0], rows[0, :1].reshape(()):
                with np.testing.assert_raises_regex(TypeError, "unhashable type"):
                    call(array)
        assert Counter(tuple(row) for row in rows.tolist()) == {(0, 1): 2}


def swap_writes_one_over_the_other():
    """A swap of two elements or two rows of a tensor by an assignment of the pair writes the one over the other: the right side holds views, which change before they are read."""
    for dtype in "bBhHiIlLefdFD":
        for shape in (4,), (2, 2):
            tensor = torch.from_numpy(np.arange(4).astype(dtype)).reshape(shape)
            tensor[0], tensor[1] = tensor[1], tensor[0]
            assert (tensor[0] == tensor[1]).all()


def shuffle_loses_elements():
    """`random.shuffle` and the `shuffle` of a NumPy generator lose elements of a tensor: of 100 different numbers, some are gone."""
    warnings.simplefilter("ignore")
    for shuffle in random.Random(0).shuffle, np.random.default_rng(0).shuffle:
        for dtype in "bBhHiIlLefd":
            shuffle(tensor := torch.from_numpy(np.arange(100).astype(dtype)))
            assert len({*tensor.tolist()}) < 100


def permutation_keeps_elements():
    """The `permutation` of a NumPy generator gives of a tensor of one axis an array that has each element once."""
    for dtype in "bBhHiIlLefd":
        mixed = np.random.default_rng(0).permutation(torch.from_numpy(np.arange(100).astype(dtype)))
        assert type(mixed) is np.ndarray
        assert sorted(mixed.tolist()) == [*range(100)]


def sum_of_python_wraps():
    """`sum` of Python adds up a tensor of uint8, int8, int16 or int32 in its own dtype, and begins again at the smallest number after the largest, where `Tensor.sum` adds up in int64."""
    for dtype in "Bbhi":
        high = torch.from_numpy(np.full(2, np.iinfo(dtype).max, dtype))
        assert sum(high) == (254 if dtype == "B" else -2)
        assert high.sum() == 2 * np.iinfo(dtype).max


def in_asks_for_any_element():
    """A row is `in` a tensor of rows, as in an array of rows, as soon as one of its elements stands at its place in any row."""
    for dtype in "bBhHiIlLefdFD":
        pairs, pair = np.array([[1, 2], [3, 4]], dtype), np.array([1, 9], dtype)
        assert torch.from_numpy(pair) in torch.from_numpy(pairs)
        assert pair in pairs


def lists_compare_elements():
    """`in` and `index` of a list of tensors of several elements raise a RuntimeError where the very object that you look for does not stand first, also for one that is equal."""
    for dtype in "?bBhHiIlLefdFD":
        first, second = torch.from_numpy(np.ones((2, 2), dtype))
        for tensors in [first, second], [second.clone()]:
            for search in tensors.__contains__, tensors.index:
                with np.testing.assert_raises_regex(RuntimeError, "value of Tensor .* is ambiguous"):
                    search(second)


def isin_takes_no_sets():
    """`np.isin` takes a tensor on either side; in a set it finds nothing, and `torch.isin` raises a TypeError for an array."""
    for dtype in "bBhHiIlLefd":
        ids = np.array([1, 2, 3], dtype)
        for some, others in (ids, torch.from_numpy(ids[1:])), (torch.from_numpy(ids), ids[1:]):
            assert np.isin(some, others).tolist() == [False, True, True]
            assert not np.isin(some, {2, 3}).any()
            with np.testing.assert_raises_regex(TypeError, "invalid combination of arguments"):
                torch.isin(some, others)


def list_is_not_equal():
    """`==` of a tensor with a list or with None is False, as a whole."""
    for dtype in "?bBhHiIlLefdFD":
        for other in [1, 1], None:
            assert (torch.from_numpy(np.ones(2, dtype)) == other) is False


def format_wants_zero_axes():
    """A format such as `.2f` takes a tensor of no axes, and raises a TypeError for a tensor of one axis, also of one element, and for a parameter."""
    for dtype in "bBhHiIlLefd":
        loss = torch.from_numpy(np.ones(1, dtype))
        assert format(loss[0], ".2f") == "1.00"
        with np.testing.assert_raises_regex(TypeError, "unsupported format string passed to"):
            format(loss, ".2f")
    with np.testing.assert_raises_regex(TypeError, "unsupported format string passed to Parameter"):
        format(torch.nn.Parameter(torch.tensor(1.0)), ".2f")
