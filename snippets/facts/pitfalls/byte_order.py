"""Facts of docs/pitfalls/byte_order.md."""

import warnings

import numpy as np
import torch


def copies_keep_the_order():
    """`ndarray.copy`, `np.ascontiguousarray` and `np.sort` keep the byte order, so `torch.from_numpy` refuses their results too."""
    samples = np.array([1, 256], dtype=np.dtype(np.int16).newbyteorder("S"))
    for same in (samples.copy(), np.ascontiguousarray(samples), np.sort(samples)):
        with np.testing.assert_raises_regex(ValueError, "byte order different"):
            torch.from_numpy(same)


def arithmetic_and_stack_are_native():
    """The results of arithmetic and of `np.stack` have native byte order, and `torch.from_numpy` takes them."""
    samples = np.array([1, 256], dtype=np.dtype(np.int16).newbyteorder("S"))
    assert torch.from_numpy(samples + 1).tolist() == [2, 257]
    assert torch.from_numpy(np.stack([samples, samples])).tolist() == [[1, 256], [1, 256]]


def one_byte_has_no_order():
    """Numbers of one byte have no byte order: `torch.from_numpy` takes uint8, int8 and bool arrays whatever order their dtype was given."""
    for code in (">u1", "<u1", ">i1", ">?"):
        tensor = torch.from_numpy(np.array([0, 1], dtype=code))
        assert tensor.int().tolist() == [0, 1]


def view_reads_other_numbers():
    """`ndarray.view` with the native dtype silences the error and gives other numbers; after `ndarray.byteswap` it gives the right ones."""
    samples = np.array([1, 256], dtype=np.dtype(np.int16).newbyteorder("S"))
    assert torch.from_numpy(samples.view(np.int16)).tolist() == [256, 1]
    assert torch.from_numpy(samples.byteswap().view(np.int16)).tolist() == [1, 256]


def cast_in_place_needs_no_copy():
    """`ndarray.byteswap` with `inplace=True` and `ndarray.view` make an array native without a copy; its first name then reads other numbers."""
    samples = np.array([1, 256], dtype=np.dtype(np.int16).newbyteorder("S"))
    tensor = torch.from_numpy(samples.byteswap(inplace=True).view(np.int16))
    tensor[0] = 2
    assert tensor.tolist() == [2, 256]
    assert samples.tolist() == [512, 1]


def collate_refuses_byte_order():
    """`torch.utils.data.default_collate` refuses arrays in the other byte order with the same ValueError."""
    samples = [np.array([1.0, 2.0], dtype=np.dtype(float).newbyteorder("S"))] * 2
    with np.testing.assert_raises_regex(ValueError, "byte order different from the native byte order"):
        torch.utils.data.default_collate(samples)


def lists_are_read_number_by_number():
    """`torch.tensor` takes a list of arrays in the other byte order, though it refuses each of them alone."""
    samples = np.array([1, 256], dtype=np.dtype(np.int16).newbyteorder("S"))
    with np.testing.assert_raises_regex(ValueError, "byte order"):
        torch.tensor(samples)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert torch.tensor([samples, samples]).tolist() == [[1, 256], [1, 256]]
