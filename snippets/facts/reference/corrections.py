"""Facts of docs/reference/corrections.md: those that no other page has."""

import gc
import weakref

import numpy as np
import torch


def python_integers_are_int64():
    """An array of Python integers is int64, and so is its tensor, whose dtype is not printed."""
    labels = np.array([3, 1, 2])
    tensor = torch.from_numpy(labels)
    assert labels.dtype == np.int64
    assert repr(tensor) == "tensor([3, 1, 2])"


def int32_is_printed():
    """An int32 array shows its dtype with `torch.tensor` as with `torch.from_numpy`."""
    labels = np.array([3, 1, 2], np.int32)
    assert repr(torch.tensor(labels)) == repr(torch.from_numpy(labels))
    assert "dtype=torch.int32" in repr(torch.tensor(labels))


def part_keeps_the_whole():
    """The tensor keeps the whole buffer alive, however small a part of it you kept."""
    frames = np.zeros((100, 4))
    alive = weakref.ref(frames)
    first = torch.from_numpy(frames[0])
    del frames
    gc.collect()
    assert first.nbytes == 32
    assert alive() is not None and alive().nbytes == 3200


def clone_lets_go():
    """`Tensor.clone` keeps the part: its storage holds no more than its own elements."""
    frames = torch.zeros(100, 4)
    first = frames[0]
    assert first.untyped_storage().nbytes() == 1600
    assert first.clone().untyped_storage().nbytes() == 16


def np_resize_repeats():
    """`np.resize`, which the message names, repeats the values, where `ndarray.resize` adds zeros."""
    samples = np.array([1.0, 2.0])
    assert np.resize(samples, 4).tolist() == [1.0, 2.0, 1.0, 2.0]
    samples.resize(4)
    assert samples.tolist() == [1.0, 2.0, 0.0, 0.0]


def rebinding_leaves_the_tensor():
    """`array *= 100` reaches the tensor, `array = array * 100` makes a new array and does not."""
    prices = np.array([1.0, 2.0])
    tensor = torch.from_numpy(prices)
    prices *= 100
    prices = prices * 100
    assert tensor.tolist() == [100.0, 200.0]
    assert prices.tolist() == [10_000.0, 20_000.0]


def tensors_have_no_astype():
    """A tensor has no `astype`; its cast is `Tensor.to`, which copies where the dtype changes."""
    counts = torch.tensor([1, 2])
    assert not hasattr(counts, "astype")
    levels = counts.to(torch.float32)
    levels[0] = 9.0
    assert counts.tolist() == [1, 2]


def bytes_are_read_only():
    """An array over `bytes` is read-only; the copy that `torch.tensor` makes is yours to write to."""
    message = b"abc"
    letters = np.frombuffer(message, np.uint8)
    tensor = torch.tensor(letters)
    tensor[0] = 0
    assert not letters.flags.writeable
    assert message == b"abc"
