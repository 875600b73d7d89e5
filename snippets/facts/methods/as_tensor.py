"""Facts of docs/methods/as_tensor.md."""

import array
import warnings
import weakref

import numpy as np
import torch


def shares_an_array():
    """`torch.as_tensor` of an array shares its memory and keeps its dtype: a write on either side is seen on both."""
    for dtype in "?bBhHiIlLefdFD":
        temperatures = np.zeros(2, dtype)
        tensor = torch.as_tensor(temperatures)
        temperatures[0] = 1
        tensor[1] = 1
        assert tensor.tolist() == temperatures.tolist() == [1, 1]
        assert tensor.numpy().dtype == dtype


def copies_for_another_dtype():
    """`torch.as_tensor` copies and casts where `dtype=` is not the array's."""
    for dtype in "?bBhHiIlLefdFD":
        temperatures = np.ones(2, dtype)
        other = torch.complex64 if dtype == "D" else torch.complex128
        tensor = torch.as_tensor(temperatures, dtype=other)
        temperatures[0] = 0
        tensor[1] = 0
        assert tensor.tolist() == [1, 0]
        assert temperatures.tolist() == [0, 1]
        assert tensor.dtype == other


def the_same_call_may_do_either():
    """The same `torch.as_tensor(readings, dtype=torch.float32)` shares a float32 array and copies a float64 one, and warns of neither."""
    warnings.simplefilter("error")
    single, double = np.zeros(2, np.float32), np.zeros(2, np.float64)
    for readings in (single, double):
        torch.as_tensor(readings, dtype=torch.float32)[0] = 1.0
    assert single[0] == 1.0
    assert double[0] == 0.0


def array_ignores_default_dtype():
    """`torch.as_tensor` of an array keeps its dtype, whatever `torch.set_default_dtype` says."""
    for default in (torch.float16, torch.float64):
        torch.set_default_dtype(default)
        for dtype in "?bBhHiIlLefdFD":
            assert torch.as_tensor(np.zeros(2, dtype)).numpy().dtype == dtype


def dtype_has_to_be_of_torch():
    """`dtype=` of `torch.as_tensor` takes dtypes of PyTorch and Python's own types, such as `float`; one of NumPy, such as `np.float32`, raises a TypeError."""
    readings = np.array([20.5, 21.0], np.float32)
    assert torch.as_tensor(readings, dtype=torch.float64).dtype == torch.float64
    assert torch.as_tensor(readings, dtype=float).dtype == torch.float64
    for dtype in (np.float32, np.float64, np.dtype(np.float32)):
        with np.testing.assert_raises_regex(TypeError, "must be torch.dtype"):
            torch.as_tensor(readings, dtype=dtype)


def dtype_has_to_be_named():
    """A dtype that `torch.as_tensor` gets without its name `dtype=` raises a TypeError."""
    for dtype in "?bBhHiIlLefdFD":
        with np.testing.assert_raises_regex(TypeError, "takes 1 positional argument"):
            torch.as_tensor(np.zeros(2, dtype), torch.float32)


def casts_without_a_check():
    """With `dtype=torch.uint8`, `torch.as_tensor` casts an array of wider integers, int16 to uint64, unchecked: 300 becomes 44, where the same number in a list raises a RuntimeError."""
    for dtype in "hHiIlL":
        counts = torch.as_tensor(np.array([300], dtype), dtype=torch.uint8)
        assert counts.dtype == torch.uint8
        assert counts.tolist() == [44]
    with np.testing.assert_raises_regex(RuntimeError, "without overflow"):
        torch.as_tensor([300], dtype=torch.uint8)


def shares_views():
    """`torch.as_tensor` shares a transposed array, and every other column of one, with their strides, which it counts in elements."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((2, 4), dtype)
        for view in (image.T, image[:, ::2]):
            tensor = torch.as_tensor(view)
            assert tensor.stride() == tuple(step // image.itemsize for step in view.strides)
            tensor[0, 1] = 1
            assert view[0, 1] == 1


def cast_keeps_order_and_closes_gaps():
    """A cast by `torch.as_tensor` keeps the order of a transposed array, and closes the gaps between every other column."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((2, 6), dtype)
        other = torch.complex64 if dtype == "D" else torch.complex128
        transposed = torch.as_tensor(image.T, dtype=other)
        columns = torch.as_tensor(image[:, ::2], dtype=other)
        assert transposed.dtype == columns.dtype == other
        assert transposed.stride() == (1, 6)
        assert columns.stride() == (3, 1)


def zero_d_shares():
    """`torch.as_tensor` of a 0-d array gives a 0-d tensor, which shares too."""
    for dtype in "?bBhHiIlLefdFD":
        threshold = np.zeros((), dtype)
        tensor = torch.as_tensor(threshold)
        assert tensor.shape == ()
        tensor.fill_(1)
        assert threshold == 1
        threshold[...] = 0
        assert tensor == 0


def empty_keeps_shape_and_dtype():
    """`torch.as_tensor` of an empty array keeps its shape and its dtype."""
    for dtype in "?bBhHiIlLefdFD":
        for shape in ((0, 4), (2, 0)):
            tensor = torch.as_tensor(np.zeros(shape, dtype))
            assert tensor.shape == shape
            assert tensor.numpy().dtype == dtype


def keeps_buffer_alive():
    """A tensor of `torch.as_tensor` that shares keeps the array alive, and one that was cast lets it go."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.ones(2, dtype)
        array_ref = weakref.ref(readings)
        cast = torch.as_tensor(readings, dtype=torch.complex64 if dtype == "D" else torch.complex128)
        tensor = torch.as_tensor(readings)
        del readings
        assert array_ref() is not None
        assert tensor.tolist() == [1, 1]
        del tensor
        assert array_ref() is None
        assert cast.tolist() == [1, 1]


def returns_the_tensor_itself():
    """Where a tensor has the dtype and the device that are asked for, `torch.as_tensor` returns that same tensor, not a view and not a copy."""
    for dtype in "?bBhHiIlLefdFD":
        counts = torch.from_numpy(np.zeros(2, dtype))
        assert torch.as_tensor(counts) is counts
        assert torch.as_tensor(counts, dtype=counts.dtype, device="cpu") is counts
    doubled = 2 * torch.zeros(2, requires_grad=True)
    assert torch.as_tensor(doubled) is doubled


def cast_of_a_tensor_keeps_history():
    """`torch.as_tensor` of a tensor that requires grad keeps the history when it casts to another float dtype: the gradient reaches the original."""
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
    """`torch.as_tensor` keeps the dtype of a NumPy scalar, or of a list of such, where PyTorch has it; of `np.uint64` it raises a TypeError, unless it is in a 0-d array."""
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


def list_of_arrays_warns():
    """`torch.as_tensor` of a list of 1-d arrays of one dtype gives the warning that this is extremely slow, and of uint64 arrays a TypeError; of their `np.stack` it gives the same tensor, and neither."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlefdFD":
        readings = [np.ones(2, dtype), np.zeros(2, dtype)]
        with warnings.catch_warnings(record=True) as caught:
            tensor = torch.as_tensor(readings)
            assert any("extremely slow" in str(one.message) for one in caught)
            caught.clear()
            assert torch.equal(tensor, torch.as_tensor(np.stack(readings)))
            assert not caught
    warnings.simplefilter("ignore")
    counts = [np.ones(2, np.uint64)]
    with np.testing.assert_raises_regex(TypeError, "an integer is required"):
        torch.as_tensor(counts)
    assert torch.as_tensor(np.stack(counts)).dtype == torch.uint64


def buffers_are_lists_to_it():
    """`torch.as_tensor` treats an `array.array` of numbers as a list: it copies, and ignores the buffer's dtype."""
    for code in "bBhHiIlLqQfd":
        readings = array.array(code, [20, 21])
        tensor = torch.as_tensor(readings)
        tensor[0] = 9
        assert readings[0] == 20
        assert tensor.dtype == (torch.float32 if code in "fd" else torch.int64)


def shares_dlpack_objects():
    """An object with `__dlpack__` is shared by `torch.as_tensor`, and copied by `torch.tensor`."""

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
        assert frame.pixels.tolist() == [1, 0]


def refuses_the_array_method():
    """An object that has only `__array__` raises a RuntimeError: `torch.as_tensor` never calls that method."""

    class Table:
        def __array__(self, dtype=None, copy=None):
            return np.array([20.5, 21.0])

    with np.testing.assert_raises_regex(RuntimeError, "Could not infer dtype of Table"):
        torch.as_tensor(Table())


def makes_it_on_the_device():
    """With `device=`, `torch.as_tensor` of an array is on that device, whatever the default device is; on the CPU it shares."""
    for dtype in "?bBhHiIlLefdFD":
        temperatures = np.zeros(2, dtype)
        assert torch.as_tensor(temperatures, device="meta").device.type == "meta"
        with torch.device("meta"):
            torch.as_tensor(temperatures, device="cpu")[0] = 1
        assert temperatures[0] == 1


def moves_tensors_to_the_default_device():
    """Under a default device, `torch.as_tensor` of a tensor moves it there, rather than leave it where it is."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        torch.set_default_device("meta")
        assert torch.as_tensor(scores).device.type == "meta"


def has_no_requires_grad():
    """`torch.as_tensor` has no `requires_grad=`: naming it raises a TypeError."""
    for dtype in "efdFD?bBhHiIlL":
        with np.testing.assert_raises_regex(TypeError, "unexpected keyword argument 'requires_grad'"):
            torch.as_tensor(np.zeros(2, dtype), requires_grad=True)


def training_may_change_the_array():
    """An update in place of weights from `torch.as_tensor(start, dtype=torch.float32)` changes `start` if that is a float32 array, and no other."""
    for dtype in "?bBhHiIlLefd":
        start = np.ones(2, dtype)
        weights = torch.as_tensor(start, dtype=torch.float32).requires_grad_()
        weights.square().sum().backward()
        with torch.no_grad():
            weights -= 0.5 * weights.grad
        assert weights.tolist() == [0, 0]
        assert start.tolist() == ([0, 0] if dtype == "f" else [1, 1])


def float64_meets_float32_weights():
    """Without `dtype=`, `torch.as_tensor` of a float64 array, or of any other that is not float32, gives what a `torch.nn.Linear` with float32 weights refuses with a RuntimeError."""
    layer = torch.nn.Linear(2, 1)
    for dtype in "?bBhHiIlLedFD":
        features = np.ones((2, 2), dtype)
        with np.testing.assert_raises_regex(RuntimeError, "must have the same dtype"):
            layer(torch.as_tensor(features))


def refuses_reversed_even_to_cast():
    """`torch.as_tensor` of a reversed array that is not empty raises a ValueError, also where `dtype=` asks for a copy anyway."""
    for dtype in "?bBhHiIlLefdFD":
        for count in (1, 3):
            samples = np.zeros(count, dtype)[::-1]
            with np.testing.assert_raises_regex(ValueError, "negative"):
                torch.as_tensor(samples)
            with np.testing.assert_raises_regex(ValueError, "negative"):
                torch.as_tensor(samples, dtype=torch.complex128)


def refuses_byte_order_even_to_cast():
    """`torch.as_tensor` of an array in the other byte order raises a ValueError, also where `dtype=` asks for a cast."""
    for dtype in "hHiIlLefdFD":
        samples = np.ones(2, np.dtype(dtype).newbyteorder())
        with np.testing.assert_raises_regex(ValueError, "byte order"):
            torch.as_tensor(samples)
        with np.testing.assert_raises_regex(ValueError, "byte order"):
            torch.as_tensor(samples, dtype=torch.float32)


def refuses_objects_even_to_cast():
    """`torch.as_tensor` of an array of Python objects raises a TypeError, though `dtype=` names a dtype that its numbers fit."""
    readings = np.array([20.5, 21.0], dtype=object)
    with np.testing.assert_raises_regex(TypeError, "numpy.object_"):
        torch.as_tensor(readings, dtype=torch.float32)


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


def writes_through_read_only():
    """`torch.as_tensor` shares a read-only array, with a warning once per process, and a write through the tensor changes it."""
    warned = []
    for dtype in "?bBhHiIlLefdFD":
        frozen = np.zeros(2, dtype)
        frozen.flags.writeable = False
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            torch.as_tensor(frozen)[0] = 1
        warned += caught
        assert frozen[0] == 1
    assert len(warned) == 1


def drops_the_mask():
    """`torch.as_tensor` shares a masked array without its mask: what was masked counts as a number again."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.ma.array(np.ones(2, dtype), mask=[False, True])
        tensor = torch.as_tensor(readings)
        assert tensor.tolist() == [1, 1]
        tensor[0] = 0
        assert readings.data[0] == 0
