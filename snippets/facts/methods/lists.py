"""Facts of docs/methods/lists.md."""

import warnings

import numpy as np
import torch


def first_number_that_is_a_float_counts():
    """In a list for `torch.tensor`, one float among integers is enough for the default dtype; True beside integers counts as 1."""
    assert torch.tensor([1, 2.5]).dtype == torch.float32
    assert torch.tensor([True, 2]).tolist() == [1, 2]


def numpy_scalars_decide():
    """A list of `np.float64` scalars gives float64, where Python floats give the default dtype."""
    means = [np.float64(20.5), np.float64(21.0)]
    assert torch.tensor(means).dtype == torch.float64
    assert torch.tensor([float(mean) for mean in means]).dtype == torch.float32


def stack_shares_nothing_with_the_frames():
    """`np.stack` copies the arrays once, and `torch.from_numpy` shares what it gives."""
    frames = [np.zeros(2), np.ones(2)]
    stacked = np.stack(frames)
    batch = torch.from_numpy(stacked)
    frames[0][0] = 9.0
    stacked[1, 1] = 7.0
    assert batch.tolist() == [[0.0, 0.0], [1.0, 7.0]]


def list_of_tensors_raises():
    """A list of tensors with several elements raises a ValueError; `torch.stack` takes it."""
    scores = [torch.tensor([0.25, 0.75]), torch.tensor([0.5, 0.5])]
    with np.testing.assert_raises_regex(ValueError, "only one element tensors can be converted to Python scalars"):
        torch.tensor(scores)
    assert torch.stack(scores).shape == (2, 2)


def list_of_0d_tensors_works():
    """`torch.tensor` of a list of tensors with one element each gives their numbers."""
    assert torch.tensor([torch.tensor(0.25), torch.tensor([0.5])]).tolist() == [0.25, 0.5]


def uint64_arrays_are_refused():
    """`torch.tensor` of a list of uint64 arrays raises a TypeError, where `np.stack` first gives a uint64 tensor."""
    keys = [np.array([1, 2], dtype=np.uint64), np.array([3, 4], dtype=np.uint64)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # slow, too
        with np.testing.assert_raises_regex(TypeError, "an integer is required"):
            torch.tensor(keys)
    assert torch.from_numpy(np.stack(keys)).dtype == torch.uint64


def none_is_refused():
    """`None` in a list raises a RuntimeError, where `np.nan` is taken."""
    with np.testing.assert_raises_regex(RuntimeError, "Could not infer dtype of NoneType"):
        torch.tensor([20.5, None])
    assert torch.tensor([20.5, np.nan]).isnan().tolist() == [False, True]


def too_large_integers_are_refused():
    """`torch.tensor` of a list with an integer of 2**63 or more raises a ValueError, and works with `dtype=torch.uint64`."""
    with np.testing.assert_raises_regex(ValueError, "Overflow when unpacking long"):
        torch.tensor([2**63])
    assert torch.tensor([2**63], dtype=torch.uint64).item() == 2**63
