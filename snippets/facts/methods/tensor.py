"""Facts of docs/methods/tensor.md."""

import warnings

import numpy as np
import torch


def copies_and_keeps():
    """`torch.tensor` copies an array on every call, and keeps its dtype unless you pass another."""
    for dtype in "?bBhHiIlLefdFD":
        other = torch.complex64 if dtype == "D" else torch.complex128
        levels = np.zeros(2, dtype)
        tensor, cast = torch.tensor(levels), torch.tensor(levels, dtype=other)
        levels[0] = 1
        tensor[1] = 1
        cast[1] = 1
        assert levels.tolist() == [1, 0]
        assert tensor.tolist() == [0, 1]
        assert tensor.numpy().dtype == dtype
        assert cast.dtype == other


def makes_its_own_header():
    """The copy that `torch.tensor` makes is on the default device, requires grad only if told to, and is laid out like the array, without gaps: a transposed one stays transposed."""
    for dtype in "?bBhHiIlLefdFD":
        table = np.zeros((4, 6), dtype)
        strides = {"plain": (6, 1), "transposed": (1, 6), "gaps": (3, 1), "broadcast": (6, 1)}
        views = table, table.T, table[:, ::2], np.broadcast_to(table[0], (2, 6))
        for view, stride in zip(views, strides.values(), strict=True):
            tensor = torch.tensor(view)
            assert tensor.shape == view.shape
            assert tensor.stride() == stride
            assert not tensor.requires_grad
        with torch.device("meta"):
            assert torch.tensor(table).device.type == "meta"
    for dtype in "efdFD":
        assert torch.tensor(np.zeros(2, dtype), requires_grad=True).requires_grad


def limits():
    """`torch.tensor` takes a read-only array without a warning, and refuses a reversed one, `array[::-1]`, that has elements, with a ValueError."""
    torch.set_warn_always(True)
    warnings.simplefilter("error")
    for dtype in "?bBhHiIlLefdFD":
        frozen = np.zeros(2, dtype)
        frozen.flags.writeable = False
        torch.tensor(frozen)[0] = 1
        assert frozen[0] == 0
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.tensor(np.zeros(2, dtype)[::-1])


def zero_d_and_empty():
    """Of a 0-d or an empty array, `torch.tensor` gives a tensor of its own with that shape and dtype; of an empty list, one of the default dtype."""
    for dtype in "?bBhHiIlLefdFD":
        level = np.zeros((), dtype)
        tensor = torch.tensor(level)
        tensor.fill_(1)
        assert tensor.shape == ()
        assert level == 0
        for shape in ((0, 4), (2, 0)):
            boxes = torch.tensor(np.zeros(shape, dtype))
            assert boxes.shape == shape
            assert boxes.numpy().dtype == dtype
    for default in (torch.float32, torch.float64):
        torch.set_default_dtype(default)
        assert torch.tensor([]).dtype == default


def copies():
    """`torch.tensor` copies an array on every call, also where the dtype fits: a write on one side does not reach the other."""
    for dtype in "?bBhHiIlLefdFD":
        counts = np.zeros(3, dtype)
        tensor = torch.tensor(counts)
        same_dtype = torch.tensor(counts, dtype=tensor.dtype)
        counts[0] = 1
        tensor[1] = 1
        assert counts.tolist() == [1, 0, 0]
        assert tensor.tolist() == [0, 1, 0]
        assert same_dtype.tolist() == [0, 0, 0]


def keeps_dtype():
    """`torch.tensor` keeps the array's dtype unless you pass another, whatever `torch.set_default_dtype` says."""
    for default in (torch.float32, torch.float16):
        torch.set_default_dtype(default)
        for dtype in "?bBhHiIlLefdFD":
            array = np.zeros(2, dtype)
            assert str(torch.tensor(array).dtype) == f"torch.{array.dtype}"
            assert torch.tensor(array, dtype=torch.complex64).dtype == torch.complex64


def casts_to_dtype():
    """`torch.tensor` with `dtype=` copies and casts in one call."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.zeros(2, dtype)
        tensor = torch.tensor(readings, dtype=torch.complex64)  # takes the numbers of each dtype
        tensor[0] = 1
        assert tensor.dtype == torch.complex64
        assert readings.tolist() == [0, 0]


def list_follows_default_dtype():
    """`torch.tensor` of a list of Python floats, also with integers or booleans among them, has the default dtype, float32 unless you set another; an array of the same numbers gives float64."""
    for numbers in ([20.5, 21.0], [20, 21.5], [True, 0.5]):
        assert torch.tensor(numbers).dtype == torch.float32
        assert torch.tensor(np.array(numbers)).dtype == torch.float64
    torch.set_default_dtype(torch.float16)
    assert torch.tensor([20, 21.5]).dtype == torch.float16


def list_of_integers_is_int64():
    """`torch.tensor` of a list of Python integers that int64 holds gives int64, also with booleans among them, and of booleans alone bool."""
    for numbers in ([3, 1, 2], [-(2**63), 2**63 - 1], [True, 2]):
        tensor = torch.tensor(numbers)
        assert tensor.dtype == torch.int64
        assert tensor.tolist() == numbers
    assert torch.tensor([True, False]).dtype == torch.bool


def scalar_keeps_dtype():
    """Without `dtype=`, `torch.tensor` of a NumPy scalar, such as the mean of an array, keeps its value and dtype, if PyTorch has that, where a Python float gets the default dtype; an `np.uint64` raises a TypeError, where a 0-d array of uint64 is taken."""
    for dtype in "?bBhHiIlefdFD":
        scalar = np.ones(2, dtype)[0]
        tensor = torch.tensor(scalar)
        assert str(tensor.dtype) == f"torch.{scalar.dtype}"
        assert tensor.item() == 1
    assert torch.tensor(20.5).dtype == torch.float32
    with np.testing.assert_raises_regex(TypeError, "an integer is required"):
        torch.tensor(np.uint64(1))
    assert torch.tensor(np.array(1, np.uint64)).dtype == torch.uint64


def keeps_transposed_order():
    """`torch.tensor` keeps the order of an array's strides: where a table in C order, with several rows and columns, was transposed, the copy is not contiguous."""
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.tensor(np.zeros((2, 3), dtype).T)
        assert tensor.stride() == (1, 3)
        assert not tensor.is_contiguous()
        assert torch.tensor(np.zeros((2, 3), dtype, order="F").T).stride() == (2, 1)


def read_only_without_warning():
    """`torch.tensor` of a read-only array gives no warning, and a write to the tensor does not reach the array."""
    for dtype in "?bBhHiIlLefdFD":
        frozen = np.zeros(2, dtype)
        frozen.flags.writeable = False
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tensor = torch.tensor(frozen)
        tensor[0] = 1
        assert frozen[0] == 0


def requires_grad_makes_a_leaf():
    """`torch.tensor` with `requires_grad=True` makes a leaf: the gradient arrives in it, and an optimizer changes it and not the array."""
    for dtype in (np.float16, np.float32, np.float64):
        start = np.array([1, 2], dtype)
        weights = torch.tensor(start, requires_grad=True)
        assert weights.is_leaf
        weights.sum().backward()
        assert weights.grad.tolist() == [1, 1]
        torch.optim.SGD([weights], lr=0.5).step()
        assert weights.tolist() == [0.5, 1.5]
        assert start.tolist() == [1, 2]


def integers_cannot_require_grad():
    """`torch.tensor` of an integer or bool array with `requires_grad=True` raises a RuntimeError; with a float or complex `dtype=` it works."""
    for dtype in "?bBhHiIlL":
        counts = np.ones(2, dtype)
        with np.testing.assert_raises_regex(RuntimeError, "floating point and complex dtype can require gradients"):
            torch.tensor(counts, requires_grad=True)
        for differentiable in (torch.float32, torch.complex64):
            assert torch.tensor(counts, dtype=differentiable, requires_grad=True).requires_grad


def follows_default_device():
    """`torch.tensor` makes the tensor on the device that `device=` names; without it on the default device, or, of a tensor while no default device is set, on that tensor's."""
    warnings.simplefilter("ignore")  # of a tensor it warns
    assert torch.tensor(torch.ones(2, device="meta")).device.type == "meta"
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefdFD":
        counts = np.zeros(2, dtype)
        for data in counts, counts.tolist(), counts[0].item(), torch.from_numpy(counts):
            assert torch.tensor(data).device.type == "meta"
            assert torch.tensor(data, device="cpu").device.type == "cpu"


def narrow_integer_wraps():
    """`torch.tensor` with an integer `dtype=` wraps integers of an array that it cannot hold, without a warning: in uint8, 300 becomes 44 and -1 becomes 255."""
    for dtype in "bhHiIlL":
        counts = np.array([300, -1]).astype(dtype)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert torch.tensor(counts, dtype=torch.uint8).tolist() == [44, 255]
    assert torch.tensor(np.array([200], np.uint8), dtype=torch.int8).tolist() == [-56]
    for dtype in torch.int8, torch.uint8, torch.int16, torch.uint16, torch.int32, torch.uint32:
        assert torch.tensor(np.array([2**40 + 5, -(2**40) + 5]), dtype=dtype).tolist() == [5, 5]


def list_is_checked():
    """`torch.tensor` checks the numbers of a list for an integer `dtype=`: in uint8, 256 and -256 raise a RuntimeError, but -1 still becomes 255; for a float one it does not: in float16, 70000 becomes infinite."""
    assert torch.tensor([-1, -255], dtype=torch.uint8).tolist() == [255, 1]
    for brightness in 256, -256, 300:
        with np.testing.assert_raises_regex(RuntimeError, "cannot be converted to type uint8 without overflow"):
            torch.tensor([brightness], dtype=torch.uint8)
    for bits in 8, 16, 32:
        for dtype in getattr(torch, f"int{bits}"), getattr(torch, f"uint{bits}"):
            for number in 2**bits, -(2**bits), float(2**bits):
                with np.testing.assert_raises_regex(RuntimeError, "without overflow"):
                    torch.tensor([number], dtype=dtype)
    for number in 70000, 70000.0:
        assert torch.tensor([number], dtype=torch.float16).tolist() == [np.inf]


def fraction_is_cut_off():
    """`torch.tensor` cuts off the fractions of an array of floats, toward zero, where `dtype=` holds whole numbers only."""
    for dtype in (np.float16, np.float32, np.float64):
        readings = np.array([1.9, -0.9], dtype)
        for bits in (8, 16, 32, 64):
            for whole in (getattr(torch, f"int{bits}"), getattr(torch, f"uint{bits}")):
                assert torch.tensor(readings, dtype=whole).tolist() == [1, 0]


def large_integer_is_rounded():
    """float32 holds every integer up to 2**24, but not every one beyond: two different ids become equal, without a warning."""
    for dtype in "iIlL":
        ids = np.arange(2**24 - 1000, 2**24 + 2, dtype=dtype)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for rounded in (torch.tensor(ids, dtype=torch.float32), torch.Tensor(ids)):
                assert rounded.tolist() == [*range(2**24 - 1000, 2**24 + 1), 2**24]


def half_overflows_to_infinity():
    """A cast to float16, whose largest number is 65504, makes every number from 65520 on infinite, in PyTorch without a warning."""
    for dtype in (np.uint32, np.int32, np.uint64, np.int64, np.float32, np.float64):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tensor = torch.tensor(np.array([65504, 65519, 65520, 10**6], dtype), dtype=torch.float16)
        assert tensor.tolist() == [65504, 65504, float("inf"), float("inf")]


def everything_but_zero_is_true():
    """With `dtype=torch.bool`, every number but 0 becomes True, NaN too."""
    for dtype in "bBhHiIlLefdFD":
        assert torch.tensor(np.array([0, 1, 2], dtype), dtype=torch.bool).tolist() == [False, True, True]
    for dtype in "efdFD":
        assert torch.tensor(np.array([0.1, np.nan], dtype), dtype=torch.bool).tolist() == [True, True]


def refuses_byte_order():
    """`torch.tensor` of an array in the other byte order raises a ValueError."""
    for dtype in "hHiIlLefdFD":
        heights = np.array([1, 2], np.dtype(dtype).newbyteorder("S"))
        with np.testing.assert_raises_regex(ValueError, "byte order"):
            torch.tensor(heights)


def list_of_arrays_warns():
    """`torch.tensor` takes a list of arrays with an axis, with a warning, the first time, that it is slow; where they have one shape and dtype and are not empty, `np.stack` gives the same tensor without, and also takes uint64."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlefdFD":
        rows = [np.zeros(3, dtype), np.ones(3, dtype)]
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            stacked = torch.tensor(np.stack(rows))
            assert caught == []
            slow = torch.tensor(rows)
        assert any("extremely slow" in str(one.message) for one in caught)
        assert slow.dtype == stacked.dtype and torch.equal(slow, stacked)
    assert torch.tensor(np.stack([np.ones(3, np.uint64)])).dtype == torch.uint64


def rows_of_different_lengths_raise():
    """`torch.tensor` of a list of lists that differ in length raises a ValueError, but where the first is empty it gives an empty tensor instead."""
    for rows in ([[1, 2], [3]], [[1], [2, 3]], [[1], []], [[[1], [2]], [[3]]]):
        with np.testing.assert_raises_regex(ValueError, "expected sequence of length"):
            torch.tensor(rows)
    assert torch.tensor([[], [1, 2]]).shape == (2, 0)


def tensor_of_a_tensor_warns():
    """Given a tensor, `torch.tensor` copies and warns."""
    for dtype in "?bBhHiIlLefdFD":
        readings = torch.from_numpy(np.zeros(2, dtype))
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            copied = torch.tensor(readings)
        copied[0] = 1
        assert any("To copy construct from a tensor" in str(one.message) for one in caught)
        assert readings[0] == 0


def broadcast_is_written_out():
    """`torch.tensor` of a broadcast array has a place in memory for every element."""
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.tensor(np.broadcast_to(np.zeros(3, dtype), (2, 3)))
        tensor[0, 0] = 1
        assert tensor.tolist() == [[1, 0, 0], [0, 0, 0]]
