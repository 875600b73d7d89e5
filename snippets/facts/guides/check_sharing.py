"""Facts of docs/guides/check_sharing.md."""

import numpy as np
import torch


def shares_memory_sees_parts():
    """`np.shares_memory` says True as soon as one element is common, wherever the two begin, and False for elements in turn, as in `a[::2]` and `a[1::2]`."""
    for dtype in "?bBhHiIlLefdFD":
        recording = np.zeros(8, dtype)
        tail = torch.from_numpy(recording[6:])
        assert np.shares_memory(recording, tail)
        assert np.shares_memory(recording[:7], tail)
        assert not np.shares_memory(recording[:6], tail)
        assert not np.shares_memory(recording[::2], torch.from_numpy(recording[1::2]))


def maps_of_one_file_share():
    """`np.shares_memory` and `np.may_share_memory` say False for two memory maps of one file, though with `mmap_mode="r+"` each reads what is written to the other."""
    for dtype in "?bBhHiIlLefdFD":
        np.save("levels.npy", np.zeros(2, dtype))
        one, other = (np.load("levels.npy", mmap_mode="r+") for _ in range(2))
        tensor = torch.from_numpy(other)
        one[0] = 1
        assert tensor.tolist() == [1, 0]
        assert not np.shares_memory(one, tensor)
        assert not np.may_share_memory(one, tensor)


def shares_memory_sees_other_dtypes():
    """`np.shares_memory` compares bytes, not dtypes: a tensor that reads the same bytes as int32 shares."""
    levels = np.array([0.5, 0.7], dtype=np.float32)
    assert np.shares_memory(levels, torch.from_numpy(levels).view(torch.int32))


def shares_memory_refuses_gradients():
    """`np.shares_memory` of a tensor that requires grad raises a RuntimeError, unless autograd is off, as under `torch.no_grad`; of a float dtype that NumPy has, it takes `Tensor.detach` of it."""
    for dtype in "efd":
        start = np.ones(3, dtype)
        weights = torch.from_numpy(start).requires_grad_()
        with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
            np.shares_memory(start, weights)
        for autograd_is_off in torch.no_grad(), torch.inference_mode(), torch.set_grad_enabled(False):
            with autograd_is_off:
                assert np.shares_memory(start, weights)
        assert np.shares_memory(start, weights.detach())


def bfloat16_through_a_view():
    """`np.shares_memory` of a bfloat16 or float8 tensor raises a TypeError; its `Tensor.view` as int16 or int8 works."""
    for dtype, integers in (
        (torch.bfloat16, torch.int16),
        (torch.float8_e4m3fn, torch.int8),
        (torch.float8_e5m2, torch.int8),
    ):
        scores = torch.ones(3).to(dtype)
        bits = scores.view(integers).numpy()
        with np.testing.assert_raises_regex(TypeError, "unsupported ScalarType"):
            np.shares_memory(bits, scores)
        assert np.shares_memory(bits, scores.view(integers))


def shares_memory_refuses_conj():
    """`np.shares_memory` of a conjugated view raises a RuntimeError: ask about its `Tensor.conj`, which is the memory without that bit, not about `Tensor.resolve_conj`, which copies."""
    for dtype in "FD":
        waves = np.array([1j, 2j], dtype)
        view = torch.from_numpy(waves).conj()
        with np.testing.assert_raises_regex(RuntimeError, "conjugate bit"):
            np.shares_memory(waves, view)
        assert np.shares_memory(waves, view.conj())
        assert not np.shares_memory(waves, view.resolve_conj())


def lists_never_share():
    """`np.shares_memory` of a list says False even for the list itself, because each is copied to an array first."""
    levels = [0.5, 0.7]
    assert not np.shares_memory(levels, levels)


def data_ptr_is_the_first_element():
    """`Tensor.data_ptr` is the address of the first element, so it differs for a part that shares and begins later."""
    for dtype in "?bBhHiIlLefdFD":
        recording = np.zeros(8, dtype)
        head, tail = torch.from_numpy(recording)[:2], torch.from_numpy(recording)[2:]
        assert head.data_ptr() == recording.ctypes.data
        assert tail.data_ptr() == recording.ctypes.data + 2 * recording.itemsize
        assert np.shares_memory(recording, tail)


def storage_begins_at_the_view():
    """The storage of a tensor from `torch.from_numpy` begins where the array begins, so the tensor of a part that begins later has another address."""
    for dtype in "?bBhHiIlLefdFD":
        recording = np.zeros(8, dtype)
        whole, tail = torch.from_numpy(recording), torch.from_numpy(recording[2:])
        assert whole.untyped_storage().data_ptr() == recording.ctypes.data
        assert tail.untyped_storage().data_ptr() == recording[2:].ctypes.data
        assert np.shares_memory(whole, tail)


def one_storage_is_not_sharing():
    """Two halves of one tensor have one storage, and no element in common."""
    whole = torch.from_numpy(np.zeros(8))
    first, second = whole[:4], whole[4:]
    assert first.untyped_storage().data_ptr() == second.untyped_storage().data_ptr()
    assert not np.shares_memory(first, second)


def set_to_needs_one_storage():
    """`Tensor.is_set_to` says False for two tensors that `torch.from_numpy` makes of one array, which share all elements."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(3, dtype)
        one, other = torch.from_numpy(levels), torch.from_numpy(levels)
        assert not one.is_set_to(other)
        levels[0] = 1
        assert one.tolist() == other.tolist() == [1, 0, 0]


def base_knows_views_only():
    """`Tensor._base` is None for the tensor of `torch.from_numpy`, which shares the array, and for one from `Tensor.detach`."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(3, dtype)
        tensor = torch.from_numpy(levels)
        levels[0] = 1
        assert tensor.tolist() == [1, 0, 0]
        assert tensor._base is tensor[1:].detach()._base is None
        assert tensor[1:]._base is tensor


def empty_shares_with_nothing():
    """`np.shares_memory` of an empty array says False, also for the tensor over that very array, and for an empty part that begins where the tensor does."""
    for shape in (0,), (0, 4), (4, 0):
        detections = np.zeros(shape)
        assert not np.shares_memory(detections, torch.from_numpy(detections))
    levels = np.zeros(4)
    tensor = torch.from_numpy(levels)
    assert levels[:0].ctypes.data == tensor.data_ptr()
    assert not np.shares_memory(levels[:0], tensor)


def empty_data_ptr_is_0():
    """`Tensor.data_ptr` of an empty tensor is 0, so two unrelated ones look as if they shared."""
    for empty in torch.from_numpy(np.zeros(0)), torch.from_numpy(np.zeros(8))[8:], torch.zeros(0, 4):
        assert empty.data_ptr() == 0
