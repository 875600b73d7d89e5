"""Facts of docs/methods/tensor_constructor.md."""

import warnings

import numpy as np
import torch


def shares_default_dtype():
    """`torch.Tensor` shares memory with an array that already has the default dtype, which is float32 unless you set another."""
    for default in (torch.float32, torch.float64, torch.float16):
        torch.set_default_dtype(default)
        levels = np.zeros(2, str(default).removeprefix("torch."))
        torch.Tensor(levels)[0] = 1
        assert levels.tolist() == [1, 0]


def casts_and_copies_others():
    """`torch.Tensor` casts an array of any other dtype that torch has to the default dtype, and copies, unless it is a 0-d integer array."""
    warnings.simplefilter("ignore")  # of lost imaginary parts
    for default, others in (torch.float32, "?bBhHiIlLedFD"), (torch.float64, "?bBhHiIlLefFD"):
        torch.set_default_dtype(default)
        for dtype in others:
            counts = np.zeros(2, dtype)
            tensor = torch.Tensor(counts)
            tensor[0] = 1
            assert tensor.dtype == default
            assert counts.tolist() == [0, 0]
    assert torch.Tensor(np.array(3)).shape == (3,)


def typed_constructor():
    """A typed constructor, such as `torch.LongTensor`, takes a 0-d integer array for a length; else it shares an array of its own dtype, and casts and copies one of any other, unchecked: `torch.LongTensor` cuts off fractions, and 300 is 44 in `torch.ByteTensor`."""
    floats = {torch.HalfTensor: np.float16, torch.FloatTensor: np.float32, torch.DoubleTensor: np.float64}
    integers = {torch.CharTensor: np.int8, torch.ShortTensor: np.int16, torch.IntTensor: np.int32}
    others = {torch.LongTensor: np.int64, torch.ByteTensor: np.uint8, torch.BoolTensor: np.bool_}
    warnings.simplefilter("error")
    for constructor, dtype in (floats | integers | others).items():
        labels = np.zeros(2, dtype)
        constructor(labels)[0] = 1
        assert labels.tolist() == [1, 0]
    for dtype in "efd":
        readings = np.array([1.75, -1.75], dtype)
        tensor = torch.LongTensor(readings)
        assert tensor.tolist() == [1, -1]
        tensor[0] = 9
        assert readings.tolist() == [1.75, -1.75]
    for dtype in "hHiIlL":
        assert torch.ByteTensor(np.array([300], dtype)).tolist() == [44]
    warnings.filterwarnings("ignore", "Casting complex")
    for constructor, dtype in (floats | integers | others).items():
        for kind in "bBhHiIlL":
            assert constructor(np.array(3, kind)).shape == (3,)
        for kind in "?efdFD":
            level = np.array(1, kind)
            tensor = constructor(level)
            assert tensor.tolist() == 1
            tensor.zero_()
            assert level == (0 if level.dtype == dtype else 1)


def limits():
    """`torch.Tensor` of an array stays on the CPU, requires no grad, and refuses negative strides."""
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefd":
        tensor = torch.Tensor(np.zeros(3, dtype))
        assert tensor.device.type == "cpu"
        assert not tensor.requires_grad
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.Tensor(np.zeros(3, dtype)[::-1])


def integer_is_a_length():
    """`torch.Tensor` takes a NumPy integer or a 0-d integer array for a length, and leaves the values uninitialized."""
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = True  # with NaN
    for dtype in "bBhHiIlL":
        count = np.array(3, dtype)
        for length in (count, count[()]):
            assert torch.Tensor(length).shape == (3,)
            assert torch.Tensor(length).isnan().all()


def float_scalar_raises():
    """`torch.Tensor` of a NumPy float, complex number or bool raises a TypeError, where one of a NumPy integer has that length."""
    for dtype in "efdFD?":
        mean = np.ones(1, dtype)[0]
        with np.testing.assert_raises_regex(TypeError, "data must be a sequence"):
            torch.Tensor(mean)
    assert torch.Tensor(np.int64(3)).shape == (3,)


def imaginary_part_is_lost():
    """`torch.Tensor` of a complex array loses its imaginary part, with a warning only the first time in a process."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for dtype in "FD":
            assert torch.Tensor(np.array([1 + 2j], dtype)).tolist() == [1]
    assert ["discards the imaginary part" in str(one.message) for one in caught] == [True]


def takes_no_dtype():
    """`torch.Tensor` raises a TypeError for `dtype=` and for `requires_grad=`, where `torch.tensor` takes both."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(2, dtype)
        for option in ({"dtype": torch.float32}, {"requires_grad": True}):
            with np.testing.assert_raises_regex(TypeError, "new"):
                torch.Tensor(levels, **option)
        weights = torch.tensor(levels, dtype=torch.complex64, requires_grad=True)
        assert weights.dtype == torch.complex64
        assert weights.requires_grad


def astype_makes_it_native():
    """Without `copy=False`, `ndarray.astype` with a native dtype gives an array without negative strides, which `torch.from_numpy` takes."""
    for dtype in "?bBhHiIlLefdFD":
        swapped = np.array([0, 1], np.dtype(dtype).newbyteorder("S"))[::-1]
        tensor = torch.from_numpy(swapped.astype(dtype))
        assert tensor.tolist() == [1, 0]
