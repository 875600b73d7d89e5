"""Facts of docs/pitfalls/slow_lists.md."""

import itertools
import warnings

import numpy as np
import torch


def other_functions_warn():
    """`torch.asarray`, `torch.as_tensor`, `torch.Tensor` and `Tensor.new_tensor` of a list of arrays give the same warning as `torch.tensor`; where the arrays are empty, none of them does."""
    torch.set_warn_always(True)
    for dtype, elements in itertools.product("?bBhHiIlefdFD", (2, 1, 0)):
        frames = [np.zeros((2, elements), dtype), np.ones((2, elements), dtype)]
        for convert in (torch.tensor, torch.asarray, torch.as_tensor, torch.Tensor, torch.zeros(1).new_tensor):
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                convert(frames)
            messages = " ".join(str(one.message) for one in caught)
            assert ("Creating a tensor from a list of numpy.ndarrays is extremely slow" in messages) == (elements > 0)


def slow_warning_comes_once():
    """The warning comes once per process, so a second slow line stays silent; after `torch.set_warn_always(True)` it comes each time."""
    frames = [np.zeros(2), np.ones(2)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.tensor(frames)
        torch.asarray(frames)
        assert len(caught) == 1
        torch.set_warn_always(True)
        torch.tensor(frames)
        assert len(caught) > 1


def collate_does_not_warn():
    """`torch.utils.data.default_collate` joins a list of arrays without this warning, and keeps their dtype."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlLefdFD":
        frames = [np.zeros(2, dtype), np.ones(2, dtype)]
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            batch = torch.utils.data.default_collate(frames)
        assert batch.tolist() == [[0, 0], [1, 1]]
        assert str(batch.dtype) == f"torch.{frames[0].dtype}"


def numbers_in_the_list_are_checked():
    """With an integer `dtype=` other than uint64, `torch.tensor` of a list of signed integer arrays raises a RuntimeError for a number that does not fit, which wraps after `np.stack`: in uint8, 300 becomes 44; an unsigned dtype takes negative numbers down to minus its largest, in uint8 -255, and wraps them in both, -1 to 255."""
    warnings.simplefilter("ignore")  # of a slow list
    for dtype in "bhil":
        with np.testing.assert_raises_regex(TypeError, "an integer is required"):
            torch.tensor([np.array([-1], dtype)], dtype=torch.uint64)
    for dtype in "bhil":
        for narrow in torch.uint8, torch.int8, torch.int16, torch.uint16, torch.int32, torch.uint32:
            limits, native = torch.iinfo(narrow), str(narrow).removeprefix("torch.")
            least = limits.min or -limits.max
            above = 300 if narrow == torch.uint8 else limits.max + 45
            for number in -1, least, limits.max, least - 1, above:
                if not np.iinfo(dtype).min <= number <= np.iinfo(dtype).max:
                    continue
                frames = [np.array([1, number], dtype), np.array([2, 3], dtype)]
                wrapped = [[1, np.array(number).astype(native)], [2, 3]]
                assert torch.tensor(np.stack(frames), dtype=narrow).tolist() == wrapped
                if least <= number <= limits.max:
                    assert torch.tensor(frames, dtype=narrow).tolist() == wrapped
                    continue
                with np.testing.assert_raises_regex(
                    RuntimeError, "cannot be converted to type u?int[0-9]+ without overflow"
                ):
                    torch.tensor(frames, dtype=narrow)
    assert torch.tensor(np.stack([np.array([300, -1])]), dtype=torch.uint8).tolist() == [[44, 255]]


def mixed_dtypes_promote_otherwise():
    """Of a float32 and an int64 array in a list, `torch.tensor` makes float32, which may round the integers, and `np.stack` makes float64."""
    levels, counts = np.array([0.5], np.float32), np.array([2**24 + 1])
    warnings.simplefilter("ignore")  # of a slow list
    for frames, numbers in ([levels, counts], [0.5, 2**24]), ([counts, levels], [2**24, 0.5]):
        assert torch.tensor(frames).dtype == torch.float32
        assert torch.tensor(frames).flatten().tolist() == numbers
        assert torch.tensor(np.stack(frames)).dtype == torch.float64


def dim_counts_levels():
    """The message names the length of the first row, as `dim` the level of the list, counted from 0, and the length that differs."""
    with np.testing.assert_raises_regex(ValueError, r"expected sequence of length 2 at dim 1 \(got 3\)"):
        torch.tensor([[4, 8], [15, 16, 23]])
    with np.testing.assert_raises_regex(ValueError, r"expected sequence of length 2 at dim 2 \(got 1\)"):
        torch.tensor([[[4, 8], [15, 16]], [[23, 42], [7]]])


def stack_says_it_otherwise():
    """For a list of arrays with different lengths `np.stack` says that they must have the same shape, `np.array` speaks of an inhomogeneous shape."""
    for rows in ([np.zeros(2), np.zeros(3)], [np.zeros(0), np.zeros(1)], [np.zeros((2, 3)), np.zeros((1, 3))]):
        with np.testing.assert_raises_regex(ValueError, "all input arrays must have the same shape"):
            np.stack(rows)
        with np.testing.assert_raises_regex(ValueError, "inhomogeneous shape"):
            np.array(rows)


def number_among_rows_raises():
    """`torch.tensor` of a list of numbers and of equally long lists of numbers raises a TypeError, in words that depend on their order and kind: not a sequence, must be real number, or cannot be interpreted; a list that begins with an empty one gives a tensor without elements."""
    for number in (15, 15.5, True):
        for rows in [[4, 8], number], [[4, 8], number, [4, 8]], [[4], [8], number]:
            with np.testing.assert_raises_regex(TypeError, "not a sequence"):
                torch.tensor(rows)
    for row in [4, 8], [4], []:
        with np.testing.assert_raises_regex(TypeError, "must be real number, not list"):
            torch.tensor([15.5, row])
    for number in (15, True):
        with np.testing.assert_raises_regex(TypeError, "'list' object cannot be interpreted"):
            torch.tensor([number, [4, 8]])
    for rows in [[], 15], [[], 15.5], [[], [4, 8]]:
        assert torch.tensor(rows).shape == (2, 0)
