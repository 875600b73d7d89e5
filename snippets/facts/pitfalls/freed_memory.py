"""Facts of docs/pitfalls/freed_memory.md."""

import contextlib
import mmap

import numpy as np
import torch


def map_can_be_closed():
    """A file mapped by `mmap.mmap` can be closed under the tensor of `torch.frombuffer`; under `np.frombuffer`, closing it raises a BufferError."""
    unpinned, pinned = mmap.mmap(-1, 24), mmap.mmap(-1, 24)
    tensor = torch.frombuffer(unpinned, dtype=torch.float64)
    with contextlib.suppress(BufferError):
        unpinned.close()
    assert unpinned.closed
    tensor = torch.from_numpy(np.frombuffer(pinned))
    with np.testing.assert_raises_regex(BufferError, "exported pointers exist"):
        pinned.close()
    assert tensor.tolist() == [0.0, 0.0, 0.0]


def memmap_stays_open():
    """`torch.from_numpy` of an `np.memmap` keeps the file mapped after the last name of the map is gone."""
    np.array([1.0, 2.0]).tofile("samples.bin")
    samples = np.memmap("samples.bin", dtype=np.float64, mode="r+")
    tensor = torch.from_numpy(samples)
    del samples
    tensor[0] = 9.0
    assert tensor.tolist() == [9.0, 2.0]
    assert np.fromfile("samples.bin").tolist() == [9.0, 2.0]


def refcheck_moves_the_array():
    """`ndarray.resize` with `refcheck=False` may move the array, and leaves the tensor on the memory that was freed."""
    readings = np.array([18.0, 18.5])
    tensor = torch.from_numpy(readings)
    assert np.shares_memory(readings, tensor)
    readings.resize(1_000_000, refcheck=False)
    assert not np.shares_memory(readings, tensor)


def dlpack_array_does_not_stop_resize():
    """`Tensor.resize_` raises where an array of `Tensor.numpy` shares, and moves the tensor away from an array of `np.from_dlpack`."""
    guarded, unguarded = torch.zeros(4), torch.zeros(4)
    guarding, left_behind = guarded.numpy(), np.from_dlpack(unguarded)
    assert guarding.ctypes.data == guarded.data_ptr()
    assert left_behind.ctypes.data == unguarded.data_ptr()
    with np.testing.assert_raises_regex(RuntimeError, "not resizable"):
        guarded.resize_(1_000_000)
    assert unguarded.untyped_storage().resizable()
    unguarded.resize_(1_000_000)
    assert left_behind.ctypes.data != unguarded.data_ptr()


def set_leaves_the_array_its_memory():
    """`Tensor.set_` gives the tensor other memory, and its array keeps the old memory alive."""
    scores = torch.tensor([0.25, 0.75])
    array = scores.numpy()
    scores.set_(torch.ones(3))
    assert scores.tolist() == [1.0, 1.0, 1.0]
    assert array.tolist() == [0.25, 0.75]
