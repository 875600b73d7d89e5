"""Facts of docs/methods/lists.md."""

import warnings

import numpy as np
import torch


def numpy_scalars_decide():
    """Without `dtype=`, `torch.tensor` of a list of NumPy scalars of one dtype has that dtype, if PyTorch has it, and raises a TypeError for `np.uint64`; of Python floats, it has the default dtype."""
    for dtype in "?bBhHiIlefdFD":
        means = np.ones(2, dtype)
        assert torch.tensor([*means]).dtype == torch.tensor(means).dtype
    assert torch.tensor([20.5, 21.0]).dtype == torch.float32
    with np.testing.assert_raises_regex(TypeError, "an integer is required"):
        torch.tensor([*np.ones(2, np.uint64)])


def stack_shares_nothing_with_the_frames():
    """`np.stack` copies the arrays, and `torch.from_numpy` shares what it gives."""
    for dtype in "?bBhHiIlLefdFD":
        frames = [np.zeros(2, dtype), np.zeros(2, dtype)]
        stacked = np.stack(frames)
        batch = torch.from_numpy(stacked)
        frames[0][0] = 1
        stacked[1, 1] = 1
        assert batch.tolist() == [[0, 0], [0, 1]]


def uint64_arrays_are_refused():
    """Without `dtype=`, or with `dtype=torch.uint64`, `torch.tensor` of a list of uint64 scalars, tensors or arrays that are not empty raises a TypeError; it takes the array that `np.stack` makes of scalars or arrays."""
    keys = np.array([[1, 2], [3, 4]], np.uint64)
    warnings.simplefilter("ignore")  # slow, too
    for rows in ([*keys[0]], [*keys], [*torch.from_numpy(keys)], [*torch.from_numpy(keys[0])]):
        for options in {}, {"dtype": torch.uint64}:
            with np.testing.assert_raises_regex(TypeError, "an integer is required"):
                torch.tensor(rows, **options)
    for rows in ([*keys[0]], [*keys]):
        assert torch.tensor(np.stack(rows)).dtype == torch.uint64


def none_is_refused():
    """`torch.tensor` of a list of numbers with `None` among them raises a RuntimeError, and a TypeError where `dtype=` is passed; `np.nan` is taken."""
    for readings in ([20.5, None], [None, 20], [[20.5], [None]]):
        with np.testing.assert_raises_regex(RuntimeError, "Could not infer dtype of NoneType"):
            torch.tensor(readings)
        with np.testing.assert_raises_regex(TypeError, "NoneType"):
            torch.tensor(readings, dtype=torch.float32)
    assert torch.tensor([20.5, np.nan]).isnan().tolist() == [False, True]


def too_large_integers_are_refused():
    """Without `dtype=`, `torch.tensor` of a list of Python integers raises a ValueError for one that int64 does not hold; `dtype=torch.uint64` takes those from 2**63 to 2**64 - 1."""
    for number in (2**63, -(2**63) - 1):
        with np.testing.assert_raises_regex(ValueError, "Overflow when unpacking long"):
            torch.tensor([number])
    for number in (2**63, 2**64 - 1):
        assert torch.tensor([number], dtype=torch.uint64).tolist() == [number]


def cat_skips_the_empty():
    """`torch.cat` takes a tensor of shape (0,) among tensors of more axes, where `np.concatenate` raises a ValueError; the dtype of the empty one counts, so one of float64 makes float32 rows float64."""
    for dtype in "?bBhHiIlLefdFD":
        rows, none = np.ones((2, 3), dtype), np.ones(0, dtype)
        assert torch.cat([torch.from_numpy(rows), torch.from_numpy(none)]).tolist() == rows.tolist()
        with np.testing.assert_raises_regex(ValueError, "all the input arrays must have same number of dimensions"):
            np.concatenate([rows, none])
    for dtype in "?bBhilefd":
        rows = torch.from_numpy(np.ones((2, 3), dtype))
        for tensors in [rows, torch.from_numpy(np.zeros(0))], [torch.from_numpy(np.zeros(0)), rows]:
            assert torch.cat(tensors).dtype == torch.float64


def integers_are_made_of_float64_alone():
    """With an integer `dtype=` but uint64, `torch.tensor` of a list of NumPy scalars, or of arrays of one axis with elements, cuts off float64 that it holds, and raises a TypeError for float16, float32, complex numbers and bools; of the array that `np.stack` makes of the list, it casts all of these."""
    warnings.simplefilter("ignore")
    for dtype in "?efdFD":
        for values in (list(np.array([3.7, 0], dtype)), [np.array([3.7, 0], dtype)]):
            stacked = torch.tensor(np.stack(values), dtype=torch.int64)
            assert stacked.ravel().tolist() == [int(dtype == "?") or 3, 0]
            for to in torch.uint8, torch.int8, torch.int16, torch.uint16, torch.int32, torch.uint32, torch.int64:
                if dtype == "d":
                    assert torch.tensor(values, dtype=to).ravel().tolist() == [3, 0]
                else:
                    with np.testing.assert_raises_regex(TypeError, "object cannot be interpreted as an integer"):
                        torch.tensor(values, dtype=to)
