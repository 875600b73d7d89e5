"""Facts of docs/pitfalls/indexing.md."""

import warnings

import numpy as np
import torch


def one_element_drops_the_axis():
    """An array indexed with a tensor of one integer or bool, whatever its shape, loses the axis, as with a number, also beside a slice; what that leaves of an array of several axes shares memory with it."""
    for dtype in "?bBhHiIlL":
        for shape in (), (1,), (1, 1):
            boxes, keep = np.zeros((3, 4)), torch.from_numpy(np.ones(shape, dtype))
            assert boxes[keep].shape == (4,)
            assert boxes[:, keep].shape == (3,)
            boxes[keep][0] = 9.0
            assert boxes[1, 0] == 9.0
            assert isinstance(boxes[0][keep], np.float64)


def numpy_keeps_the_axis():
    """Indexed with the array that `Tensor.numpy` gives of a tensor of one integer with an axis, an array keeps the axis; of a tensor of no axes, it loses it."""
    for dtype in "bBhHiIlL":
        keep = torch.from_numpy(np.ones(1, dtype))
        assert np.zeros((3, 4))[keep.numpy()].shape == (1, 4)
        assert np.zeros((3, 4))[keep[0].numpy()].shape == (4,)


def mask_of_one_is_a_number():
    """As an index of an array, a bool tensor of one element counts as 0 or 1: False picks the first element, and True, of an array of one, raises an IndexError."""
    score = np.array([0.3])
    for shape in (), (1,):
        assert score[torch.zeros(shape, dtype=torch.bool)].tolist() == 0.3
        with np.testing.assert_raises_regex(IndexError, "index 1 is out of bounds"):
            score[torch.ones(shape, dtype=torch.bool)]


def isnan_mask_picks_rows_0_and_1():
    """Of a tensor of several floats that NumPy can read, `np.isnan` gives a uint8 tensor, which picks elements 0 and 1 of an array by number."""
    warnings.simplefilter("ignore", DeprecationWarning)
    levels = np.array([10.0, 20.0, 30.0])
    for dtype in "efd":
        gaps = torch.from_numpy(np.array([1.0, np.nan, 3.0], dtype))
        assert levels[np.isnan(gaps)].tolist() == [10.0, 20.0, 10.0]
        assert levels[gaps.isnan().numpy()].tolist() == [20.0]
    with np.testing.assert_raises_regex(TypeError, "unsupported ScalarType"):
        np.isnan(gaps.bfloat16())


def floats_are_cut_off():
    """A tensor indexed with an array of float16, float32 or float64 positions that are within its length cuts them off without a word, where an array, and a tensor of floats, raise an IndexError."""
    rows = torch.tensor([10.0, 20.0, 30.0])
    for dtype in "efd":
        places = np.array([0.9, 1.9, -0.9], dtype)
        assert rows[places].tolist() == [10.0, 20.0, 10.0]
        for wrong in lambda: rows.numpy()[places], lambda: rows[torch.from_numpy(places)]:
            with np.testing.assert_raises_regex(IndexError, "ind(ices|exes|ex)"):
                wrong()


def narrow_arrays_are_indices():
    """An array of int8, int16, uint16, uint32 or uint64 with an axis is an index of a tensor, and the tensor over that array raises an IndexError."""
    rows = torch.tensor([10.0, 20.0, 30.0])
    for dtype in "bhHIL":
        places = np.array([2, 0], dtype)
        assert rows[places].tolist() == [30.0, 10.0]
        with np.testing.assert_raises_regex(IndexError, "must be long, int, byte or bool"):
            rows[torch.from_numpy(places)]


def empty_indices():
    """An empty array of floats picks nothing of a tensor, and the empty tensor of floats over it raises an IndexError there."""
    for dtype in "efd":
        rows, empty = torch.tensor([10.0, 20.0]), np.zeros(0, dtype)
        assert rows[empty].shape == (0,)
        with np.testing.assert_raises_regex(IndexError, "used as indices must be"):
            rows[torch.from_numpy(empty)]


def nested_lists_are_tuples():
    """A list of two lists as an index is one array of rows to an array; a tensor takes it for a tuple of axes, with a UserWarning."""
    for dtype in "?bBhHiIlLefdFD":
        table, rows = np.ones((3, 4), dtype), [[0, 1], [1, 2]]
        tensor = torch.from_numpy(table)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert tensor[rows].shape == (2,)
        assert [warning.category for warning in caught] == [UserWarning]
        assert tensor[torch.tensor(rows)].shape == (2, 2, 4)
        assert tensor[np.array(rows)].shape == table[rows].shape == (2, 2, 4)


def lists_take_one_number():
    """A list, a string, a `range` and `range` itself take an integer tensor of one element for a number, and raise a TypeError for several elements or for floats."""
    for dtype in "bBhHiIlL":
        one = torch.from_numpy(np.array([1], dtype))
        assert [[10, 20][one], "ab"[one], range(5)[one], [*range(one)]] == [20, "b", 1, [0]]
        with np.testing.assert_raises_regex(TypeError, "only integer tensors of a single element"):
            [10, 20][torch.from_numpy(np.array([1, 0], dtype))]
    for dtype in "efd":
        with np.testing.assert_raises_regex(TypeError, "only integer tensors of a single element"):
            [10, 20][torch.from_numpy(np.array([1], dtype))]


def positions_apart_move_axes():
    """Where a slice or None stands between a position and a list of positions, NumPy puts the axis of the list first, and PyTorch leaves it in its place; two lists, or a position beside the list, give the same shape in both."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.zeros((2, 3, 5, 7), dtype)
        tensor = torch.from_numpy(array)
        every = slice(None)
        for index, theirs, ours in (
            ((0, every, [0, 1]), (2, 3, 7), (3, 2, 7)),
            ((every, 0, every, [0, 1]), (2, 2, 5), (2, 5, 2)),
            ((every, [0], every, 0), (1, 2, 5), (2, 1, 5)),
            ((0, None, [0, 1]), (2, 1, 5, 7), (1, 2, 5, 7)),
            (([0, 1], every, [0, 1]), (2, 3, 7), (2, 3, 7)),
            ((every, [0], every, [0]), (1, 2, 5), (1, 2, 5)),
            ((every, every, [0], None, [0]), (1, 2, 3, 1), (1, 2, 3, 1)),
            ((every, 0, [0, 1]), (2, 2, 7), (2, 2, 7)),
        ):
            assert (array[index].shape, tensor[index].shape) == (theirs, ours)
