"""Facts of docs/methods/np_from_dlpack.md."""

import numpy as np
import torch


def shares_and_is_writable():
    """`np.from_dlpack` of a CPU tensor shares its memory and keeps its dtype; the array is writable."""
    scores = torch.tensor([0.25, 0.5])
    array = np.from_dlpack(scores)
    array[0] = 9.0
    scores[1] = 7.0
    assert scores.tolist() == [9.0, 7.0]
    assert array.tolist() == [9.0, 7.0]
    assert array.dtype == np.float32


def copy_true_copies():
    """With `copy=True`, `np.from_dlpack` gives an array of its own."""
    scores = torch.tensor([0.25, 0.5])
    np.from_dlpack(scores, copy=True)[0] = 9.0
    assert scores.tolist() == [0.25, 0.5]


def keeps_strides():
    """`np.from_dlpack` of transposed and stepped tensors keeps their strides, in bytes."""
    image = torch.zeros(2, 6)
    assert np.from_dlpack(image.T).strides == (4, 24)
    assert np.from_dlpack(image[:, ::2]).strides == (24, 8)


def zero_d_gives_an_array():
    """`np.from_dlpack` of a 0-d tensor gives a 0-d array that shares."""
    threshold = torch.tensor(0.5)
    array = np.from_dlpack(threshold)
    array[()] = 0.75
    assert threshold.item() == 0.75
    assert array.shape == ()


def requires_grad_raises():
    """`np.from_dlpack` of a tensor that requires grad raises a BufferError, whose message names `Tensor.detach`."""
    weights = torch.ones(2, requires_grad=True)
    with np.testing.assert_raises_regex(BufferError, "detach"):
        np.from_dlpack(weights)
    np.from_dlpack(weights.detach())[0] = 9.0
    assert weights.tolist() == [9.0, 1.0]


def array_keeps_the_memory():
    """The array of `np.from_dlpack` keeps the tensor's memory alive after the last name of the tensor is gone."""
    scores = torch.tensor([0.25, 0.5])
    array = np.from_dlpack(scores)
    del scores
    torch.zeros(2)
    assert array.tolist() == [0.25, 0.5]


def lists_have_no_dlpack():
    """A list raises an AttributeError: `np.from_dlpack` takes only what has `__dlpack__`."""
    with np.testing.assert_raises_regex(AttributeError, "__dlpack__"):
        np.from_dlpack([0.25, 0.5])
