"""Facts of docs/methods/tensor_constructor.md."""

import warnings

import numpy as np
import torch


def shares_default_dtype():
    """`torch.Tensor` shares memory with an array that already has the default dtype, which is float32 unless you set another."""
    levels = np.zeros(2, np.float32)
    torch.Tensor(levels)[0] = 1.0
    assert levels[0] == 1.0


def casts_and_copies_others():
    """`torch.Tensor` casts any other dtype to the default dtype, and copies."""
    for dtype in (np.float64, np.int64, np.uint8, np.bool_):
        array = np.zeros(2, dtype)
        tensor = torch.Tensor(array)
        tensor[0] = 1.0
        assert tensor.dtype == torch.float32
        assert array[0] == 0


def default_dtype_decides():
    """After `torch.set_default_dtype(torch.float64)` the two swap places: float64 is shared, float32 is copied."""
    torch.set_default_dtype(torch.float64)
    double, single = np.zeros(2), np.zeros(2, np.float32)
    torch.Tensor(double)[0] = 1.0
    torch.Tensor(single)[0] = 1.0
    assert double[0] == 1.0
    assert single[0] == 0.0


def typed_constructor_shares_its_dtype():
    """A typed constructor, such as `torch.LongTensor`, shares an array of its own dtype."""
    labels, levels = np.array([3, 1, 2]), np.zeros(2, np.float32)
    torch.LongTensor(labels)[0] = 9
    torch.FloatTensor(levels)[0] = 9.0
    assert labels[0] == 9
    assert levels[0] == 9.0


def typed_constructor_casts_others():
    """A typed constructor casts and copies any other dtype: `torch.LongTensor` cuts off fractions without a warning."""
    readings = np.array([1.9, -1.9])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tensor = torch.LongTensor(readings)
    assert tensor.tolist() == [1, -1]
    assert readings.tolist() == [1.9, -1.9]


def views_are_shared():
    """`torch.Tensor` shares views of a float32 array with their strides."""
    image = np.zeros((2, 3), np.float32)
    tensor = torch.Tensor(image.T)
    tensor[2, 0] = 1.0
    assert tensor.stride() == (1, 3)
    assert image[0, 2] == 1.0


def zero_d_float_gives_its_value():
    """`torch.Tensor` of a 0-d float array gives its value, in a 0-d tensor."""
    tensor = torch.Tensor(np.array(2.5, np.float32))
    assert tensor.shape == ()
    assert tensor.item() == 2.5


def integer_is_a_length():
    """`torch.Tensor` takes a NumPy integer or a 0-d integer array for a length, and leaves the values uninitialized."""
    assert torch.Tensor(np.int64(3)).shape == (3,)
    assert torch.Tensor(np.array(3)).shape == (3,)


def tensor_gives_the_number():
    """`torch.tensor` gives the number for a NumPy integer."""
    assert torch.tensor(np.int64(3)).shape == ()
    assert torch.tensor(np.int64(3)).item() == 3


def float_scalar_raises():
    """`torch.Tensor` of a NumPy float raises a TypeError, where one of a NumPy integer has that length."""
    with np.testing.assert_raises_regex(TypeError, "data must be a sequence"):
        torch.Tensor(np.float64(3.0))
    assert torch.Tensor(np.int64(3)).shape == (3,)


def tensor_takes_float_scalars():
    """`torch.tensor` takes NumPy floats and NumPy integers."""
    assert torch.tensor(np.float64(3.0)).item() == 3.0
    assert torch.tensor(np.int64(3)).item() == 3


def large_integers_lose_digits():
    """float32 holds every integer up to 2**24, but not every one beyond: two different ids become equal, without a warning."""
    ids = np.array([2**24, 2**24 + 1])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        first, second = torch.Tensor(ids)
    assert ids[0] != ids[1]
    assert first == second


def imaginary_part_is_lost():
    """`torch.Tensor` of a complex array loses its imaginary part, with a warning."""
    signal = np.array([1 + 2j])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.Tensor(signal)
    assert tensor.tolist() == [1.0]
    assert any("discards the imaginary part" in str(one.message) for one in caught)


def takes_no_dtype():
    """`torch.Tensor` takes no `dtype=`: it raises a TypeError."""
    with np.testing.assert_raises_regex(TypeError, "new"):
        torch.Tensor(np.zeros(2), dtype=torch.float64)


def takes_no_requires_grad():
    """`torch.Tensor` takes no `requires_grad=` either."""
    with np.testing.assert_raises_regex(TypeError, "new"):
        torch.Tensor(np.zeros(2, np.float32), requires_grad=True)


def tensor_takes_both():
    """`torch.tensor` takes `dtype=` and `requires_grad=`."""
    tensor = torch.tensor(np.zeros(2), dtype=torch.float32, requires_grad=True)
    assert tensor.dtype == torch.float32
    assert tensor.requires_grad


def read_only_warns_once():
    """`torch.Tensor` of a read-only array gives the warning once per process, whether the array is then copied or shared."""
    counts, levels = np.zeros(2, np.int64), np.zeros(2, np.float32)
    counts.flags.writeable = levels.flags.writeable = False
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.Tensor(counts)
        torch.Tensor(levels)[0] = 1.0
    assert len(caught) == 1
    assert levels[0] == 1.0


def refuses_reversed_and_swapped():
    """`torch.Tensor` of a reversed array and of one in the other byte order raises a ValueError."""
    levels = np.array([1.0, 2.0], np.float32)
    for array in (levels[::-1], levels.astype(levels.dtype.newbyteorder("S"))):
        with np.testing.assert_raises_regex(ValueError, "given numpy array"):
            torch.Tensor(array)


def astype_makes_it_native():
    """`ndarray.astype` makes a native copy without negative strides, which `torch.from_numpy` takes."""
    levels = np.array([1.0, 2.0], np.float32)
    swapped = levels[::-1].astype(levels.dtype.newbyteorder("S"))
    tensor = torch.from_numpy(swapped.astype(np.float32))
    assert tensor.tolist() == [2.0, 1.0]


def ignores_default_device():
    """`torch.Tensor` of an array stays on the CPU."""
    torch.set_default_device("meta")
    assert torch.Tensor(np.zeros(2, np.float32)).device.type == "cpu"


def as_tensor_says_what_it_does():
    """`torch.as_tensor` shares where it can, and copies where `dtype=` asks for another dtype."""
    levels = np.zeros(2, np.float32)
    torch.as_tensor(levels)[0] = 1.0
    torch.as_tensor(levels, dtype=torch.float64)[1] = 1.0
    assert levels.tolist() == [1.0, 0.0]


def mask_is_lost():
    """`torch.Tensor` loses the mask of a masked array, as the other calls do."""
    readings = np.ma.array([20.5, -999.0], mask=[False, True], dtype=np.float32)
    assert torch.Tensor(readings).tolist() == [20.5, -999.0]


def array_over_tensor_reaches_the_first_array():
    """`Tensor.numpy` gives an array over the first array's memory only where `torch.Tensor` shared it."""
    single, double = np.zeros(2, np.float32), np.zeros(2)
    assert np.shares_memory(torch.Tensor(single).numpy(), single)
    assert not np.shares_memory(torch.Tensor(double).numpy(), double)
