"""Facts of docs/pitfalls/broadcast.md."""

import numpy as np
import torch


def in_place_raises():
    """Where elements share a place by stride 0, `Tensor.add_` raises a RuntimeError, because it would add to that place more than once; `Tensor.fill_` and a write to one element are carried out."""
    for dtype in "?bBhHiIlLefdFD":
        number = torch.from_numpy(np.zeros((), dtype))
        offsets = torch.from_numpy(np.zeros(2, dtype)).expand(3, 2)
        for expanded in offsets, number.expand(2), offsets.T:
            with np.testing.assert_raises_regex(RuntimeError, "more than one element of the written-to tensor"):
                expanded.add_(1)
        offsets.fill_(1)
        offsets[0, 1] = 0
        assert offsets.tolist() == [[1, 0], [1, 0], [1, 0]]


def overlapping_windows_are_not_noticed():
    """In overlapping windows without stride 0, `Tensor.add_` raises nothing for the dtypes that it takes, and adds twice where two windows overlap."""
    for dtype in "bBhilefdFD":
        signal = np.zeros(4, dtype)
        windows = np.lib.stride_tricks.sliding_window_view(signal, 2, writeable=True)
        torch.from_numpy(windows).add_(1)
        assert signal.tolist() == [1, 2, 2, 1]


def numpy_raises_nothing():
    """`Tensor.numpy` of a row that is expanded to several is a writable array, and `+=` of its own dtype raises nothing: the last row of the result is left, in every row."""
    for dtype in "?bBhHiIlLefdFD":
        mean = torch.from_numpy(np.zeros(2, dtype))
        rows = mean.expand(3, 2).numpy()
        rows += np.array([[0], [1], [1]], dtype)
        assert rows.tolist() == [[1, 1]] * 3
        assert mean.tolist() == [1, 1]


def tile_writes_rows_out():
    """`np.tile`, `np.repeat` and arithmetic make an array with a place for every element, in memory of its own."""
    for dtype in "?bBhHiIlLefdFD":
        offsets = np.zeros((1, 2), dtype)
        rows = np.broadcast_to(offsets, (3, 2))
        for array in (np.tile(offsets, (3, 1)), np.repeat(offsets, 3, axis=0), rows + offsets):
            array[0, 0] = 1
            assert array.tolist() == [[1, 0], [0, 0], [0, 0]]
            assert not np.shares_memory(array, offsets)


def places_can_be_counted():
    """A tensor has a place for every element if `torch.arange` over its storage, taken by `Tensor.as_strided` with its shape, strides and offset, repeats no number, and only then."""
    whole = torch.zeros(100)
    apart = whole, whole[::2], whole.view(10, 10).T, whole[50:]
    sharing = whole[:2].expand(3, 2), whole[::9, None].expand(12, 2), whole.unfold(0, 3, 1)[5:7]
    for tensor in (*apart, *sharing):
        places = torch.arange(tensor.untyped_storage().nbytes() // tensor.itemsize)
        places = places.as_strided(tensor.shape, tensor.stride(), tensor.storage_offset())
        assert (len(places.unique()) == tensor.numel()) == any(tensor is one for one in apart)
