"""Facts of docs/methods/tensor.md."""

import warnings

import numpy as np
import torch


def copies():
    """`torch.tensor` copies: a write on one side does not reach the other."""
    temperatures = np.array([20.5, 21.0])
    tensor = torch.tensor(temperatures)
    temperatures[0] = 0.0
    tensor[1] = 99.0
    assert tensor.tolist() == [20.5, 99.0]
    assert temperatures.tolist() == [0.0, 21.0]


def keeps_dtype():
    """`torch.tensor` keeps the array's dtype unless you pass another."""
    for dtype in (np.bool_, np.uint8, np.int64, np.float16, np.float64, np.complex64):
        tensor = torch.tensor(np.zeros(2, dtype))
        assert str(tensor.dtype) == f"torch.{np.dtype(dtype).name}"


def casts_to_dtype():
    """`torch.tensor` with `dtype=` copies and casts in one call."""
    readings = np.array([20.5, 21.0])
    tensor = torch.tensor(readings, dtype=torch.float32)
    assert tensor.dtype == torch.float32
    assert tensor.tolist() == [20.5, 21.0]


def copies_on_every_call():
    """`torch.tensor` copies on every call, also where the dtype fits."""
    counts = np.zeros(2, np.float32)
    first = torch.tensor(counts, dtype=torch.float32)
    second = torch.tensor(counts, dtype=torch.float32)
    first[0] = 1.0
    assert second[0] == 0.0
    assert counts[0] == 0.0


def array_ignores_default_dtype():
    """`torch.tensor` keeps an array's dtype whatever `torch.set_default_dtype` says."""
    torch.set_default_dtype(torch.float16)
    assert torch.tensor(np.array([20.5, 21.0])).dtype == torch.float64


def list_follows_default_dtype():
    """`torch.tensor` of a list of Python floats has the default dtype, which is float32 unless you set another."""
    assert torch.tensor([20.5, 21.0]).dtype == torch.float32
    torch.set_default_dtype(torch.float64)
    assert torch.tensor([20.5, 21.0]).dtype == torch.float64


def list_of_integers_is_int64():
    """`torch.tensor` of a list of Python integers gives int64, of booleans bool."""
    assert torch.tensor([3, 1, 2]).dtype == torch.int64
    assert torch.tensor([True, False]).dtype == torch.bool


def scalar_keeps_dtype():
    """`torch.tensor` of a NumPy scalar, such as the mean of an array, keeps its dtype, where a Python float gets the default one."""
    mean = np.array([20.5, 21.0]).mean()
    assert torch.tensor(mean).dtype == torch.float64
    assert torch.tensor(float(mean)).dtype == torch.float32


def empty_keeps_shape_and_dtype():
    """`torch.tensor` of an empty array keeps its shape and its dtype, where an empty list gets the default dtype."""
    tensor = torch.tensor(np.zeros((0, 3), np.int16))
    assert tensor.shape == (0, 3)
    assert tensor.dtype == torch.int16
    assert torch.tensor([]).dtype == torch.float32


def zero_d_copies():
    """`torch.tensor` of a 0-d array gives a 0-d tensor of its own."""
    level = np.array(0.5)
    tensor = torch.tensor(level)
    level[...] = 2.0
    assert tensor.shape == ()
    assert tensor.item() == 0.5


def keeps_transposed_order():
    """`torch.tensor` of a transposed array keeps the order of its strides, so the copy is not contiguous."""
    tensor = torch.tensor(np.zeros((2, 3)).T)
    assert tensor.stride() == (1, 3)
    assert not tensor.is_contiguous()


def closes_gaps():
    """`torch.tensor` of every other column leaves no gaps, so the copy is contiguous."""
    tensor = torch.tensor(np.zeros((2, 6))[:, ::2])
    assert tensor.stride() == (3, 1)
    assert tensor.is_contiguous()


def read_only_without_warning():
    """`torch.tensor` of a read-only array gives no warning, and a write to the tensor does not reach the array."""
    frozen = np.array([1.0, 2.0])
    frozen.flags.writeable = False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tensor = torch.tensor(frozen)
    tensor[0] = 9.0
    assert frozen[0] == 1.0


def requires_grad_makes_a_leaf():
    """`torch.tensor` with `requires_grad=True` makes a leaf: the gradient arrives in it."""
    weights = torch.tensor(np.array([1.0, 2.0]), requires_grad=True)
    weights.square().sum().backward()
    assert weights.is_leaf
    assert weights.grad.tolist() == [2.0, 4.0]


def update_leaves_the_array():
    """An update changes weights that `torch.tensor` made, and not the array."""
    start = np.array([1.0, 2.0])
    weights = torch.tensor(start, requires_grad=True)
    weights.sum().backward()
    torch.optim.SGD([weights], lr=0.5).step()
    assert weights.tolist() == [0.5, 1.5]
    assert start.tolist() == [1.0, 2.0]


def integers_cannot_require_grad():
    """`requires_grad=True` of an integer array raises a RuntimeError; with a float `dtype=` it works."""
    counts = np.array([1, 2])
    with np.testing.assert_raises_regex(RuntimeError, "floating point and complex dtype can require gradients"):
        torch.tensor(counts, requires_grad=True)
    assert torch.tensor(counts, dtype=torch.float32, requires_grad=True).requires_grad


def device_makes_it_there():
    """`device=` makes the tensor on that device."""
    tensor = torch.tensor(np.zeros(2), device="meta")
    assert tensor.device.type == "meta"


def follows_default_device():
    """Without `device=`, `torch.tensor` makes the tensor on the default device."""
    torch.set_default_device("meta")
    assert torch.tensor(np.zeros(2)).device.type == "meta"
    assert torch.tensor(np.zeros(2), device="cpu").device.type == "cpu"


def narrow_integer_wraps():
    """`torch.tensor` with `dtype=` casts an array even where the new dtype cannot hold the value: in uint8, 300 becomes 44."""
    assert torch.tensor(np.array([300, -1]), dtype=torch.uint8).tolist() == [44, 255]


def list_is_checked():
    """A list is checked: 300 with `dtype=torch.uint8` raises a RuntimeError."""
    with np.testing.assert_raises_regex(RuntimeError, "cannot be converted to type uint8 without overflow"):
        torch.tensor([300], dtype=torch.uint8)


def fraction_is_cut_off():
    """`torch.tensor` with an integer `dtype=` cuts off the fraction of a float, toward zero."""
    assert torch.tensor(np.array([1.9, -1.9]), dtype=torch.int64).tolist() == [1, -1]


def large_integer_is_rounded():
    """In float32, an integer above 2**24 may be rounded."""
    ids = np.array([2**24, 2**24 + 1])
    assert torch.tensor(ids, dtype=torch.float32).tolist() == [2.0**24, 2.0**24]


def half_overflows_to_infinity():
    """In float16, a number above 65504 becomes infinity, without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tensor = torch.tensor(np.array([65504.0, 70000.0]), dtype=torch.float16)
    assert tensor.tolist() == [65504.0, float("inf")]


def everything_but_zero_is_true():
    """With `dtype=torch.bool`, every number but 0 becomes True, NaN too."""
    assert torch.tensor(np.array([0.0, 0.1, np.nan]), dtype=torch.bool).tolist() == [False, True, True]


def float64_meets_float32_weights():
    """`torch.tensor` of a float64 array gives a float64 tensor, which a layer with float32 weights refuses with a RuntimeError."""
    layer = torch.nn.Linear(2, 1)
    readings = np.array([[20.5, 21.0]])
    with np.testing.assert_raises_regex(RuntimeError, "must have the same dtype"):
        layer(torch.tensor(readings))
    assert layer(torch.tensor(readings, dtype=torch.float32)).shape == (1, 1)


def refuses_negative_strides():
    """Although `torch.tensor` copies, it refuses a reversed array, as `torch.from_numpy` does."""
    samples = np.arange(5)
    with np.testing.assert_raises_regex(ValueError, "negative"):
        torch.tensor(samples[::-1])
    assert torch.tensor(samples[::-1].copy()).tolist() == [4, 3, 2, 1, 0]


def refuses_byte_order():
    """`torch.tensor` refuses an array in the other byte order."""
    heights = np.array([1.0, 2.0], dtype=np.dtype(np.float32).newbyteorder("S"))
    with np.testing.assert_raises_regex(ValueError, "byte order"):
        torch.tensor(heights)
    assert torch.tensor(heights.astype(np.float32)).tolist() == [1.0, 2.0]


def refuses_text_and_objects():
    """`torch.tensor` of an array of text or Python objects raises a TypeError."""
    for array in (np.array(["cat", "dog"]), np.array([1, "two"], dtype=object)):
        with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type"):
            torch.tensor(array)


def unique_numbers_the_names():
    """`np.unique` with `return_inverse=True` numbers the names, and `torch.tensor` takes those."""
    names, numbers = np.unique(np.array(["dog", "cat", "dog"]), return_inverse=True)
    assert names.tolist() == ["cat", "dog"]
    assert torch.tensor(numbers).tolist() == [1, 0, 1]


def mask_is_lost():
    """`torch.tensor` of a masked array loses the mask."""
    readings = np.ma.array([20.5, -999.0], mask=[False, True])
    assert torch.tensor(readings).tolist() == [20.5, -999.0]


def list_of_arrays_warns():
    """A list of arrays works, with a warning that it is slow; `np.stack` first gives the same tensor without."""
    rows = [np.zeros(3), np.ones(3)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        slow = torch.tensor(rows)
    assert any("extremely slow" in str(one.message) for one in caught)
    assert torch.equal(slow, torch.tensor(np.stack(rows)))


def rows_of_different_lengths_raise():
    """`torch.tensor` of a list whose rows have different lengths raises a ValueError."""
    with np.testing.assert_raises_regex(ValueError, "expected sequence of length 2"):
        torch.tensor([[1, 2], [3]])


def tensor_of_a_tensor_warns():
    """Given a tensor, `torch.tensor` copies and warns."""
    readings = torch.zeros(2)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        copied = torch.tensor(readings)
    copied[0] = 1.0
    assert any("To copy construct from a tensor" in str(one.message) for one in caught)
    assert readings[0] == 0.0


def broadcast_is_written_out():
    """`torch.tensor` of a broadcast array has a place in memory for every element."""
    tensor = torch.tensor(np.broadcast_to(np.zeros(3), (2, 3)))
    tensor[0, 0] = 1.0
    assert tensor[:, 0].tolist() == [1.0, 0.0]
