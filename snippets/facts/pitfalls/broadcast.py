"""Facts of docs/pitfalls/broadcast.md."""

import numpy as np
import torch


def in_place_raises():
    """`Tensor.add_` of a tensor with stride 0 raises a RuntimeError, while `Tensor.fill_` and a write to one element are carried out."""
    offsets = torch.zeros(2).expand(3, 2)
    with np.testing.assert_raises_regex(RuntimeError, "more than one element of the written-to tensor"):
        offsets.add_(1)
    offsets[0, 1] = 9.0
    assert offsets.tolist() == [[0.0, 9.0], [0.0, 9.0], [0.0, 9.0]]
    assert offsets.fill_(2.0).sum() == 12.0


def overlapping_windows_are_not_noticed():
    """In a tensor of overlapping windows without stride 0, `Tensor.add_` raises nothing, and adds twice where two windows overlap."""
    signal = np.zeros(4)
    windows = np.lib.stride_tricks.sliding_window_view(signal, 2, writeable=True)
    torch.from_numpy(windows).add_(1)
    assert signal.tolist() == [1.0, 2.0, 2.0, 1.0]


def numpy_raises_nothing():
    """`Tensor.numpy` of an expanded tensor is a writable array, and `+=` on it raises nothing: one row of the result is left, in every row."""
    mean = torch.tensor([1.0, 2.0])
    rows = mean.expand(3, 2).numpy()
    assert rows.flags.writeable
    rows += np.array([[10.0], [20.0], [30.0]])
    assert mean.tolist() == [31.0, 32.0]


def astype_lays_out_columns():
    """`ndarray.astype` of an array from `np.broadcast_to` has a place for every element, column by column; `ndarray.copy` has row by row."""
    offsets = np.broadcast_to(np.array([0.5, -0.5]), (3, 2))
    assert torch.from_numpy(offsets.astype(np.float32)).stride() == (1, 3)
    assert torch.from_numpy(offsets.copy()).stride() == (2, 1)


def storage_is_smaller():
    """Where elements share places, the storage has fewer bytes than the elements: `torch.UntypedStorage.nbytes` is less than `Tensor.nbytes`."""
    offsets = torch.from_numpy(np.zeros(2)).expand(3, 2)
    assert offsets.untyped_storage().nbytes() == 16
    assert offsets.nbytes == 48
    assert offsets.clone().untyped_storage().nbytes() == 48


def tile_writes_rows_out():
    """`np.tile`, `np.repeat` and arithmetic make an array with a place for every element, which is no view."""
    offsets = np.array([[0.5, -0.5]])
    rows = np.broadcast_to(offsets, (3, 2))
    for array in (np.tile(offsets, (3, 1)), np.repeat(offsets, 3, axis=0), rows + 0):
        tensor = torch.from_numpy(array)
        tensor[0, 0] = 9.0
        assert tensor[1, 0] == 0.5
        assert not np.shares_memory(array, offsets)
