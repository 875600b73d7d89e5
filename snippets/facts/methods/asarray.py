"""Facts of docs/methods/asarray.md."""

import array
import warnings

import numpy as np
import torch


def shares_what_it_can():
    """Without `copy=`, `torch.asarray` shares an array's memory and keeps its dtype and shape, but for a 0-d one, or where `dtype=` or the device is another: then it copies."""
    for dtype in "?bBhHiIlLefdFD":
        other = torch.complex64 if dtype == "D" else torch.complex128
        table = np.zeros((4, 6), dtype)
        for view in (table, table.T, table[1:, ::2], table[0], table[:, :0]):
            tensor = torch.asarray(view)
            assert str(tensor.dtype) == f"torch.{view.dtype}"
            assert tensor.shape == view.shape
            assert tensor.stride() == tuple(step // view.itemsize for step in view.strides)
            tensor.fill_(1)
            assert (view == 1).all()
            cast = torch.asarray(view, dtype=other)
            assert cast.dtype == other
            cast.fill_(0)
            assert (view == 1).all()
        threshold = np.zeros((), dtype)
        torch.asarray(threshold).fill_(1)
        assert threshold == 0
        assert torch.asarray(table, device="meta").device.type == "meta"


def copy_says_which():
    """`torch.asarray` with `copy=True` copies an array or a tensor; with `copy=False` it shares or raises, but for a 0-d array that needs no cast, which it copies."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(3, dtype)
        own = torch.asarray(levels, copy=True)
        shared = torch.asarray(levels, copy=False)
        again = torch.asarray(shared, copy=True)
        levels[0] = 1
        shared[1] = 1
        own[2] = 1
        again[2] = 1
        assert levels.tolist() == [1, 1, 0]
        assert own.tolist() == [0, 0, 1]
        with np.testing.assert_raises_regex(ValueError, "can't alias tensor with dtype"):
            torch.asarray(levels, dtype=torch.bfloat16, copy=False)
        threshold = np.zeros((), dtype)
        torch.asarray(threshold, copy=False).fill_(1)
        assert threshold == 0
        with np.testing.assert_raises_regex(ValueError, "can't alias tensor with dtype"):
            torch.asarray(threshold, dtype=torch.bfloat16, copy=False)


def limits():
    """`torch.asarray` refuses a reversed array, `array[::-1]`, that has elements, even with `copy=True`, and its tensor can write to a read-only array that it shares."""
    warnings.simplefilter("ignore")
    for dtype in "?bBhHiIlLefdFD":
        for copy in (None, True, False):
            with np.testing.assert_raises_regex(ValueError, "negative"):
                torch.asarray(np.zeros(3, dtype)[::-1], copy=copy)
        frozen = np.zeros(2, dtype)
        frozen.flags.writeable = False
        torch.asarray(frozen)[0] = 1
        assert frozen[0] == 1


def copy_false_refuses():
    """With `copy=False`, `torch.asarray` raises a ValueError for another dtype, another device, a list or a Python number, and a RuntimeError for a NumPy scalar."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(2, dtype)
        with np.testing.assert_raises_regex(ValueError, "can't alias tensor with dtype"):
            torch.asarray(levels, dtype=torch.bfloat16, copy=False)
        with np.testing.assert_raises_regex(ValueError, "can't alias tensor from device 'cpu' to 'meta'"):
            torch.asarray(levels, device="meta", copy=False)
        with np.testing.assert_raises_regex(RuntimeError, "can't alias NumPy scalars"):
            torch.asarray(levels[0], copy=False)
    for values in ([0.25, 0.5], (1, 2), [], 0.5, 3, True, [np.zeros(2)]):
        with np.testing.assert_raises_regex(ValueError, "can't alias arbitrary sequence"):
            torch.asarray(values, copy=False)


def zero_d_is_copied():
    """`torch.asarray` copies a 0-d array, even with `copy=False`, and shares an array of one element and one axis."""
    for dtype in "?bBhHiIlLefdFD":
        threshold = np.zeros((), dtype)
        torch.asarray(threshold).fill_(1)
        torch.asarray(threshold, copy=False).fill_(1)
        assert threshold == 0
        with_an_axis = np.zeros(1, dtype)
        torch.asarray(with_an_axis, copy=False).fill_(1)
        assert with_an_axis[0] == 1


def keeps_the_dtype_of_an_array():
    """`torch.asarray` gives a list of Python floats the default dtype, which does not matter to an array."""
    for default in (torch.float16, torch.float32, torch.float64):
        torch.set_default_dtype(default)
        assert torch.asarray([20.5, 21.0]).dtype == default
        for dtype in "?bBhHiIlLefdFD":
            assert str(torch.asarray(np.zeros(2, dtype)).dtype) == f"torch.{np.dtype(dtype)}"


def scalar_keeps_its_dtype():
    """`torch.asarray` of a NumPy scalar gives a 0-d tensor of its value and dtype, if `torch.from_numpy` takes arrays of that dtype."""
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.asarray(np.ones(2, dtype)[0])
        assert tensor.shape == ()
        assert tensor == 1
        assert tensor.dtype == torch.from_numpy(np.ones(2, dtype)).dtype
    assert torch.asarray(np.uint64(2**64 - 1)).item() == 2**64 - 1


def buffers_are_regrouped():
    """Without `dtype=`, `torch.asarray` reads the bytes of a buffer such as `array.array` as the default dtype: two doubles become four numbers, and small counts become numbers near 0."""
    samples = array.array("d", [1, 2])
    assert torch.asarray(samples).tolist() == [0.0, 1.875, 0.0, 2.0]
    counts = array.array("i", [3, 1, 2])
    assert 0 < torch.asarray(counts).max().item() < 1e-44
    torch.set_default_dtype(torch.float64)
    assert torch.asarray(samples).tolist() == [1.0, 2.0]


def buffers_take_a_dtype():
    """With `dtype=`, `torch.asarray` shares the bytes of a buffer such as `array.array` as numbers of that dtype, without a cast."""
    samples = array.array("d", [1, 2])
    for dtype in (torch.uint8, torch.int16, torch.int64, torch.float32, torch.complex128):
        tensor = torch.asarray(samples, dtype=dtype)
        assert tensor.dtype == dtype
        assert tensor.numpy().tobytes() == samples.tobytes()
    tensor = torch.asarray(samples, dtype=torch.float64)
    tensor[0] = 9.0
    assert samples.tolist() == [9.0, 2.0]


def memoryview_loses_its_shape():
    """`torch.asarray` shares the bytes of a C-contiguous `memoryview` that is not empty as one axis, and raises a ValueError where they are no whole elements of the dtype, and a RuntimeError for one that is not C-contiguous."""
    image = np.zeros((2, 4), np.uint8)
    for array_of_rows in (image, image[1:], image[1]):
        tensor = torch.asarray(memoryview(array_of_rows), dtype=torch.uint8)
        assert tensor.shape == (array_of_rows.size,)
        tensor.fill_(9)
        assert (array_of_rows == 9).all()
    for other in (image.T, image[:, :2], image[0, ::2], image[0, ::-1]):
        with np.testing.assert_raises_regex(RuntimeError, "could not retrieve buffer"):
            torch.asarray(memoryview(other), dtype=torch.uint8)
    for dtype in torch.int16, torch.float32, torch.float64, torch.complex64:
        with np.testing.assert_raises_regex(ValueError, "multiple of element size"):
            torch.asarray(memoryview(image[0, :3]), dtype=dtype)


def dlpack_objects_ignore_copy():
    """`torch.asarray` shares an object that has only `__dlpack__` and `__dlpack_device__`, even with `copy=True`, and raises a ValueError for it with `copy=False`."""

    class Frame:
        def __init__(self, pixels):
            self.__dlpack__ = pixels.__dlpack__
            self.__dlpack_device__ = pixels.__dlpack_device__

    for dtype in "?bBhHiIlLefdFD":
        pixels = np.zeros(3, dtype)
        torch.asarray(Frame(pixels))[0] = 1
        torch.asarray(Frame(pixels), copy=True)[1] = 1
        assert pixels.tolist() == [1, 1, 0]
        with np.testing.assert_raises_regex(ValueError, "can't alias arbitrary sequence"):
            torch.asarray(Frame(pixels), copy=False)


def capsules_obey_copy():
    """Of a DLPack capsule, the object that `ndarray.__dlpack__` returns, `torch.asarray` shares with `copy=False` and copies with `copy=True`."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(2, dtype)
        torch.asarray(levels.__dlpack__(), copy=False)[0] = 1
        torch.asarray(levels.__dlpack__(), copy=True)[1] = 1
        assert levels.tolist() == [1, 0]


def returns_the_tensor_itself():
    """While the default device is the CPU, `torch.asarray` of a CPU tensor alone or with `copy=False` returns that same tensor."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        assert torch.asarray(scores) is scores
        assert torch.asarray(scores, copy=False) is scores


def sets_requires_grad():
    """With `requires_grad=True`, `torch.asarray` of a float or complex array that has an axis gives a leaf over its memory, so each update in place changes the array, and not with `copy=True`."""
    for dtype in "efdFD":
        start = np.zeros(2, dtype)
        own = torch.asarray(start, copy=True, requires_grad=True)
        weights = torch.asarray(start, requires_grad=True)
        assert weights.is_leaf and weights.requires_grad
        with torch.no_grad():
            own += 1
            assert start.tolist() == [0, 0]
            weights += 1
            assert start.tolist() == [1, 1]


def requires_grad_changes_your_tensor():
    """Where `torch.asarray` returns your tensor itself, and it is a leaf, `requires_grad=` is set on it: True makes it require grad, False stops your weights from learning."""
    for dtype in (torch.float16, torch.float32, torch.float64, torch.complex64, torch.complex128):
        weights = torch.zeros(2, dtype=dtype)
        assert torch.asarray(weights, requires_grad=True) is weights
        assert weights.requires_grad
        torch.asarray(weights, requires_grad=False)
        assert not weights.requires_grad


def requires_grad_false_detaches_results():
    """Of the result of an operation on weights, `torch.asarray` with `requires_grad=False` gives a detached tensor over the same memory."""
    for dtype in (torch.float16, torch.float32, torch.float64, torch.complex64, torch.complex128):
        doubled = torch.zeros(2, dtype=dtype, requires_grad=True) * 2
        detached = torch.asarray(doubled, requires_grad=False)
        detached[0] = 1
        assert doubled.tolist() == [1, 0]
        assert doubled.requires_grad
        assert not detached.requires_grad


def keeps_requires_grad():
    """Without `requires_grad=`, `torch.asarray` of a tensor that requires grad gives one that requires it, too, or raises where no tensor of the `dtype=` can, and warns, once per process; with `requires_grad=True` it does not warn, and, where autograd is on, a copy of it is no leaf."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for dtype in (torch.float16, torch.float32, torch.float64):
            weights = torch.zeros(2, dtype=dtype, requires_grad=True)
            torch.asarray(weights, requires_grad=True)
            assert len(caught) == (dtype != torch.float16)
            assert torch.asarray(weights).requires_grad
            assert torch.asarray(weights, copy=True).requires_grad
            for integers in torch.uint8, torch.int64, torch.bool:
                with np.testing.assert_raises_regex(RuntimeError, "can require gradients"):
                    torch.asarray(weights, dtype=integers)
            assert not torch.asarray(weights, copy=True, requires_grad=True).is_leaf
    assert ["defaults to obj.requires_grad" in str(one.message) for one in caught] == [True]


def follows_default_device():
    """Without `device=`, `torch.asarray` of an array gives a tensor on the default device."""
    for device in ("meta", "cpu"):
        torch.set_default_device(device)
        for dtype in "?bBhHiIlLefdFD":
            assert torch.asarray(np.ones(2, dtype)).device.type == device


def cpu_shares_under_a_default_device():
    """With `device="cpu"`, `torch.asarray` shares an array that has an axis whatever the default device is."""
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(2, dtype)
        torch.asarray(levels, device="cpu")[0] = 1
        assert levels[0] == 1
