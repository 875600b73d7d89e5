"""Facts of docs/methods/asarray.md."""

import array
import warnings

import numpy as np
import torch


def shares_what_it_can():
    """Without other arguments, `torch.asarray` shares an array that it takes, in its dtype, unless it is 0-d or the default device is not the CPU."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(3, dtype)
        tensor = torch.asarray(levels)
        levels[0] = 1
        tensor[2] = 1
        assert levels.tolist() == tensor.tolist() == [1, 0, 1]
        assert str(tensor.dtype) == f"torch.{levels.dtype}"


def copy_true_copies():
    """With `copy=True`, `torch.asarray` copies an array or a tensor that it takes."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(3, dtype)
        tensor = torch.asarray(levels, copy=True)
        other = torch.asarray(tensor, copy=True)
        levels[0] = 1
        tensor[1] = 1
        other[2] = 1
        assert levels.tolist() == [1, 0, 0]
        assert tensor.tolist() == [0, 1, 0]


def copy_false_shares():
    """With `copy=False`, `torch.asarray` shares an array that has an axis; where it cannot, it raises a ValueError, or a TypeError for a dtype that torch does not have."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(2, dtype)
        torch.asarray(levels, copy=False)[0] = 1
        assert levels[0] == 1
        with np.testing.assert_raises_regex(ValueError, "can't alias tensor with dtype"):
            torch.asarray(levels, dtype=torch.bfloat16, copy=False)
    with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray"):
        torch.asarray(np.array(["cat", "dog"]), copy=False)


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


def copies_for_another_dtype():
    """`torch.asarray` copies and casts where `dtype=` is not the array's and `copy=` is left out."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.ones(2, dtype)
        another = torch.complex128 if dtype != "D" else torch.complex64
        tensor = torch.asarray(levels, dtype=another)
        tensor[0] = 0
        assert levels.tolist() == [1, 1]
        assert tensor.tolist() == [0, 1]
        assert tensor.dtype == another


def copy_false_names_dtypes_as_c_does():
    """Where `torch.asarray` with `copy=False` raises a ValueError for another dtype, float64 is called 'Double' in it, float32 'Float' and int64 'Long'."""
    for dtype, name in {"d": "Double", "f": "Float", "l": "Long"}.items():
        with np.testing.assert_raises_regex(ValueError, f"can't alias tensor with dtype '{name}'"):
            torch.asarray(np.zeros(2, dtype), dtype=torch.bool, copy=False)


def copy_false_refuses_another_device():
    """`torch.asarray` of an array with `copy=False` and without `device=` raises a ValueError while the default device is not the CPU."""
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefdFD":
        with np.testing.assert_raises_regex(ValueError, "can't alias tensor from device 'cpu' to 'meta'"):
            torch.asarray(np.zeros(2, dtype), copy=False)


def copy_false_refuses_lists():
    """`torch.asarray` with `copy=False` of a list, a tuple or a Python number raises a ValueError: there is no memory to share."""
    for levels in ([0.25, 0.5], (1, 2), [], 0.5, 3, True, [np.zeros(2)]):
        with np.testing.assert_raises_regex(ValueError, "can't alias arbitrary sequence"):
            torch.asarray(levels, copy=False)


def copy_false_refuses_numpy_scalars():
    """`torch.asarray` with `copy=False` of a NumPy scalar raises a RuntimeError."""
    for dtype in "?bBhHiIlLefdFD":
        with np.testing.assert_raises_regex(RuntimeError, "can't alias NumPy scalars"):
            torch.asarray(np.ones(2, dtype)[0], copy=False)


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


def shares_views():
    """`torch.asarray` shares an array that is transposed, or sliced with a positive step, also with `copy=False`."""
    for dtype in "?bBhHiIlLefdFD":
        for copy in (None, False):
            image = np.zeros((2, 4), dtype)
            for view in (image.T, image[:, ::2], image[1:, 1:]):
                torch.asarray(view, copy=copy)[0, 1] = 1
                assert view[0, 1] == 1


def copy_keeps_transposed_order():
    """`torch.asarray` with `copy=True` keeps the order of a transposed array of several rows and columns, so the copy is not contiguous."""
    for dtype in "?bBhHiIlLefdFD":
        for by_hour in (np.zeros((2, 3), dtype).T, np.zeros((2, 6), dtype)[:, ::2].T):
            assert torch.asarray(by_hour, copy=True).stride() == (1, 3)


def empty_keeps_shape_and_dtype():
    """`torch.asarray` of an empty array keeps its shape and its dtype."""
    for dtype in "?bBhHiIlLefdFD":
        for shape in ((0,), (0, 4), (2, 0)):
            tensor = torch.asarray(np.zeros(shape, dtype))
            assert tensor.shape == shape
            assert str(tensor.dtype) == f"torch.{np.dtype(dtype)}"


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


def buffer_length_has_to_fit():
    """`torch.asarray` raises a ValueError for a buffer without bytes, and for one whose bytes are no whole number of elements."""
    for dtype in (torch.int16, torch.float16, torch.int32, torch.float32, torch.float64, torch.complex128):
        with np.testing.assert_raises_regex(ValueError, "must be a multiple of element size"):
            torch.asarray(bytearray(3 * dtype.itemsize + 1), dtype=dtype)
        with np.testing.assert_raises_regex(ValueError, "must not be 0"):
            torch.asarray(bytearray(), dtype=dtype)
    with np.testing.assert_raises_regex(ValueError, "must be a multiple of element size"):
        torch.asarray(bytearray(3))


def memoryview_loses_its_shape():
    """`torch.asarray` shares the bytes of a C-contiguous `memoryview` as one axis, and raises a RuntimeError for another one."""
    image = np.zeros((2, 4), np.uint8)
    for array_of_rows in (image, image[1:], image[1]):
        tensor = torch.asarray(memoryview(array_of_rows), dtype=torch.uint8)
        assert tensor.shape == (array_of_rows.size,)
        tensor.fill_(9)
        assert (array_of_rows == 9).all()
    for other in (image.T, image[:, :2], image[0, ::2], image[0, ::-1]):
        with np.testing.assert_raises_regex(RuntimeError, "could not retrieve buffer"):
            torch.asarray(memoryview(other), dtype=torch.uint8)


def bytes_warn_even_to_copy():
    """`torch.asarray` of `bytes` with `copy=True` copies them, and gives the UserWarning all the same."""
    packet = bytes([20, 21, 22])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.asarray(packet, dtype=torch.uint8, copy=True)
    tensor[0] = 99
    assert any("buffer is not writable" in str(one.message) for one in caught)
    assert list(packet) == [20, 21, 22]


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


def refuses_the_array_method():
    """Without other arguments, `torch.asarray` of an object that has only `__array__` raises a RuntimeError."""

    class Table:
        def __array__(self, dtype=None, copy=None):
            return np.array([20.5, 21.0])

    with np.testing.assert_raises_regex(RuntimeError, "Could not infer dtype of Table"):
        torch.asarray(Table())


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
    """Without `requires_grad=`, `torch.asarray` of a tensor that requires grad gives one that requires it, too, and warns, once per process; with `requires_grad=True` it does not warn."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for dtype in (torch.float16, torch.float32, torch.float64):
            weights = torch.zeros(2, dtype=dtype, requires_grad=True)
            torch.asarray(weights, requires_grad=True)
            assert len(caught) == (dtype != torch.float16)
            assert torch.asarray(weights).requires_grad
            assert torch.asarray(weights, copy=True).requires_grad
    assert ["defaults to obj.requires_grad" in str(one.message) for one in caught] == [True]


def integers_cannot_require_grad():
    """`torch.asarray` of an integer or bool array with `requires_grad=True` raises a RuntimeError, unless `dtype=` is a float or complex one."""
    for dtype in "?bBhHiIlL":
        counts = np.ones(2, dtype)
        with np.testing.assert_raises_regex(RuntimeError, "floating point and complex dtype can require gradients"):
            torch.asarray(counts, requires_grad=True)
        for cast in (torch.float16, torch.float32, torch.float64, torch.complex64):
            assert torch.asarray(counts, dtype=cast, requires_grad=True).is_leaf


def float64_meets_float32_weights():
    """`torch.asarray` of a float64 array gives a tensor that `torch.nn.Linear` with float32 weights refuses with a RuntimeError, unless `dtype=` casts it."""
    features = np.array([[5.1, 3.5], [4.9, 3.0]])
    layer = torch.nn.Linear(2, 1)
    with np.testing.assert_raises_regex(RuntimeError, "must have the same dtype"):
        layer(torch.asarray(features))
    cast = torch.asarray(features, dtype=torch.float32)
    assert cast.dtype == layer.weight.dtype
    layer(cast)


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


def refuses_reversed_even_to_copy():
    """`torch.asarray` of an array with a reversed axis raises a ValueError, with `copy=True` too, unless the array is empty."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.ones((2, 3), dtype)
        for flipped in (image[::-1], image[:, ::-1], image[:1, :1][::-1]):
            for copy in (None, True):
                with np.testing.assert_raises_regex(ValueError, "negative"):
                    torch.asarray(flipped, copy=copy)
        assert torch.asarray(image[:0][::-1]).shape == (0, 3)


def refuses_byte_order_even_to_copy():
    """`torch.asarray` of an array in the other byte order raises a ValueError, with `copy=True` too."""
    for dtype in "hHiIlLefdFD":
        samples = np.ones(2, np.dtype(dtype).newbyteorder())
        for copy in (None, True):
            with np.testing.assert_raises_regex(ValueError, "byte order"):
                torch.asarray(samples, copy=copy)


def read_only_is_shared_with_a_warning():
    """`torch.asarray` shares a read-only array that has an axis, with `copy=False` too, and gives a UserWarning, once per process; a write through the tensor changes the array, unless it is a memory map."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for dtype in "?bBhHiIlLefdFD":
            frozen = np.zeros(2, dtype)
            frozen.flags.writeable = False
            torch.asarray(frozen)[0] = 1
            torch.asarray(frozen, copy=False)[1] = 1
            assert frozen.tolist() == [1, 1]
    assert ["not writable" in str(one.message) for one in caught] == [True]


def copies_read_only_without_warning():
    """`torch.asarray` does not warn of a read-only array that it copies, for `copy=True` or another dtype."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for dtype in "?bBhHiIlLefdFD":
            frozen = np.zeros(2, dtype)
            frozen.flags.writeable = False
            torch.asarray(frozen, copy=True)[0] = 1
            torch.asarray(frozen, dtype=torch.complex128 if dtype != "D" else torch.complex64)[0] = 1
            assert frozen.tolist() == [0, 0]
    assert not caught


def drops_the_mask():
    """`torch.asarray` of a masked array loses its mask, and what was masked counts as a value again."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.ma.array(np.array([0, 1], dtype), mask=[False, True])
        assert torch.asarray(readings).tolist() == [0, 1]
