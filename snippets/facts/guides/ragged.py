"""Facts of docs/guides/ragged.md."""

import logging

import numpy as np
import torch
from torch.nn.utils.rnn import pack_padded_sequence, pack_sequence, pad_sequence


def pad_sequence_copies():
    """`torch.nn.utils.rnn.pad_sequence` copies the rows into one tensor of the first row's dtype, filled up with 0 unless you name `padding_value=`; 0.5 in a later row is 0 behind integers, without a word."""
    for dtype in "?bBhHiIlLefdFD":
        rows = [np.ones(3, dtype), np.ones(1, dtype)]
        tensors = [torch.from_numpy(row) for row in rows]
        batch, filled = pad_sequence(tensors, batch_first=True), pad_sequence(tensors, True, padding_value=1)
        rows[1][0] = 0
        assert batch.tolist() == [[1, 1, 1], [1, 0, 0]]
        assert filled.tolist() == [[1, 1, 1], [1, 1, 1]]
        assert batch.dtype == tensors[0].dtype
    mixed = [torch.from_numpy(np.array([7, 2])), torch.from_numpy(np.array([0.5]))]
    assert pad_sequence(mixed, batch_first=True).tolist() == [[7, 2], [0, 0]]


def pad_sequence_puts_time_first():
    """Without `batch_first=True`, `torch.nn.utils.rnn.pad_sequence` puts time on the first axis and the rows on the second."""
    rows = [torch.from_numpy(np.arange(3)), torch.from_numpy(np.arange(1))]
    assert pad_sequence(rows).shape == (3, 2)
    assert pad_sequence(rows, batch_first=True).shape == (2, 3)


def pad_sequence_refuses_arrays():
    """`torch.nn.utils.rnn.pad_sequence` takes tensors only: a list of arrays raises a TypeError."""
    with np.testing.assert_raises_regex(TypeError, "expected Tensor as element 0"):
        pad_sequence([np.arange(3), np.arange(2)])


def padding_value_is_cut_off():
    """A `padding_value=` of 0.5 becomes 0 in a batch of integers, without a word."""
    for dtype in "bBhHiIlL":
        rows = [torch.from_numpy(np.array([7, 2], dtype)), torch.from_numpy(np.array([4], dtype))]
        assert pad_sequence(rows, batch_first=True, padding_value=0.5).tolist() == [[7, 2], [4, 0]]


def mean_counts_the_padding():
    """A mean over a padded batch counts the padding."""
    rows = [torch.from_numpy(np.full(3, 6.0)), torch.from_numpy(np.full(1, 6.0))]
    batch = pad_sequence(rows, batch_first=True)
    assert batch.mean(1).tolist() == [6.0, 2.0]


def equal_rows_are_stacked():
    """`np.array` with `dtype=object` of rows that happen to have one length gives a table of objects, not an array of rows."""
    rows = [np.array([1.0, 2.0]), np.array([3.0, 4.0])]
    assert np.array(rows, dtype=object).shape == (2, 2)
    assert np.array([*rows, np.array([5.0])], dtype=object).shape == (3,)


def split_shares():
    """The parts of `Tensor.split` share memory with the array that holds all values."""
    for dtype in "?bBhHiIlLefdFD":
        values = np.zeros(5, dtype)
        second = torch.from_numpy(values).split([3, 2])[1]
        values[4] = 1
        assert second.tolist() == [0, 1]


def jagged_shares():
    """`torch.nested.nested_tensor_from_jagged` lays a nested tensor over the values and the int64 or int32 offsets of two arrays, without a copy."""
    logging.getLogger("torch.fx").setLevel(logging.ERROR)
    for dtype in "?bBhHiIlLefdFD":
        for integer in np.int64, np.int32:
            values, offsets = np.zeros(5, dtype), np.array([0, 3, 5], integer)
            nested = torch.nested.nested_tensor_from_jagged(torch.from_numpy(values), torch.from_numpy(offsets))
            values[4] = 1
            assert [row.tolist() for row in nested.unbind()] == [[0, 0, 0], [0, 1]]
            offsets[1] = 4
            assert nested.offsets().tolist() == [0, 4, 5]


def jagged_has_no_array():
    """`Tensor.numpy` of a jagged nested tensor raises a RuntimeError; its values and its offsets each give an array."""
    logging.getLogger("torch.fx").setLevel(logging.ERROR)
    for dtype in "?bBhHiIlLefdFD":
        values, offsets = np.array([1, 0, 1], dtype), np.array([0, 1, 3])
        nested = torch.nested.nested_tensor_from_jagged(torch.from_numpy(values), torch.from_numpy(offsets))
        with np.testing.assert_raises_regex(RuntimeError, "not supported for tensor subclasses"):
            nested.numpy()
        assert nested.values().numpy().tolist() == [1, 0, 1]
        assert nested.offsets().numpy().tolist() == [0, 1, 3]


def packing_wants_sorted_rows():
    """`torch.nn.utils.rnn.pack_sequence` raises a RuntimeError unless the rows come longest first, down to the shortest, or `enforce_sorted=False`."""
    rows = [torch.from_numpy(np.arange(length)) for length in (3, 1, 2)]
    with np.testing.assert_raises_regex(RuntimeError, "sorted in decreasing order"):
        pack_sequence(rows)
    assert pack_sequence([rows[0], rows[2], rows[1]]).batch_sizes.tolist() == [3, 2, 1]
    assert pack_sequence(rows, enforce_sorted=False).batch_sizes.tolist() == [3, 2, 1]


def packing_takes_array_lengths():
    """`torch.nn.utils.rnn.pack_padded_sequence` takes the lengths as an array of any integer dtype, but no reversed one, as a descending sort gives it."""
    batch = torch.from_numpy(np.array([[1.0, 2.0, 3.0], [4.0, 0.0, 0.0]]))
    for dtype in "bBhHiIlL":
        packed = pack_padded_sequence(batch, np.array([3, 1], dtype), batch_first=True)
        assert packed.data.tolist() == [1.0, 4.0, 2.0, 3.0]
        with np.testing.assert_raises_regex(ValueError, "negative"):
            pack_padded_sequence(batch, np.array([1, 3], dtype)[::-1], batch_first=True)
