"""Facts of docs/guides/check_sharing.md."""

import numpy as np
import torch


def shares_memory_sees_parts():
    """`np.shares_memory` says True as soon as one element is common, wherever the two begin."""
    recording = np.zeros(8, dtype=np.float32)
    tail = torch.from_numpy(recording[6:])
    assert np.shares_memory(recording, tail)
    assert np.shares_memory(recording[:7], tail)
    assert not np.shares_memory(recording[:6], tail)


def shares_memory_sees_other_dtypes():
    """`np.shares_memory` compares bytes, not dtypes: a tensor that reads the same bytes as int32 shares."""
    levels = np.array([0.5, 0.7], dtype=np.float32)
    assert np.shares_memory(levels, torch.from_numpy(levels).view(torch.int32))


def shares_memory_refuses_gradients():
    """`np.shares_memory` of a tensor that requires grad raises a RuntimeError; `Tensor.detach` of it works."""
    start = np.ones(3, dtype=np.float32)
    weights = torch.from_numpy(start).requires_grad_()
    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        np.shares_memory(start, weights)
    assert np.shares_memory(start, weights.detach())


def bfloat16_through_a_view():
    """`np.shares_memory` of a bfloat16 tensor raises a TypeError; its `Tensor.view` as int16 works."""
    scores = torch.ones(3, dtype=torch.bfloat16)
    bits = scores.view(torch.int16).numpy()
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        np.shares_memory(bits, scores)
    assert np.shares_memory(bits, scores.view(torch.int16))


def lists_never_share():
    """`np.shares_memory` of a list says False even for the list itself, because each is copied to an array first."""
    levels = [0.5, 0.7]
    assert not np.shares_memory(levels, levels)


def data_ptr_is_the_first_element():
    """`Tensor.data_ptr` is the address of the first element, so it differs for a part that shares."""
    recording = np.zeros(8, dtype=np.float32)
    tail = torch.from_numpy(recording)[2:]
    assert tail.data_ptr() == recording.ctypes.data + 2 * 4
    assert np.shares_memory(recording, tail)


def storage_begins_at_the_view():
    """The storage of a tensor from `torch.from_numpy` begins where the array begins, so a view of it has another address."""
    recording = np.zeros(8, dtype=np.float32)
    whole, tail = torch.from_numpy(recording), torch.from_numpy(recording[2:])
    assert tail.untyped_storage().data_ptr() != whole.untyped_storage().data_ptr()
    assert tail.storage_offset() == 0
    assert np.shares_memory(whole, tail)


def one_storage_is_not_sharing():
    """Two halves of one tensor have one storage, and no element in common."""
    whole = torch.from_numpy(np.zeros(8))
    first, second = whole[:4], whole[4:]
    assert first.untyped_storage().data_ptr() == second.untyped_storage().data_ptr()
    assert not np.shares_memory(first, second)


def set_to_needs_one_storage():
    """`Tensor.is_set_to` says False for two tensors of one array, which share all elements."""
    levels = np.zeros(3)
    one, other = torch.from_numpy(levels), torch.from_numpy(levels)
    assert not one.is_set_to(other)
    assert np.shares_memory(one, other)


def base_knows_views_only():
    """`Tensor._base` is None for a tensor that shares an array, and for one from `Tensor.detach`."""
    levels = np.zeros(3)
    tensor = torch.from_numpy(levels)
    assert tensor._base is None
    assert tensor.detach()._base is None
    assert tensor[1:]._base is tensor


def empty_shares_with_nothing():
    """`np.shares_memory` of an empty array says False, also for the tensor over that very array."""
    detections = np.zeros((0, 4))
    assert not np.shares_memory(detections, torch.from_numpy(detections))


def empty_data_ptr_is_0():
    """`Tensor.data_ptr` of an empty tensor is 0, so two unrelated ones look as if they shared."""
    assert torch.from_numpy(np.zeros(0)).data_ptr() == 0
    assert torch.zeros(0).data_ptr() == 0
