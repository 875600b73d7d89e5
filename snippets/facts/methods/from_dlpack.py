"""Facts of docs/methods/from_dlpack.md."""

import warnings
import weakref

import numpy as np
import torch


def shares_memory():
    """`torch.from_dlpack` gives a tensor on the array's memory, with its dtype: each side reads what the other writes."""
    for dtype in "?bBhHiIlLefdFD":
        temperatures = np.zeros(2, dtype)
        tensor = torch.from_dlpack(temperatures)
        temperatures[0] = 1
        tensor[1] = 1
        assert tensor.tolist() == temperatures.tolist() == [1, 1]
        assert tensor.numpy().dtype == dtype


def keeps_the_header():
    """The tensor of `torch.from_dlpack` has the array's shape, is where the data is, and does not require grad."""
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefdFD":
        table = np.zeros((4, 6), dtype)
        for view in (table, table.T, table[1:, ::2], table[0], table[0:1, 0:1].reshape(())):
            tensor = torch.from_dlpack(view)
            assert tensor.shape == view.shape
            assert tensor.stride() == tuple(step // view.itemsize for step in view.strides)
            assert tensor.device.type == "cpu"
            assert not tensor.requires_grad


def limits():
    """`torch.from_dlpack` shares a read-only array without a warning, and its tensor can write to it."""
    warnings.simplefilter("error")
    for dtype in "?bBhHiIlLefdFD":
        frozen = np.zeros(2, dtype)
        frozen.flags.writeable = False
        tensor = torch.from_dlpack(frozen)
        tensor[0] = 1
        assert frozen[0] == 1


def copy_true_copies():
    """`torch.from_dlpack` with `copy=True` copies, and with `copy=False` shares."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(2, dtype)
        torch.from_dlpack(levels, copy=True)[0] = 1
        torch.from_dlpack(levels, copy=False)[1] = 1
        assert levels.tolist() == [0, 1]


def copy_true_takes_reversed_arrays():
    """`torch.from_dlpack` with `copy=True` takes a reversed array that has elements, which `torch.tensor`, `torch.as_tensor`, `torch.asarray` and `torch.from_numpy` refuse with a ValueError."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.array([1, 0, 0], dtype)
        assert torch.from_dlpack(samples[::-1], copy=True).tolist() == [0, 0, 1]
        for call in (torch.tensor, torch.as_tensor, torch.asarray, torch.from_numpy):
            with np.testing.assert_raises_regex(ValueError, "negative"):
                call(samples[::-1])


def refuses_byte_order():
    """An array in the other byte order raises a BufferError in `torch.from_dlpack`, and a ValueError in `torch.from_numpy`."""
    for dtype in "hHiIlLefdFD":
        heights = np.ones(2, np.dtype(dtype).newbyteorder())
        with np.testing.assert_raises_regex(BufferError, "DLPack only supports native byte order"):
            torch.from_dlpack(heights)
        with np.testing.assert_raises_regex(ValueError, "byte order different from the native"):
            torch.from_numpy(heights)


def refuses_text_and_objects():
    """`torch.from_dlpack` of text, bytes, Python objects, dates, times and structured arrays raises a BufferError."""
    for dtype in ("U3", "S3", object, "datetime64[s]", "timedelta64[s]", [("height", "f4")]):
        with np.testing.assert_raises_regex(BufferError, "DLPack only supports"):
            torch.from_dlpack(np.zeros(2, dtype))


def refuses_lists():
    """A list or a number raises a RuntimeError that speaks of an invalid capsule, because it has no `__dlpack__`: `torch.from_dlpack` takes it for one."""
    for values in ([1.0, 2.0], (1.0, 2.0), 1.0, np.float32(1.0)):
        with np.testing.assert_raises_regex(RuntimeError, "invalid capsule"):
            torch.from_dlpack(values)


def keeps_buffer_alive():
    """The tensor of `torch.from_dlpack` keeps the array alive, until it is gone itself."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.ones(3, dtype)
        array_ref = weakref.ref(samples)
        tensor = torch.from_dlpack(samples)
        del samples
        assert array_ref() is not None
        assert tensor.tolist() == [1, 1, 1]
        del tensor
        assert array_ref() is None


def says_where_the_data_is():
    """`__dlpack_device__` of an array and of a CPU tensor that is not pinned says the same: device type 1, which is the CPU."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros(2, dtype)
        assert torch.from_numpy(samples).__dlpack_device__() == samples.__dlpack_device__() == (1, 0)


def shares_tensors():
    """`torch.from_dlpack` of a tensor that requires no grad gives another tensor over its memory, with its dtype, where NumPy has that dtype, and where it is bfloat16 or a float8."""
    levels = [torch.from_numpy(np.zeros(2, dtype)) for dtype in "?bBhHiIlLefdFD"]
    for dtype in (torch.bfloat16, torch.float8_e4m3fn, torch.float8_e4m3fnuz, torch.float8_e5m2, torch.float8_e5m2fnuz):
        levels.append(torch.zeros(2, dtype=dtype))
    for tensor in levels:
        taken = torch.from_dlpack(tensor)
        taken.fill_(1)
        assert tensor.cfloat().tolist() == [1, 1]
        assert taken.dtype == tensor.dtype


def refuses_what_dlpack_cannot_say():
    """`Tensor.__dlpack__`, and so `torch.from_dlpack`, raises a BufferError for a tensor that requires grad, is sparse or has the conj bit, with `copy=True` too."""
    for dtype in (torch.float16, torch.float32, torch.float64, torch.complex64, torch.complex128):
        numbers = torch.ones(2, dtype=dtype)
        refused = [numbers.clone().requires_grad_(), numbers.to_sparse()]
        for tensor in refused + [numbers.conj()] * dtype.is_complex:
            for copy in (None, True):
                with np.testing.assert_raises_regex(BufferError, "Can't export tensors"):
                    tensor.__dlpack__(copy=copy)
                with np.testing.assert_raises_regex(BufferError, "Can't export tensors"):
                    torch.from_dlpack(tensor, copy=copy)


def loses_the_neg_bit():
    """`torch.from_dlpack` of a tensor with the neg bit gives the wrong sign, unless `copy=True` is passed."""
    for dtype in (torch.complex64, torch.complex128):
        imaginary = torch.tensor([1 + 2j], dtype=dtype).conj().imag
        assert imaginary.tolist() == torch.from_dlpack(imaginary, copy=True).tolist() == [-2]
        assert torch.from_dlpack(imaginary).tolist() == [2]


def copies_or_shares_on_demand():
    """A capsule of `Tensor.__dlpack__` or of `ndarray.__dlpack__` holds a copy where `copy=True` was passed; with `copy=False` and without it, the memory of the tensor or array."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(3, dtype)
        for owner in (levels, torch.from_numpy(levels)):
            levels[:] = 0
            torch.from_dlpack(owner.__dlpack__(copy=True))[0] = 1
            torch.from_dlpack(owner.__dlpack__(copy=False))[1] = 1
            torch.from_dlpack(owner.__dlpack__())[2] = 1
            assert levels.tolist() == [0, 1, 1]


def versions_of_a_capsule():
    """`Tensor.__dlpack__` and `ndarray.__dlpack__` give a `dltensor_versioned` capsule where `max_version=` is (1, 0) or later, and else the older `dltensor`; `torch.from_dlpack` takes both."""
    for dtype in "?bBhHiIlLefdFD":
        for owner in (np.ones(2, dtype), torch.from_numpy(np.ones(2, dtype))):
            for version, name in (
                (None, "dltensor"),
                ((0, 8), "dltensor"),
                ((1, 0), "dltensor_versioned"),
                ((2, 0), "dltensor_versioned"),
            ):
                capsule = owner.__dlpack__(max_version=version)
                assert f'"{name}"' in repr(capsule)
                assert torch.from_dlpack(capsule).tolist() == [1, 1]


def takes_no_stream_on_the_cpu():
    """`Tensor.__dlpack__` of a CPU tensor takes `stream=None` and -1, raises an AssertionError for another `int` and a TypeError for anything else, a NumPy integer too; `ndarray.__dlpack__` takes `stream=None` alone, and else raises a RuntimeError."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.ones(2, dtype)
        tensor = torch.from_numpy(levels)
        for capsule in (tensor.__dlpack__(stream=None), tensor.__dlpack__(stream=-1), levels.__dlpack__(stream=None)):
            assert torch.from_dlpack(capsule).tolist() == [1, 1]
        for stream, error in ((0, AssertionError), (1, AssertionError), ("0", TypeError), (np.int64(-1), TypeError)):
            with np.testing.assert_raises_regex(error, "stream"):
                tensor.__dlpack__(stream=stream)
        for stream in (-1, 0, 1, "0"):
            with np.testing.assert_raises_regex(RuntimeError, "only supports stream=None"):
                levels.__dlpack__(stream=stream)


def takes_a_device_it_knows():
    """`Tensor.__dlpack__` and `ndarray.__dlpack__` take `dl_device=(1, 0)`, the CPU, and raise a BufferError for a device type that they do not know, such as 16."""
    for dtype in "?bBhHiIlLefdFD":
        for owner in (np.ones(2, dtype), torch.from_numpy(np.ones(2, dtype))):
            assert torch.from_dlpack(owner.__dlpack__(dl_device=(1, 0))).tolist() == [1, 1]
            with np.testing.assert_raises_regex(BufferError, "(?i)unsupported device"):
                owner.__dlpack__(dl_device=(16, 0))


def capsule_takes_no_copy():
    """Of a capsule, `torch.from_dlpack` takes no `copy=` and no `device=`, and raises an AssertionError."""
    for options in ({"copy": True}, {"copy": False}, {"device": "cpu"}):
        for owner in (np.ones(2), torch.ones(2)):
            with np.testing.assert_raises_regex(AssertionError, "already a DLPack capsule"):
                torch.from_dlpack(owner.__dlpack__(), **options)
