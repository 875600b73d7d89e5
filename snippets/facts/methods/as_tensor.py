"""Facts of docs/methods/as_tensor.md."""

import array
import warnings
import weakref

import numpy as np
import torch


def shares_an_array():
    """`torch.as_tensor` of an array shares its memory and keeps its dtype: a write on either side is seen on both."""
    temperatures = np.array([20.5, 21.0])
    tensor = torch.as_tensor(temperatures)
    temperatures[0] = 0.0
    tensor[1] = 99.0
    assert tensor.tolist() == [0.0, 99.0]
    assert temperatures.tolist() == [0.0, 99.0]
    assert tensor.dtype == torch.float64


def copies_for_another_dtype():
    """`torch.as_tensor` copies and casts where `dtype=` is not the array's."""
    temperatures = np.array([20.5, 21.0])
    tensor = torch.as_tensor(temperatures, dtype=torch.float32)
    temperatures[0] = 0.0
    tensor[1] = 99.0
    assert tensor.tolist() == [20.5, 99.0]
    assert temperatures.tolist() == [0.0, 21.0]
    assert tensor.dtype == torch.float32


def the_same_call_may_do_either():
    """The same line with `dtype=torch.float32` shares a float32 array and copies a float64 one, and nothing tells you which."""
    reached = []
    for dtype in (np.float32, np.float64):
        readings = np.zeros(2, dtype)
        torch.as_tensor(readings, dtype=torch.float32)[0] = 1.0
        reached.append(readings[0] == 1.0)
    assert reached == [True, False]


def array_ignores_default_dtype():
    """`torch.set_default_dtype` does not change what an array gives: float32 stays float32."""
    torch.set_default_dtype(torch.float64)
    readings = np.array([20.5, 21.0], dtype=np.float32)
    assert torch.as_tensor(readings).dtype == torch.float32


def dtype_has_to_be_of_torch():
    """`dtype=` takes dtypes of PyTorch: `np.float32` raises a TypeError."""
    readings = np.array([20.5, 21.0])
    with np.testing.assert_raises_regex(TypeError, "must be torch.dtype"):
        torch.as_tensor(readings, dtype=np.float32)


def dtype_has_to_be_named():
    """A dtype that `torch.as_tensor` gets without its name `dtype=` raises a TypeError."""
    readings = np.array([20.5, 21.0])
    with np.testing.assert_raises_regex(TypeError, "takes 1 positional argument"):
        torch.as_tensor(readings, torch.float32)


def casts_without_a_check():
    """With `dtype=`, `torch.as_tensor` casts an array unchecked, so 300 as uint8 becomes 44, where the same number in a list raises a RuntimeError."""
    counts = np.array([300])
    assert torch.as_tensor(counts, dtype=torch.uint8).tolist() == [44]
    with np.testing.assert_raises_regex(RuntimeError, "without overflow"):
        torch.as_tensor([300], dtype=torch.uint8)


def shares_views():
    """`torch.as_tensor` shares transposed and strided views as they lie, with their strides."""
    image = np.zeros((2, 4), np.float32)
    for view in (image.T, image[:, ::2]):
        tensor = torch.as_tensor(view)
        assert tensor.stride() == tuple(step // 4 for step in view.strides)
        tensor[1, 1] = 9.0
        assert view[1, 1] == 9.0


def cast_keeps_transposed_order():
    """A cast by `torch.as_tensor` keeps the order of a transposed array: the copy is not contiguous."""
    by_hour = np.array([[20.5, 21.0, 21.5], [18.0, 18.5, 19.0]]).T
    tensor = torch.as_tensor(by_hour, dtype=torch.float32)
    assert tensor.stride() == (1, 3)
    assert not tensor.is_contiguous()


def cast_closes_gaps():
    """A cast of every other column by `torch.as_tensor` gives a copy without gaps."""
    samples = np.zeros((2, 6))
    assert torch.as_tensor(samples[:, ::2], dtype=torch.float32).stride() == (3, 1)


def zero_d_shares():
    """`torch.as_tensor` shares a 0-d array too."""
    threshold = np.array(0.5)
    tensor = torch.as_tensor(threshold)
    tensor.fill_(0.75)
    assert threshold == 0.75
    threshold[...] = 0.25
    assert tensor.item() == 0.25


def empty_keeps_shape_and_dtype():
    """`torch.as_tensor` of an empty array keeps its shape and its dtype."""
    no_boxes = np.zeros((0, 4), dtype=np.uint8)
    tensor = torch.as_tensor(no_boxes)
    assert tensor.shape == (0, 4)
    assert tensor.dtype == torch.uint8


def keeps_buffer_alive():
    """A tensor of `torch.as_tensor` that shares keeps the array alive, and one that was cast lets it go."""
    readings = np.array([20.5, 21.0])
    array_ref = weakref.ref(readings)
    cast = torch.as_tensor(readings, dtype=torch.float32)
    tensor = torch.as_tensor(readings)
    del readings
    assert tensor.tolist() == [20.5, 21.0]
    assert array_ref() is not None
    del tensor
    assert array_ref() is None
    assert cast.tolist() == [20.5, 21.0]


def returns_the_tensor_itself():
    """If a tensor fits, `torch.as_tensor` returns that same tensor, not a view and not a copy."""
    weights = torch.zeros(2, requires_grad=True)
    doubled = weights * 2
    assert torch.as_tensor(weights) is weights
    assert torch.as_tensor(doubled) is doubled


def cast_of_a_tensor_keeps_history():
    """`torch.as_tensor` of a tensor that requires grad keeps the history when it casts with `dtype=`: the gradient reaches the original."""
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    double = torch.as_tensor(weights, dtype=torch.float64)
    assert double.grad_fn is not None
    double.sum().backward()
    assert weights.grad.tolist() == [1.0, 1.0]


def copies_lists():
    """`torch.as_tensor` copies a list, and gives Python floats the default dtype."""
    levels = [0.25, 0.75]
    tensor = torch.as_tensor(levels)
    tensor[0] = 9.0
    assert levels == [0.25, 0.75]
    assert tensor.dtype == torch.float32
    torch.set_default_dtype(torch.float64)
    assert torch.as_tensor(levels).dtype == torch.float64


def takes_numpy_scalars():
    """`torch.as_tensor` of a NumPy scalar gives a 0-d tensor of its own dtype, so a mean of a float64 array is float64."""
    mean = np.array([20.5, 21.5]).mean()
    tensor = torch.as_tensor(mean)
    assert tensor.shape == ()
    assert tensor.dtype == torch.float64
    assert tensor.item() == 21.0


def list_of_numpy_scalars_keeps_dtype():
    """A list of NumPy scalars gives their dtype, float64 of `np.float64`, where Python floats give the default dtype."""
    means = [np.float64(20.5), np.float64(21.0)]
    assert torch.as_tensor(means).dtype == torch.float64
    assert torch.as_tensor([20.5, 21.0]).dtype == torch.float32


def list_of_arrays_warns():
    """`torch.as_tensor` of a list of arrays gives a UserWarning that this is extremely slow; with `np.stack` first, the result is the same."""
    readings = [np.array([20.5, 21.0]), np.array([18.0, 18.5])]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.as_tensor(readings)
        assert any("extremely slow" in str(one.message) for one in caught)
        caught.clear()
        stacked = torch.as_tensor(np.stack(readings))
        assert not caught
    assert torch.equal(tensor, stacked)


def buffers_are_lists_to_it():
    """`torch.as_tensor` treats an `array.array` as a list: it copies, and ignores the buffer's dtype."""
    readings = array.array("d", [20.5, 21.0])
    tensor = torch.as_tensor(readings)
    tensor[0] = 9.0
    assert readings[0] == 20.5
    assert tensor.tolist() == [9.0, 21.0]
    assert tensor.dtype == torch.float32


def shares_dlpack_objects():
    """An object with `__dlpack__` is shared by `torch.as_tensor`, and copied by `torch.tensor`."""

    class Frame:
        def __init__(self):
            self.pixels = np.zeros(2)

        def __dlpack__(self, **options):
            return self.pixels.__dlpack__(**options)

        def __dlpack_device__(self):
            return self.pixels.__dlpack_device__()

    frame = Frame()
    torch.as_tensor(frame)[0] = 1.0
    torch.tensor(frame)[1] = 1.0
    assert frame.pixels.tolist() == [1.0, 0.0]


def refuses_the_array_method():
    """An object that has only `__array__` raises a RuntimeError: `torch.as_tensor` never calls that method."""

    class Table:
        def __array__(self, dtype=None, copy=None):
            return np.array([20.5, 21.0])

    with np.testing.assert_raises_regex(RuntimeError, "Could not infer dtype of Table"):
        torch.as_tensor(Table())
    assert torch.as_tensor(np.asarray(Table())).tolist() == [20.5, 21.0]


def makes_it_on_the_device():
    """`torch.as_tensor` makes the tensor on the device that `device=` names."""
    temperatures = np.array([20.5, 21.0])
    assert torch.as_tensor(temperatures, device="meta").device.type == "meta"


def cpu_shares_under_a_default_device():
    """With `device="cpu"`, `torch.as_tensor` shares the array whatever the default device is."""
    torch.set_default_device("meta")
    temperatures = np.array([20.5, 21.0])
    torch.as_tensor(temperatures, device="cpu")[0] = 0.0
    assert temperatures[0] == 0.0


def moves_tensors_to_the_default_device():
    """Under a default device, `torch.as_tensor` of a tensor moves it there, rather than leave it where it is."""
    scores = torch.zeros(2)
    torch.set_default_device("meta")
    assert scores.device.type == "cpu"
    assert torch.as_tensor(scores).device.type == "meta"


def has_no_requires_grad():
    """`torch.as_tensor` has no `requires_grad=`: naming it raises a TypeError."""
    start = np.array([0.5, -0.5], dtype=np.float32)
    with np.testing.assert_raises_regex(TypeError, "requires_grad"):
        torch.as_tensor(start, requires_grad=True)
    assert torch.as_tensor(start).requires_grad_().is_leaf


def training_may_change_the_array():
    """An update of weights from `torch.as_tensor(start, dtype=torch.float32)` changes `start` if it is float32, and only then."""
    changed = []
    for dtype in (np.float32, np.float64):
        start = np.array([0.5, -0.5], dtype)
        weights = torch.as_tensor(start, dtype=torch.float32).requires_grad_()
        weights.square().sum().backward()
        with torch.no_grad():
            weights -= 0.5 * weights.grad
        assert weights.tolist() == [0.0, 0.0]
        changed.append(start.tolist() == [0.0, 0.0])
    assert changed == [True, False]


def float64_meets_float32_weights():
    """Without `dtype=`, a float64 array gives a tensor that a layer with float32 weights refuses with a RuntimeError."""
    features = np.array([[5.1, 3.5], [4.9, 3.0]])
    layer = torch.nn.Linear(2, 1)
    with np.testing.assert_raises_regex(RuntimeError, "must have the same dtype"):
        layer(torch.as_tensor(features))
    assert layer(torch.as_tensor(features, dtype=torch.float32)).dtype == torch.float32


def refuses_reversed_even_to_cast():
    """`torch.as_tensor` of a reversed array raises a ValueError, also where `dtype=` asks for a copy anyway."""
    samples = np.arange(3.0)
    with np.testing.assert_raises_regex(ValueError, "negative"):
        torch.as_tensor(samples[::-1])
    with np.testing.assert_raises_regex(ValueError, "negative"):
        torch.as_tensor(samples[::-1], dtype=torch.float32)


def refuses_byte_order_even_to_cast():
    """`torch.as_tensor` of an array in the other byte order raises a ValueError, also where `dtype=` asks for a cast."""
    samples = np.array([0.25, 0.5]).astype(np.dtype(np.float64).newbyteorder())
    with np.testing.assert_raises_regex(ValueError, "byte order"):
        torch.as_tensor(samples, dtype=torch.float32)
    native = samples.astype(np.float64)
    assert torch.as_tensor(native, dtype=torch.float32).tolist() == [0.25, 0.5]


def refuses_objects_even_to_cast():
    """`torch.as_tensor` of an array of Python objects raises a TypeError, though `dtype=` names a dtype that its numbers would fit."""
    readings = np.array([20.5, None], dtype=object)
    with np.testing.assert_raises_regex(TypeError, "numpy.object_"):
        torch.as_tensor(readings, dtype=torch.float32)
    assert torch.as_tensor(readings.astype(np.float32)).isnan().tolist() == [False, True]


def read_only_warns_even_to_cast():
    """`torch.as_tensor` warns of a read-only array also where `dtype=` makes it copy, and no write can reach the array."""
    frozen = np.array([20.5, 21.0])
    frozen.flags.writeable = False
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.as_tensor(frozen, dtype=torch.float32)
    assert any("not writable" in str(one.message) for one in caught)
    tensor[0] = 0.0
    assert frozen[0] == 20.5


def writes_through_read_only():
    """`torch.as_tensor` shares a read-only array, with a warning, and a write through the tensor changes it."""
    frozen = np.array([20.5, 21.0])
    frozen.flags.writeable = False
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.as_tensor(frozen)
    tensor[0] = 0.0
    assert len(caught) == 1
    assert frozen[0] == 0.0


def drops_the_mask():
    """`torch.as_tensor` shares a masked array without its mask: what was masked counts as a number again."""
    readings = np.ma.array([20.5, -999.0], mask=[False, True])
    tensor = torch.as_tensor(readings)
    assert tensor.tolist() == [20.5, -999.0]
    tensor[0] = 0.0
    assert readings.data[0] == 0.0
