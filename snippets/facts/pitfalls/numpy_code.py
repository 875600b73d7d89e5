"""Facts of docs/pitfalls/numpy_code.md."""

import warnings

import numpy as np
import torch


def lacks_methods():
    """A tensor has no `astype`, `copy`, `fill`, `flags`, `flat`, `strides`, `base`, `tobytes`, `tofile` or `searchsorted`: each raises an AttributeError."""
    names = ("astype", "copy", "fill", "flags", "flat", "strides", "base", "tobytes", "tofile", "searchsorted")
    for dtype in "?bBhHiIlLefdFD":
        array = np.ones(2, dtype)
        for name in names:
            with np.testing.assert_raises_regex(AttributeError, f"has no attribute '{name}'"):
                getattr(torch.from_numpy(array), name)


def to_may_give_the_tensor():
    """`ndarray.astype` copies by default; `Tensor.to` gives the tensor itself where it has the dtype already, and copies with `copy=True`."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.full(2, 1, dtype)
        tensor = torch.from_numpy(array)
        assert not np.shares_memory(array.astype(dtype), array)
        assert tensor.to(tensor.dtype) is tensor
        assert not np.shares_memory(tensor.to(tensor.dtype, copy=True).numpy(), array)


def names_of_the_same():
    """Of finite float32 and float64, both sides of the table give the same numbers."""
    for dtype in "fd":
        array = np.array([[4, 1], [0, 7]], dtype)
        tensor = torch.from_numpy(array.copy())
        for theirs, ours in (
            (array.astype(np.int32), tensor.to(torch.int32)),
            (array.copy(), tensor.clone()),
            (array.flatten(), tensor.flatten().clone()),
            (array.transpose(1, 0), tensor.permute(1, 0)),
            (array.max(axis=1), tensor.amax(axis=1)),
            (np.sort(array), tensor.sort().values),
            (array.repeat(2), tensor.repeat_interleave(2)),
            (np.tile(array, (1, 2)), tensor.tile(1, 2)),
            (np.tile(array[0], (1, 2)), tensor[0].tile(1, 2)),
            (np.tile(array[None], (1, 2)), tensor[None].tile(1, 2)),
            (np.array_split(array, 2)[1], torch.tensor_split(tensor, 2)[1]),
            (array.nonzero()[1], tensor.nonzero(as_tuple=True)[1]),
            (array.std(), tensor.std(correction=0)),
            (np.median(array), tensor.double().quantile(0.5)),
            (array.size, torch.tensor(tensor.numel())),
        ):
            np.testing.assert_allclose(ours.tolist(), theirs, rtol=1e-6)
        assert tensor.numpy().tobytes() == array.tobytes()
        array.fill(9)
        assert tensor.fill_(9).tolist() == array.tolist()


def std_divides_by_one_less():
    """`Tensor.std` and `Tensor.var` divide by one less than the number of elements, those of an array by the number; with `correction=0` a tensor of float32, float64 or complex numbers gives what its array gives."""
    for dtype in "fdFD":
        array = np.array([2, 4, 9], dtype)
        tensor = torch.from_numpy(array)
        for name in "std", "var":
            theirs, ours = getattr(array, name), getattr(tensor, name)
            np.testing.assert_allclose(ours(), theirs(ddof=1), rtol=1e-6)
            np.testing.assert_allclose(ours(correction=0), theirs(), rtol=1e-6)


def std_of_one_is_nan():
    """`Tensor.std` of one float is NaN, with a UserWarning, where `np.std` of the array gives 0."""
    for dtype in "efd":
        array = np.ones(1, dtype)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert torch.from_numpy(array).std().isnan()
        assert [warning.category for warning in caught] == [UserWarning]
        assert np.std(array) == 0


def sign_of_nan_is_0():
    """`torch.sign` of NaN is 0, where `np.sign` of it is NaN."""
    for dtype in "efd":
        array = np.array([np.nan, -2, 2, 0], dtype)
        assert torch.sign(torch.from_numpy(array)).tolist() == [0, -1, 1, 0]
        assert np.isnan(np.sign(array)).tolist() == [True, False, False, False]


def cross_takes_the_first_axis_of_3():
    """Without `dim=`, `torch.cross` takes the first axis of length 3, with a UserWarning the first time in a process, where `np.cross` and `torch.linalg.cross` take the last axis."""
    torch.set_warn_always(True)
    for dtype in "bBhilefdFD":
        first, second = np.eye(3).astype(dtype), np.array([[0, 1, 2], [0, 0, 0], [1, 0, 0]]).astype(dtype)
        ours, others = torch.from_numpy(first), torch.from_numpy(second)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            found = torch.cross(ours, others)
        assert [warning.category for warning in caught] == [UserWarning]
        assert found.tolist() == np.cross(first, second, axis=0).tolist()
        assert found.tolist() != np.cross(first, second).tolist()
        assert torch.linalg.cross(ours, others).tolist() == np.cross(first, second).tolist()


def median_is_the_lower():
    """Of an even number of finite floats, signed integers or uint8, `torch.median` gives the lower of the two in the middle, and `np.median` their mean, as `torch.quantile` of 0.5 does once the tensor is float64."""
    for dtype in "bBhilefd":
        array = np.array([1, 8, 2, 4], dtype)
        tensor = torch.from_numpy(array)
        assert torch.median(tensor) == tensor.median() == 2
        assert np.median(array) == torch.quantile(tensor.double(), 0.5) == 3


def repeat_repeats_the_whole():
    """`Tensor.repeat` repeats the whole, as `np.tile` does, and raises a RuntimeError for fewer numbers than axes; `ndarray.repeat` repeats each element, as `Tensor.repeat_interleave` does."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.array([0, 1], dtype)
        tensor = torch.from_numpy(array)
        assert tensor.repeat(2).tolist() == np.tile(array, 2).tolist() == [0, 1, 0, 1]
        assert array.repeat(2).tolist() == tensor.repeat_interleave(2).tolist() == [0, 0, 1, 1]
        table, rows = np.stack([array]), torch.stack([tensor])
        assert rows.repeat(1, 2).tolist() == np.tile(table, (1, 2)).tolist() == [[0, 1, 0, 1]]
        assert table.repeat(2).tolist() == rows.repeat_interleave(2).tolist() == [0, 0, 1, 1]
        with np.testing.assert_raises_regex(RuntimeError, "can not be smaller than number of dimensions"):
            rows.repeat(2)


def split_takes_a_size():
    """The number in `torch.split` is the size of a part, in `np.split`, `np.array_split` and `torch.tensor_split` how many parts there are, and `np.split` raises a ValueError where they cannot be alike."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.ones(6, dtype)
        tensor = torch.from_numpy(array)
        assert [len(part) for part in torch.split(tensor, 2)] == [2, 2, 2]
        for parts in np.split(array, 2), np.array_split(array, 2), torch.tensor_split(tensor, 2):
            assert [len(part) for part in parts] == [3, 3]
        for parts in np.array_split(array[:5], 2), torch.tensor_split(tensor[:5], 2):
            assert [len(part) for part in parts] == [3, 2]
        with np.testing.assert_raises_regex(ValueError, "does not result in an equal division"):
            np.split(array[:5], 2)


def nonzero_has_a_row_each():
    """`Tensor.nonzero` gives a row for each element that is not 0, `ndarray.nonzero` an array for each axis; with `as_tuple=True` the two agree where the tensor has an axis, and no dtype of uint16, uint32 and uint64."""
    for dtype in "?bBhilefdFD":
        array = np.array([[1, 0, 1]], dtype)
        tensor = torch.from_numpy(array)
        assert tensor.nonzero().tolist() == [[0, 0], [0, 2]]
        for found in array.nonzero(), tensor.nonzero(as_tuple=True):
            assert [axis.tolist() for axis in found] == [[0, 0], [0, 2]]
    for dtype in "HIL":
        with np.testing.assert_raises_regex(NotImplementedError, "not implemented for 'UInt"):
            torch.from_numpy(np.ones(3, dtype)).nonzero(as_tuple=True)


def sort_leaves_the_tensor():
    """`Tensor.sort` leaves the tensor as it is, and gives a pair of sorted values and indices; for complex numbers, it raises a RuntimeError."""
    for dtype in "?bBhHiIlLefd":
        tensor = torch.from_numpy(np.array([1, 0, 1], dtype))
        values, indices = tensor.sort(stable=True)
        assert (values.tolist(), indices.tolist()) == ([0, 1, 1], [1, 0, 2])
        assert tensor.sort().values.tolist() == [0, 1, 1]
        assert tensor.tolist() == [1, 0, 1]
    for dtype in "FD":
        with np.testing.assert_raises_regex(RuntimeError, "does not support complex"):
            torch.from_numpy(np.array([1, 0], dtype)).sort()


def max_of_an_axis_is_a_pair():
    """`Tensor.max` and `Tensor.min` with `axis=` give a pair of values and indices; `Tensor.amax` and `Tensor.amin` give the values alone, as the array does."""
    for dtype in "?bBhilefd":
        array = np.array([[0, 1], [1, 1]], dtype)
        tensor = torch.from_numpy(array)
        for name in "max", "min":
            values, indices = getattr(tensor, name)(axis=1)
            alone = getattr(tensor, f"a{name}")(axis=1)
            assert values.tolist() == alone.tolist() == getattr(array, name)(axis=1).tolist()
            assert indices.dtype == torch.int64


def flatten_shares():
    """`Tensor.flatten` of a contiguous tensor shares its memory, where `ndarray.flatten` copies."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.zeros((2, 2), dtype)
        tensor = torch.from_numpy(array)
        array.flatten()[0] = 1
        assert tensor[0, 0] == 0
        tensor.flatten()[0] = 1
        assert tensor[0, 0] == 1


def axis_is_understood():
    """`Tensor.sum`, `Tensor.mean`, `Tensor.amax` and `Tensor.all` take `axis=` and `keepdims=` for `dim=` and `keepdim=`."""
    for dtype in "efd":
        array = np.ones((2, 3), dtype)
        tensor = torch.from_numpy(array)
        for name in "sum", "mean", "amax", "all":
            found = getattr(tensor, name)(axis=1, keepdims=True)
            wanted = getattr(array, name.removeprefix("a") if name == "amax" else name)(axis=1, keepdims=True)
            assert found.tolist() == wanted.tolist()


def other_arguments_raise():
    """`ddof=`, `order=` and a NumPy dtype as `dtype=` raise a TypeError, as `Tensor.cumsum` without an axis does."""
    for dtype in "efd":
        tensor = torch.from_numpy(np.ones((2, 3), dtype))
        for call, words in (
            (lambda t: t.std(ddof=1), "std.. received an invalid combination"),
            (lambda t: t.var(axis=0, ddof=1), "var.. received an invalid combination"),
            (lambda t: t.reshape(-1, order="F"), "unexpected keyword argument 'order'"),
            (lambda t: t.flatten(order="F"), "unexpected keyword argument 'order'"),
            (lambda t: t.sum(dtype=np.float64), "sum.. received an invalid combination"),
            (lambda t: t.cumsum(), "cumsum.. missing 1 required positional argument"),
        ):
            with np.testing.assert_raises_regex(TypeError, words):
                call(tensor)


def transpose_takes_two_axes():
    """`Tensor.transpose` swaps two axes, and raises a TypeError for none and for three; `Tensor.permute` takes the order of all axes, as `ndarray.transpose` does."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.zeros((2, 3, 4), dtype)
        tensor = torch.from_numpy(array)
        assert tensor.transpose(2, 0).shape == (4, 3, 2)
        assert tensor.permute(2, 0, 1).shape == array.transpose(2, 0, 1).shape == (4, 2, 3)
        for axes in (), (2, 0, 1), ((2, 0, 1),):
            with np.testing.assert_raises_regex(TypeError, "transpose"):
                tensor.transpose(*axes)


def integers_have_no_mean():
    """`Tensor.mean` of integers or bools raises a RuntimeError without `dtype=`, and `Tensor.std` raises one; `np.mean` and `np.std` of the array give a float64."""
    for dtype in "?bBhHiIlL":
        array = np.ones(2, dtype)
        tensor = torch.from_numpy(array)
        assert np.mean(array).dtype == np.std(array).dtype == np.float64
        assert tensor.mean(dtype=torch.float32) == 1
        with np.testing.assert_raises_regex(RuntimeError, "could not infer output dtype"):
            tensor.mean()
        with np.testing.assert_raises_regex(RuntimeError, "only support floating point"):
            tensor.std()


def np_size_gives_a_method():
    """`np.size` of a tensor gives the method `Tensor.size`, not a number, as `size` of the tensor does."""
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.from_numpy(np.ones((2, 3), dtype))
        for size in np.size(tensor), tensor.size:
            assert callable(size)
            assert size() == (2, 3)
        assert tensor.numel() == tensor.numpy().size == 6
