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


def typed_constructor_shares_its_dtype():
    """A typed constructor, such as `torch.LongTensor`, shares an array of its own dtype."""
    floats = {torch.HalfTensor: np.float16, torch.FloatTensor: np.float32, torch.DoubleTensor: np.float64}
    integers = {torch.CharTensor: np.int8, torch.ShortTensor: np.int16, torch.IntTensor: np.int32}
    others = {torch.LongTensor: np.int64, torch.ByteTensor: np.uint8, torch.BoolTensor: np.bool_}
    for constructor, dtype in (floats | integers | others).items():
        labels = np.zeros(2, dtype)
        constructor(labels)[0] = 1
        assert labels.tolist() == [1, 0]


def typed_constructor_casts_others():
    """A typed constructor casts and copies any other dtype: `torch.LongTensor` cuts off fractions, `torch.ByteTensor` makes 44 of 300, both without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for dtype in "efd":
            readings = np.array([1.75, -1.75], dtype)
            tensor = torch.LongTensor(readings)
            assert tensor.tolist() == [1, -1]
            tensor[0] = 9
            assert readings.tolist() == [1.75, -1.75]
        for dtype in "hHiIlL":
            assert torch.ByteTensor(np.array([300], dtype)).tolist() == [44]


def views_are_shared():
    """`torch.Tensor` shares transposed and strided views of a float32 array with their strides."""
    image = np.zeros((2, 4), np.float32)
    transposed, every_other = torch.Tensor(image.T), torch.Tensor(image[:, ::2])
    transposed[2, 0] = 1
    every_other[1, 1] = 2
    assert transposed.stride() == (1, 4)
    assert every_other.stride() == (4, 2)
    assert image.tolist() == [[0, 0, 1, 0], [0, 0, 2, 0]]


def zero_d_float_gives_its_value():
    """`torch.Tensor` of a 0-d float or bool array gives its value, in a 0-d tensor."""
    for dtype in "efd?":
        tensor = torch.Tensor(np.array(1, dtype))
        assert tensor.shape == ()
        assert tensor.item() == 1


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


def read_only_warns_once():
    """`torch.Tensor` of a read-only array warns once per process, whether it copies the array or shares its memory."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for dtype in "?bBhHiIlLefdFD":
            levels = np.zeros(2, dtype)
            levels.flags.writeable = False
            torch.Tensor(levels)[0] = 1
            assert levels.tolist() == ([1, 0] if dtype == "f" else [0, 0])
    assert sum("not writable" in str(one.message) for one in caught) == 1


def refuses_reversed_and_swapped():
    """`torch.Tensor` of a reversed array that is not empty and of an array in the other byte order raises a ValueError."""
    for dtype in "hHiIlLefdFD":
        levels = np.zeros(2, dtype)
        for array in (levels[::-1], levels.astype(levels.dtype.newbyteorder("S"))):
            with np.testing.assert_raises_regex(ValueError, "given numpy array"):
                torch.Tensor(array)


def astype_makes_it_native():
    """`ndarray.astype` with a native dtype gives an array without negative strides, which `torch.from_numpy` takes."""
    for dtype in "?bBhHiIlLefdFD":
        swapped = np.array([0, 1], np.dtype(dtype).newbyteorder("S"))[::-1]
        tensor = torch.from_numpy(swapped.astype(dtype))
        assert tensor.tolist() == [1, 0]


def ignores_default_device():
    """`torch.Tensor` of an array stays on the CPU, whatever the default device."""
    warnings.simplefilter("ignore")  # of lost imaginary parts
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefdFD":
        assert torch.Tensor(np.zeros(2, dtype)).device.type == "cpu"


def as_tensor_says_what_it_does():
    """`torch.as_tensor` shares memory where it can, and copies where `dtype=` asks for another dtype."""
    for dtype in "?bBhHiIlLefdF":
        levels = np.zeros(2, dtype)
        torch.as_tensor(levels)[0] = 1
        torch.as_tensor(levels, dtype=torch.complex128)[1] = 1
        assert levels.tolist() == [1, 0]
    levels = np.zeros(2, np.complex128)
    torch.as_tensor(levels)[0] = 1
    torch.as_tensor(levels, dtype=torch.complex64)[1] = 1
    assert levels.tolist() == [1, 0]


def mask_is_lost():
    """`torch.Tensor` of a masked array loses the mask."""
    warnings.simplefilter("ignore")  # of lost imaginary parts
    for dtype in "?bBhHiIlLefdFD":
        readings = np.ma.array([0, 1], dtype, mask=[False, True])
        assert torch.Tensor(readings).tolist() == [0, 1]


def array_over_tensor_reaches_the_first_array():
    """`torch.Tensor(array).numpy()` has the memory of `array` only where that is float32, the default dtype."""
    warnings.simplefilter("ignore")  # of lost imaginary parts
    for dtype in "?bBhHiIlLefdFD":
        array = np.zeros(2, dtype)
        assert np.shares_memory(torch.Tensor(array).numpy(), array) == (dtype == "f")
