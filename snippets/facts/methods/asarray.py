"""Facts of docs/methods/asarray.md."""

import array
import warnings

import numpy as np
import torch


def shares_what_it_can():
    """Without other arguments, `torch.asarray` of an array with at least one axis shares its memory and keeps its dtype."""
    levels = np.array([0.25, 0.5, 0.75])
    tensor = torch.asarray(levels)
    levels[0] = 0.0
    tensor[2] = 9.0
    assert tensor.tolist() == [0.0, 0.5, 9.0]
    assert levels.tolist() == [0.0, 0.5, 9.0]
    assert tensor.dtype == torch.float64


def copy_true_copies():
    """With `copy=True`, `torch.asarray` copies an array or a tensor."""
    levels = np.array([0.25, 0.5])
    tensor = torch.asarray(levels, copy=True)
    levels[0] = 0.0
    tensor[1] = 9.0
    assert tensor.tolist() == [0.25, 9.0]
    assert levels.tolist() == [0.0, 0.5]
    assert torch.asarray(tensor, copy=True).data_ptr() != tensor.data_ptr()


def copy_false_shares():
    """With `copy=False`, `torch.asarray` shares an array with at least one axis, and raises a ValueError where it cannot."""
    levels = np.array([0.25, 0.5])
    torch.asarray(levels, copy=False)[0] = 9.0
    assert levels[0] == 9.0
    with np.testing.assert_raises_regex(ValueError, "can't alias"):
        torch.asarray(levels, dtype=torch.float32, copy=False)


def zero_d_is_copied():
    """`torch.asarray` copies a 0-d array, even with `copy=False`, which raises nothing."""
    threshold = np.array(0.5)
    torch.asarray(threshold).fill_(0.75)
    torch.asarray(threshold, copy=False).fill_(0.75)
    assert threshold == 0.5


def one_element_is_shared():
    """`torch.asarray` shares an array of one element and one axis, unlike a 0-d one."""
    threshold = np.array([0.5])
    torch.asarray(threshold, copy=False).fill_(0.75)
    assert threshold[0] == 0.75


def copies_for_another_dtype():
    """`torch.asarray` copies and casts where `dtype=` is not the array's and `copy=` is left out."""
    levels = np.array([0.25, 0.5])
    tensor = torch.asarray(levels, dtype=torch.float32)
    tensor[0] = 9.0
    assert levels[0] == 0.25
    assert tensor.dtype == torch.float32


def copy_false_refuses_another_dtype():
    """`torch.asarray` with `copy=False` and another dtype raises a ValueError that names both dtypes."""
    levels = np.array([0.25, 0.5])
    with np.testing.assert_raises_regex(ValueError, "dtype 'Double' into dtype 'Float'"):
        torch.asarray(levels, dtype=torch.float32, copy=False)


def copy_false_refuses_another_device():
    """`torch.asarray` with `copy=False` raises a ValueError while the default device is not the CPU: the array would have to move."""
    torch.set_default_device("meta")
    levels = np.array([0.25, 0.5])
    with np.testing.assert_raises_regex(ValueError, "can't alias tensor from device 'cpu' to 'meta'"):
        torch.asarray(levels, copy=False)


def copy_false_refuses_lists():
    """`torch.asarray` with `copy=False` of a list raises a ValueError: there is no memory to share."""
    with np.testing.assert_raises_regex(ValueError, "can't alias arbitrary sequence"):
        torch.asarray([0.25, 0.5], copy=False)


def copy_false_refuses_numpy_scalars():
    """`torch.asarray` with `copy=False` of a NumPy scalar raises a RuntimeError, not the ValueError of the other cases."""
    mean = np.array([0.25, 0.5]).mean()
    with np.testing.assert_raises_regex(RuntimeError, "can't alias NumPy scalars"):
        torch.asarray(mean, copy=False)


def keeps_the_dtype_of_an_array():
    """`torch.asarray` keeps the dtype of an array, where a list of Python floats gets the default dtype."""
    readings = np.array([20.5, 21.0])
    assert torch.asarray(readings).dtype == torch.float64
    assert torch.asarray([20.5, 21.0]).dtype == torch.float32


def scalar_keeps_its_dtype():
    """`torch.asarray` of a NumPy scalar gives a 0-d tensor of its own dtype."""
    mean = np.array([20.5, 21.5]).mean()
    tensor = torch.asarray(mean)
    assert tensor.shape == ()
    assert tensor.dtype == torch.float64


def shares_views():
    """`torch.asarray` shares transposed and strided views, also with `copy=False`."""
    image = np.zeros((2, 4), np.float32)
    for view in (image.T, image[:, ::2]):
        tensor = torch.asarray(view, copy=False)
        tensor[1, 1] = 9.0
        assert view[1, 1] == 9.0
        assert tensor.stride() == tuple(step // 4 for step in view.strides)


def copy_keeps_transposed_order():
    """`torch.asarray` with `copy=True` keeps the order of a transposed array, so the copy is not contiguous."""
    by_hour = np.zeros((2, 3)).T
    assert torch.asarray(by_hour, copy=True).stride() == (1, 3)


def empty_keeps_shape_and_dtype():
    """`torch.asarray` of an empty array keeps its shape and its dtype."""
    no_boxes = np.zeros((0, 4), dtype=np.uint8)
    tensor = torch.asarray(no_boxes)
    assert tensor.shape == (0, 4)
    assert tensor.dtype == torch.uint8


def buffers_are_regrouped():
    """Without `dtype=`, `torch.asarray` reads the bytes of a buffer as float32, the default dtype: two doubles become four numbers."""
    samples = array.array("d", [1, 2])
    assert torch.asarray(samples).tolist() == [0.0, 1.875, 0.0, 2.0]
    assert torch.asarray(samples).dtype == torch.float32


def integers_in_a_buffer_vanish():
    """Without `dtype=`, `torch.asarray` reads integers in a buffer as tiny floats."""
    labels = array.array("i", [3, 1, 2])
    tensor = torch.asarray(labels)
    assert tensor.dtype == torch.float32
    assert 0 < tensor.max().item() < 1e-44


def buffers_take_a_dtype():
    """With the right `dtype=`, a buffer such as `array.array` is shared as the numbers that it holds."""
    samples = array.array("d", [1, 2])
    tensor = torch.asarray(samples, dtype=torch.float64)
    tensor[0] = 9.0
    assert samples.tolist() == [9.0, 2.0]


def dtype_does_not_cast_buffers():
    """In `torch.asarray` of a buffer, `dtype=` says how to read the bytes, and casts nothing: doubles read as int64 are other numbers."""
    samples = array.array("d", [1, 2])
    assert torch.asarray(samples, dtype=torch.int64).tolist() == [0x3FF << 52, 0x400 << 52]


def buffer_length_has_to_fit():
    """`torch.asarray` of a buffer whose length is not a multiple of the dtype's size raises a ValueError."""
    packet = bytearray(b"\x14\x15\x16")
    with np.testing.assert_raises_regex(ValueError, "must be a multiple of element size"):
        torch.asarray(packet)
    assert torch.asarray(packet, dtype=torch.uint8).tolist() == [20, 21, 22]


def empty_buffer_raises():
    """`torch.asarray` of an empty buffer raises a ValueError, where an empty array gives an empty tensor."""
    with np.testing.assert_raises_regex(ValueError, "must not be 0"):
        torch.asarray(bytearray(), dtype=torch.uint8)


def memoryview_loses_its_shape():
    """A `memoryview` of two axes is shared as one axis."""
    image = np.array([[1, 2], [3, 4]], np.uint8)
    tensor = torch.asarray(memoryview(image), dtype=torch.uint8)
    tensor[0] = 9
    assert image[0, 0] == 9
    assert tensor.shape == (4,)


def memoryview_needs_contiguous_memory():
    """A `memoryview` with a step raises a RuntimeError, where an array with a step is shared."""
    samples = np.array([0, 1, 2, 3], np.uint8)
    with np.testing.assert_raises_regex(RuntimeError, "could not retrieve"):
        torch.asarray(memoryview(samples)[::2], dtype=torch.uint8)
    assert torch.asarray(samples[::2], copy=False).tolist() == [0, 2]


def bytes_warn_and_are_shared():
    """A `bytes` object is shared with a UserWarning, though Python takes it to be immutable."""
    packet = bytes([20, 21, 22])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.asarray(packet, dtype=torch.uint8)
    tensor[0] = 99
    assert any("buffer is not writable" in str(one.message) for one in caught)
    assert list(packet) == [99, 21, 22]


def bytes_warn_even_to_copy():
    """`copy=True` of a `bytes` object copies, and warns all the same."""
    packet = bytes([20, 21, 22])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.asarray(packet, dtype=torch.uint8, copy=True)
    tensor[0] = 99
    assert any("buffer is not writable" in str(one.message) for one in caught)
    assert list(packet) == [20, 21, 22]


def does_not_pin_the_buffer():
    """`torch.asarray` does not pin a buffer: a `bytearray` may still grow and move under the tensor, which then lies on freed memory."""
    packet = bytearray(b"abc")
    tensor = torch.asarray(packet, dtype=torch.uint8)
    try:
        packet.extend(bytes(1_000_000))
    except BufferError as error:
        raise AssertionError("the buffer is pinned") from error
    assert torch.asarray(packet, dtype=torch.uint8).data_ptr() != tensor.data_ptr()


def takes_dlpack_objects():
    """`torch.asarray` takes whatever has `__dlpack__`, keeps its dtype and shares its memory."""

    class Frame:
        def __init__(self):
            self.pixels = np.zeros(2)

        def __dlpack__(self, **options):
            return self.pixels.__dlpack__(**options)

        def __dlpack_device__(self):
            return self.pixels.__dlpack_device__()

    frame = Frame()
    tensor = torch.asarray(frame)
    tensor[0] = 1.0
    assert frame.pixels[0] == 1.0
    assert tensor.dtype == torch.float64


def dlpack_objects_ignore_copy_true():
    """`torch.asarray` with `copy=True` does not copy an object that has only `__dlpack__`: the tensor still shares."""

    class Frame:
        def __init__(self):
            self.pixels = np.zeros(2)

        def __dlpack__(self, **options):
            return self.pixels.__dlpack__(**options)

        def __dlpack_device__(self):
            return self.pixels.__dlpack_device__()

    frame = Frame()
    torch.asarray(frame, copy=True)[0] = 1.0
    assert frame.pixels[0] == 1.0
    torch.tensor(frame)[1] = 1.0
    assert frame.pixels[1] == 0.0


def dlpack_objects_refuse_copy_false():
    """Of an object that has only `__dlpack__`, `copy=False` raises a ValueError, though the object can be shared."""

    class Frame:
        def __init__(self):
            self.pixels = np.zeros(2)

        def __dlpack__(self, **options):
            return self.pixels.__dlpack__(**options)

        def __dlpack_device__(self):
            return self.pixels.__dlpack_device__()

    frame = Frame()
    with np.testing.assert_raises_regex(ValueError, "can't alias arbitrary sequence"):
        torch.asarray(frame, copy=False)
    torch.from_dlpack(frame)[0] = 1.0
    assert frame.pixels[0] == 1.0


def capsules_obey_copy():
    """Of a DLPack capsule, `torch.asarray` shares with `copy=False` and copies with `copy=True`."""
    levels = np.zeros(2)
    torch.asarray(levels.__dlpack__(), copy=False)[0] = 1.0
    torch.asarray(levels.__dlpack__(), copy=True)[1] = 1.0
    assert levels.tolist() == [1.0, 0.0]


def refuses_the_array_method():
    """An object that has only `__array__` raises a RuntimeError: `torch.asarray` never calls that method."""

    class Table:
        def __array__(self, dtype=None, copy=None):
            return np.array([20.5, 21.0])

    with np.testing.assert_raises_regex(RuntimeError, "Could not infer dtype of Table"):
        torch.asarray(Table())
    assert torch.asarray(np.asarray(Table())).tolist() == [20.5, 21.0]


def returns_the_tensor_itself():
    """Of a tensor that fits, `torch.asarray` returns that same tensor."""
    scores = torch.zeros(2)
    assert torch.asarray(scores) is scores
    assert torch.asarray(scores, copy=False) is scores


def sets_requires_grad():
    """`requires_grad=True` makes a leaf that still shares with the array."""
    start = np.array([1.0, 2.0])
    weights = torch.asarray(start, requires_grad=True)
    assert weights.requires_grad
    assert weights.is_leaf
    start[0] = 9.0
    assert weights.tolist() == [9.0, 2.0]


def requires_grad_changes_your_tensor():
    """Of a tensor, `requires_grad=True` makes your tensor itself require grad."""
    scores = torch.zeros(2)
    torch.asarray(scores, requires_grad=True)
    assert scores.requires_grad


def requires_grad_false_stops_your_weights():
    """Of a leaf, `requires_grad=False` switches off the `requires_grad` of your tensor itself, so it stops learning."""
    weights = torch.zeros(2, requires_grad=True)
    torch.asarray(weights, requires_grad=False)
    assert not weights.requires_grad


def requires_grad_false_detaches_results():
    """Of the result of an operation, `requires_grad=False` gives a detached tensor over the same memory."""
    weights = torch.zeros(2, requires_grad=True)
    doubled = weights * 2
    detached = torch.asarray(doubled, requires_grad=False)
    detached[0] = 1.0
    assert not detached.requires_grad
    assert doubled.requires_grad
    assert doubled.tolist() == [1.0, 0.0]


def keeps_requires_grad():
    """`torch.asarray` of a tensor that requires grad requires it too, with a warning where `requires_grad=` is left out."""
    weights = torch.zeros(2, requires_grad=True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert torch.asarray(weights, requires_grad=True).requires_grad
        assert not caught
        assert torch.asarray(weights).requires_grad
    assert any("now defaults to obj.requires_grad" in str(one.message) for one in caught)


def integers_cannot_require_grad():
    """`torch.asarray` of an integer array with `requires_grad=True` raises a RuntimeError, and works with a float `dtype=`."""
    counts = np.array([1, 2])
    with np.testing.assert_raises_regex(RuntimeError, "floating point and complex dtype can require gradients"):
        torch.asarray(counts, requires_grad=True)
    assert torch.asarray(counts, dtype=torch.float32, requires_grad=True).is_leaf


def update_changes_the_array():
    """Where weights of `torch.asarray` share, each update changes the array that they started from, and not with `copy=True`."""
    start = np.array([0.5, -0.5])
    own = torch.asarray(start, copy=True, requires_grad=True)
    shared = torch.asarray(start, requires_grad=True)
    with torch.no_grad():
        own.fill_(1.0)
        assert start.tolist() == [0.5, -0.5]
        shared.fill_(1.0)
    assert start.tolist() == [1.0, 1.0]


def float64_meets_float32_weights():
    """A float64 array gives a tensor that a layer with float32 weights refuses with a RuntimeError, unless `dtype=` casts it."""
    features = np.array([[5.1, 3.5], [4.9, 3.0]])
    layer = torch.nn.Linear(2, 1)
    with np.testing.assert_raises_regex(RuntimeError, "must have the same dtype"):
        layer(torch.asarray(features))
    assert layer(torch.asarray(features, dtype=torch.float32)).dtype == torch.float32


def follows_default_device():
    """`torch.asarray` of an array copies to the default device."""
    torch.set_default_device("meta")
    assert torch.asarray(np.array([0.25, 0.5])).device.type == "meta"


def cpu_shares_under_a_default_device():
    """With `device="cpu"`, the array is shared whatever the default device is."""
    torch.set_default_device("meta")
    levels = np.array([0.25, 0.5])
    torch.asarray(levels, device="cpu")[0] = 9.0
    assert levels[0] == 9.0


def refuses_reversed_even_to_copy():
    """`torch.asarray` of a reversed array raises a ValueError, with `copy=True` too."""
    samples = np.arange(3.0)
    with np.testing.assert_raises_regex(ValueError, "negative"):
        torch.asarray(samples[::-1])
    with np.testing.assert_raises_regex(ValueError, "negative"):
        torch.asarray(samples[::-1], copy=True)


def refuses_byte_order_even_to_copy():
    """`torch.asarray` of an array in the other byte order raises a ValueError, with `copy=True` too."""
    samples = np.array([0.25, 0.5]).astype(np.dtype(np.float64).newbyteorder())
    with np.testing.assert_raises_regex(ValueError, "byte order"):
        torch.asarray(samples, copy=True)
    assert torch.asarray(samples.astype(np.float64)).tolist() == [0.25, 0.5]


def read_only_is_shared_with_a_warning():
    """`torch.asarray` shares a read-only array with a UserWarning, and a write through the tensor changes it, `copy=False` or not."""
    frozen = np.array([0.25, 0.5])
    frozen.flags.writeable = False
    torch.set_warn_always(True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.asarray(frozen)[0] = 9.0
        torch.asarray(frozen, copy=False)[1] = 9.0
    assert ["not writable" in str(one.message) for one in caught] == [True, True]
    assert frozen.tolist() == [9.0, 9.0]


def copies_read_only_without_warning():
    """A read-only array gives no warning where `torch.asarray` copies, for `copy=True` or another dtype."""
    frozen = np.array([0.25, 0.5])
    frozen.flags.writeable = False
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.asarray(frozen, copy=True)[0] = 9.0
        torch.asarray(frozen, dtype=torch.float32)[0] = 9.0
    assert not caught
    assert frozen.tolist() == [0.25, 0.5]


def drops_the_mask():
    """`torch.asarray` of a masked array loses its mask, even with `copy=False`, and what was masked counts as a number again."""
    readings = np.ma.array([20.5, -999.0], mask=[False, True])
    assert torch.asarray(readings, copy=False).tolist() == [20.5, -999.0]
