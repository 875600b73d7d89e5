"""Facts of docs/pitfalls/freed_memory.md."""

import contextlib
import mmap
import weakref
from multiprocessing import resource_sharer

import numpy as np
import torch


def map_can_be_closed():
    """A file mapped by `mmap.mmap` can be closed under the tensor of `torch.frombuffer`; under `np.frombuffer`, closing it raises a BufferError."""
    for dtype in (torch.uint8, torch.int64, torch.float32, torch.float64):
        unpinned, pinned = mmap.mmap(-1, 24), mmap.mmap(-1, 24)
        tensor = torch.frombuffer(unpinned, dtype=dtype)
        with contextlib.suppress(BufferError):
            unpinned.close()
        assert unpinned.closed
        tensor = torch.from_numpy(np.frombuffer(pinned, str(dtype).removeprefix("torch.")))
        tensor[0] = 1
        assert pinned[:] != bytes(24)
        with np.testing.assert_raises_regex(BufferError, "exported pointers exist"):
            pinned.close()


def memmap_stays_open():
    """`torch.from_numpy` of an `np.memmap` keeps the file mapped after the last name of the map is gone."""
    for dtype in "?bBhHiIlLefdFD":
        np.array([1, 1], dtype).tofile("samples.bin")
        samples = np.memmap("samples.bin", dtype, mode="r+")
        tensor = torch.from_numpy(samples)
        del samples
        tensor[0] = 0
        assert tensor.tolist() == [0, 1]
        assert np.fromfile("samples.bin", dtype).tolist() == [0, 1]


def refcheck_moves_the_array():
    """`ndarray.resize` with `refcheck=False` may move the array, and leaves the tensor on the memory that was freed."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.zeros(2, dtype)
        tensor = torch.from_numpy(readings)
        address = readings.ctypes.data
        readings.resize(1_000_000, refcheck=False)
        assert not np.shares_memory(readings, tensor)
        assert tensor.data_ptr() == address


def dlpack_array_does_not_stop_resize():
    """`Tensor.resize_` to more elements than fit into the storage raises a RuntimeError for a tensor that was made of an array or gave one by `Tensor.numpy`, and moves another away from an array of `np.from_dlpack`; to fewer, it raises nothing; a tensor that requires grad it refuses."""
    for dtype in "?bBhHiIlLefdFD":
        guarded, unguarded = torch.tensor(np.zeros(4, dtype)), torch.tensor(np.zeros(4, dtype))
        guarding, left_behind = guarded.numpy(), np.from_dlpack(unguarded)
        assert guarding.ctypes.data == guarded.data_ptr()
        assert left_behind.ctypes.data == unguarded.data_ptr()
        wrapped = torch.from_numpy(np.zeros(4, dtype))
        np.from_dlpack(wrapped)
        for refused, elements in (guarded, 1_000_000), (guarded[2:], 3), (wrapped, 5):
            with np.testing.assert_raises_regex(RuntimeError, "not resizable"):
                refused.resize_(elements)
        for elements in 2, 4:
            assert guarded.resize_(elements).data_ptr() == guarding.ctypes.data
        assert unguarded.untyped_storage().resizable()
        unguarded.resize_(1_000_000)
        assert left_behind.ctypes.data != unguarded.data_ptr()
    for elements in 2, 4, 8:
        with np.testing.assert_raises_regex(RuntimeError, "require grad"):
            torch.ones(4, requires_grad=True).resize_(elements)


def module_frees_the_array():
    """`torch.nn.Module.share_memory` moves buffers and parameters, with their views, to shared memory, and frees what arrays of `Tensor.numpy` still point to, unless the array that the tensor was made of, or another tensor made of that, is still there."""
    for dtype in "?bBhHiIlLefdFD":
        for holds in False, True:
            owner = np.ones(3, dtype)
            memory, module = weakref.ref(owner), torch.nn.Module()
            module.register_buffer("values", torch.from_numpy(owner))
            view, array = module.values[:2], module.values.numpy()
            part = array[:2]
            assert part.ctypes.data == array.ctypes.data == owner.ctypes.data
            other = torch.from_numpy(owner) if holds else None
            del owner
            module.share_memory()
            assert (memory() is None) == (not holds)
            assert np.shares_memory(view, module.values)
            if holds:
                assert array.tolist() == other.tolist() == [1, 1, 1]
                assert array.ctypes.data == other.data_ptr()
        held, module = np.ones(3, dtype), torch.nn.Module()
        module.register_buffer("values", torch.from_numpy(held))
        array = module.values.numpy()
        module.share_memory()
        assert array.tolist() == [1, 1, 1]
        assert array.ctypes.data == held.ctypes.data
    owner = np.ones(3)
    memory, module = weakref.ref(owner), torch.nn.Module()
    module.weight = torch.nn.Parameter(torch.from_numpy(owner))
    array = module.weight.detach().numpy()
    assert array.ctypes.data == owner.ctypes.data
    del owner
    module.share_memory()
    assert memory() is None


def queue_frees_the_array():
    """A tensor that is put into a `torch.multiprocessing.Queue` is moved to shared memory, with its views, and what is under their arrays is freed, unless the array that it was made of, or another tensor made of that, is still there."""
    queue = torch.multiprocessing.Queue()
    for dtype in "?bBhHiIlLefdFD":
        for holds in False, True:
            owner = np.ones(3, dtype)
            memory, tensor = weakref.ref(owner), torch.from_numpy(owner)
            view, array = tensor[:2], tensor.numpy()
            other = torch.from_numpy(owner) if holds else None
            del owner
            queue.put(tensor)
            queue.get()
            assert array.ctypes.data != tensor.data_ptr()
            assert np.shares_memory(view, tensor)
            assert (memory() is None) == (other is None)
    queue.close()
    queue.join_thread()
    resource_sharer.stop()


def set_leaves_the_array_its_memory():
    """`Tensor.set_` gives the tensor other memory, and an array of `Tensor.numpy` keeps the old memory alive."""
    for dtype in "?bBhHiIlLefdFD":
        owner = np.ones(2, dtype)
        memory, tensor = weakref.ref(owner), torch.from_numpy(owner)
        array = tensor.numpy()
        del owner
        tensor.set_(torch.tensor(np.zeros(3, dtype)))
        assert np.shares_memory(array, memory())
        assert tensor.tolist() == [0, 0, 0]
