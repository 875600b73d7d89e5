"""Facts of docs/methods/as_tensor.md."""

import array
import warnings

import numpy as np
import torch


def shares_an_array():
    """`torch.as_tensor` shares an array's memory and keeps its dtype and shape, unless `dtype=` or the device is another: then it copies."""
    for dtype in "?bBhHiIlLefdFD":
        other = torch.complex64 if dtype == "D" else torch.complex128
        table = np.zeros((4, 6), dtype)
        for view in (table, table.T, table[1:, ::2], table[0], table[:, :0], table[0:1, 0:1].reshape(())):
            tensor = torch.as_tensor(view)
            assert tensor.numpy().dtype == dtype
            assert tensor.shape == view.shape
            assert tensor.stride() == tuple(step // view.itemsize for step in view.strides)
            tensor.fill_(1)
            assert (view == 1).all()
            cast = torch.as_tensor(view, dtype=other)
            assert cast.dtype == other
            cast.fill_(0)
            assert (view == 1).all()
        assert torch.as_tensor(table, device="meta").device.type == "meta"


def limits():
    """`torch.as_tensor` refuses a reversed array, `array[::-1]`, that has elements, even where it would copy, and its tensor can write to a read-only array that it shares."""
    warnings.simplefilter("ignore")
    for dtype in "?bBhHiIlLefdFD":
        for options in ({}, {"dtype": torch.complex128}):
            with np.testing.assert_raises_regex(ValueError, "negative"):
                torch.as_tensor(np.zeros(3, dtype)[::-1], **options)
        frozen = np.zeros(2, dtype)
        frozen.flags.writeable = False
        torch.as_tensor(frozen)[0] = 1
        assert frozen[0] == 1


def what_else_they_take():
    """Lists of numbers and tensors are taken by `torch.tensor`, `torch.as_tensor` and `torch.asarray`, and refused by `torch.from_numpy` with a TypeError."""
    tensors = [torch.from_numpy(np.ones(2, dtype)) for dtype in "?bBhHiIlLefdFD"]
    for values in ([1, 2], [0.5, 1.5], [True, False], *tensors):
        with warnings.catch_warnings(action="ignore"):
            for call in (torch.tensor, torch.as_tensor, torch.asarray):
                assert call(values).tolist() == [*values]
        with np.testing.assert_raises_regex(TypeError, "expected np.ndarray"):
            torch.from_numpy(values)


def the_same_call_may_do_either():
    """The same `torch.as_tensor(readings, dtype=torch.float32)` shares a float32 array and copies a float64 one, and warns of neither."""
    warnings.simplefilter("error")
    single, double = np.zeros(2, np.float32), np.zeros(2, np.float64)
    for readings in (single, double):
        torch.as_tensor(readings, dtype=torch.float32)[0] = 1.0
    assert single[0] == 1.0
    assert double[0] == 0.0


def returns_the_tensor_itself():
    """Of a tensor with the dtype and the device that are asked for, `torch.as_tensor` returns that same tensor."""
    for dtype in "?bBhHiIlLefdFD":
        counts = torch.from_numpy(np.zeros(2, dtype))
        assert torch.as_tensor(counts) is counts
        assert torch.as_tensor(counts, dtype=counts.dtype, device="cpu") is counts
    doubled = 2 * torch.zeros(2, requires_grad=True)
    assert torch.as_tensor(doubled) is doubled


def cast_of_a_tensor_keeps_history():
    """Where autograd is on, `torch.as_tensor` of a tensor that requires grad keeps the history when it casts to another float dtype: the gradient reaches the original."""
    half, single, double = torch.float16, torch.float32, torch.float64
    for dtype, other in ((half, single), (single, double), (double, half)):
        weights = torch.tensor([1.0, 2.0], dtype=dtype, requires_grad=True)
        cast = torch.as_tensor(weights, dtype=other)
        assert cast.dtype == other
        assert cast.grad_fn is not None
        cast.sum().backward()
        assert weights.grad.tolist() == [1.0, 1.0]


def lists_get_the_default_dtype():
    """`torch.as_tensor` gives the Python floats of a list the default dtype, where a float64 array keeps its own."""
    levels = [0.25, 0.75]
    for default in (torch.float32, torch.float16):
        torch.set_default_dtype(default)
        assert torch.as_tensor(levels).dtype == default
        assert torch.as_tensor(np.array(levels)).dtype == torch.float64


def numpy_scalars_keep_their_dtype():
    """Without `dtype=`, `torch.as_tensor` keeps the dtype of a NumPy scalar, or of a list of such, where PyTorch has it; of `np.uint64` it raises a TypeError, unless it is in an array without axes."""
    for dtype in "?bBhHiIlefdFD":
        mean = np.ones(2, dtype)[0]
        assert torch.as_tensor(mean).numpy().dtype == dtype
        assert torch.as_tensor(mean).shape == ()
        assert torch.as_tensor([mean, mean]).numpy().dtype == dtype
    count = np.uint64(1)
    for counts in (count, [count, count]):
        with np.testing.assert_raises_regex(TypeError, "an integer is required"):
            torch.as_tensor(counts)
    assert torch.as_tensor(np.array(count)).dtype == torch.uint64


def buffers_are_lists_to_it():
    """`torch.as_tensor` treats an `array.array` of numbers as a list: it copies, and ignores the buffer's dtype."""
    for code in "bBhHiIlLqQfd":
        readings = array.array(code, [20, 21])
        tensor = torch.as_tensor(readings)
        tensor[0] = 9
        assert readings[0] == 20
        assert tensor.dtype == (torch.float32 if code in "fd" else torch.int64)


def shares_dlpack_objects():
    """An object with `__dlpack__` and `__dlpack_device__` is shared by `torch.as_tensor`, unless `dtype=` or the device is another, and copied by `torch.tensor`."""

    class Frame:
        def __init__(self, dtype):
            self.pixels = np.zeros(2, dtype)

        def __dlpack__(self, **options):
            return self.pixels.__dlpack__(**options)

        def __dlpack_device__(self):
            return self.pixels.__dlpack_device__()

    for dtype in "?bBhHiIlLefdFD":
        frame = Frame(dtype)
        torch.as_tensor(frame)[0] = 1
        torch.tensor(frame)[1] = 1
        torch.as_tensor(frame, dtype=torch.complex64 if dtype == "D" else torch.complex128)[1] = 1
        assert torch.as_tensor(frame, device="meta").device.type == "meta"
        assert frame.pixels.tolist() == [1, 0]


def refuses_the_array_method():
    """An object that has only `__array__` raises a RuntimeError, or a TypeError where `dtype=` is passed: `torch.as_tensor` never calls that method."""

    class Table:
        def __array__(self, dtype=None, copy=None):
            return np.array([20.5, 21.0])

    with np.testing.assert_raises_regex(RuntimeError, "Could not infer dtype of Table"):
        torch.as_tensor(Table())
    for dtype in (torch.bool, torch.uint8, torch.int64, torch.float16, torch.float32, torch.float64, torch.complex64):
        with np.testing.assert_raises_regex(TypeError, "Table"):
            torch.as_tensor(Table(), dtype=dtype)


def makes_it_on_the_device():
    """With `device=`, `torch.as_tensor` of an array is on that device, whatever the default device is; with `device="cpu"` it shares, and, surprisingly, with `device="cpu:0"` it copies."""
    for dtype in "?bBhHiIlLefdFD":
        temperatures = np.zeros(2, dtype)
        assert torch.as_tensor(temperatures, device="meta").device.type == "meta"
        with torch.device("meta"):
            torch.as_tensor(temperatures, device="cpu")[0] = 1
            torch.as_tensor(temperatures, device="cpu:0")[1] = 1
        assert temperatures.tolist() == [1, 0]


def moves_tensors_to_the_default_device():
    """Under a default device, `torch.as_tensor` of a tensor moves it there, rather than leave it where it is."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        torch.set_default_device("meta")
        assert torch.as_tensor(scores).device.type == "meta"


def training_may_change_the_array():
    """An update in place of weights from `torch.as_tensor(start, dtype=torch.float32)` changes `start` if that is a float32 array, and none of another dtype."""
    for dtype in "?bBhHiIlLefd":
        start = np.ones(2, dtype)
        weights = torch.as_tensor(start, dtype=torch.float32).requires_grad_()
        weights.square().sum().backward()
        with torch.no_grad():
            weights -= 0.5 * weights.grad
        assert weights.tolist() == [0, 0]
        assert start.tolist() == ([0, 0] if dtype == "f" else [1, 1])


def refuses_byte_order_even_to_cast():
    """`torch.as_tensor` of an array in the other byte order raises a ValueError, also where `dtype=` asks for a cast."""
    for dtype in "hHiIlLefdFD":
        samples = np.ones(2, np.dtype(dtype).newbyteorder())
        with np.testing.assert_raises_regex(ValueError, "byte order"):
            torch.as_tensor(samples)
        with np.testing.assert_raises_regex(ValueError, "byte order"):
            torch.as_tensor(samples, dtype=torch.float32)


def read_only_warns_even_to_cast():
    """`torch.as_tensor` gives the warning of a read-only array also where `dtype=` makes it copy, and no write can reach the array."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlLefdFD":
        frozen = np.zeros(2, dtype)
        frozen.flags.writeable = False
        with warnings.catch_warnings(record=True) as caught:
            tensor = torch.as_tensor(frozen, dtype=torch.complex64 if dtype == "D" else torch.complex128)
        assert any("not writable" in str(one.message) for one in caught)
        tensor[0] = 1
        assert frozen[0] == 0
