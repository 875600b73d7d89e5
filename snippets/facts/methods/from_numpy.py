"""Facts of docs/methods/from_numpy.md."""

import gc
import warnings

import numpy as np
import torch


def shares_memory():
    """`torch.from_numpy` gives a tensor on the array's buffer: a write to either is read through the other."""
    temperatures = np.array([20.5, 21.0, 22.5])
    tensor = torch.from_numpy(temperatures)
    temperatures[0] = 0.0
    tensor[2] = 99.0
    assert tensor.tolist() == temperatures.tolist() == [0.0, 21.0, 99.0]


def keeps_dtype():
    """The tensor of `torch.from_numpy` has the array's dtype."""
    for dtype in (np.bool_, np.uint8, np.int64, np.float16, np.float32, np.float64, np.complex64):
        tensor = torch.from_numpy(np.zeros(2, dtype))
        assert str(tensor.dtype) == f"torch.{np.dtype(dtype).name}"


def unsigned_integers():
    """`torch.from_numpy` takes uint16, uint32 and uint64 arrays, with all their values."""
    for dtype in (np.uint16, np.uint32, np.uint64):
        counts = np.array([0, np.iinfo(dtype).max], dtype)
        assert torch.from_numpy(counts).tolist() == counts.tolist()


def python_floats_give_float64():
    """An array of Python floats is float64, and so is the tensor that `torch.from_numpy` makes of it."""
    readings = np.array([20.5, 21.0])
    assert torch.from_numpy(readings).dtype == torch.float64


def ignores_default_dtype():
    """`torch.from_numpy` takes no notice of `torch.set_default_dtype`."""
    torch.set_default_dtype(torch.float16)
    readings = np.array([20.5, 21.0])
    assert torch.from_numpy(readings).dtype == torch.float64


def ignores_default_device():
    """`torch.from_numpy` gives a CPU tensor whatever `torch.set_default_device` says."""
    torch.set_default_device("meta")
    assert torch.from_numpy(np.zeros(2)).device.type == "cpu"


def requires_no_grad():
    """The tensor of `torch.from_numpy` does not require grad."""
    tensor = torch.from_numpy(np.array([1.0, 2.0]))
    assert not tensor.requires_grad
    assert tensor.is_leaf


def in_place_reaches_the_array():
    """`tensor += 10` writes into the array, `tensor = tensor + 10` does not."""
    pixels = np.array([1, 2])
    tensor = torch.from_numpy(pixels)
    tensor += 10
    tensor = tensor + 10
    assert pixels.tolist() == [11, 12]
    assert tensor.tolist() == [21, 22]


def shares_transposed_view():
    """`torch.from_numpy` needs no contiguous array: it shares a transposed one, with its strides."""
    image = np.zeros((2, 3))
    tensor = torch.from_numpy(image.T)
    tensor[2, 0] = 1.0
    assert image[0, 2] == 1.0
    assert tensor.stride() == (1, 3)
    assert not tensor.is_contiguous()


def shares_every_other_column():
    """`torch.from_numpy` shares a slice with a step: the tensor's stride is that of the slice."""
    samples = np.zeros((2, 6))
    tensor = torch.from_numpy(samples[:, ::2])
    tensor[:] = 1.0
    assert samples.tolist() == [[1, 0, 1, 0, 1, 0]] * 2
    assert tensor.stride() == (6, 2)


def shares_fortran_order():
    """`torch.from_numpy` shares an array in Fortran order as it lies in memory."""
    samples = np.zeros((2, 3), order="F")
    tensor = torch.from_numpy(samples)
    tensor[1, 2] = 1.0
    assert samples[1, 2] == 1.0
    assert tensor.stride() == (1, 2)


def counts_strides_in_elements():
    """NumPy counts strides in bytes, PyTorch in elements."""
    samples = np.zeros((2, 3), np.float32)
    assert samples.strides == (12, 4)
    assert torch.from_numpy(samples).stride() == (3, 1)


def zero_d_shares():
    """`torch.from_numpy` of a 0-d array gives a 0-d tensor, which shares too."""
    level = np.array(0.5)
    tensor = torch.from_numpy(level)
    tensor.fill_(2.0)
    assert tensor.shape == ()
    assert level == 2.0


def empty_keeps_shape():
    """`torch.from_numpy` of an empty array keeps its shape and dtype."""
    tensor = torch.from_numpy(np.zeros((0, 3), np.int16))
    assert tensor.shape == (0, 3)
    assert tensor.dtype == torch.int16


def keeps_buffer_alive():
    """The tensor of `torch.from_numpy` keeps the array's buffer alive after the last name of the array is gone."""
    samples = np.arange(3.0)
    tensor = torch.from_numpy(samples)
    del samples
    gc.collect()
    assert tensor.tolist() == [0.0, 1.0, 2.0]


def resize_is_refused():
    """While a tensor uses its buffer, `ndarray.resize` raises a ValueError."""
    samples = np.arange(3.0)
    tensor = torch.from_numpy(samples)
    with np.testing.assert_raises_regex(ValueError, "references or is referenced"):
        samples.resize(1000)
    assert tensor.tolist() == [0.0, 1.0, 2.0]


def read_only_warns_once():
    """`torch.from_numpy` of a read-only array gives a warning, once per process."""
    frozen = np.zeros(2)
    frozen.flags.writeable = False
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.from_numpy(frozen)
        torch.from_numpy(frozen)
    assert [str(one.message)[:35] for one in caught] == ["The given NumPy array is not writab"]


def set_warn_always_warns_each_time():
    """Under `torch.set_warn_always`, each read-only array gives the warning."""
    frozen = np.zeros(2)
    frozen.flags.writeable = False
    torch.set_warn_always(True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.from_numpy(frozen)
        torch.from_numpy(frozen)
    assert len(caught) == 2


def writes_through_read_only():
    """A write through the tensor of `torch.from_numpy` changes a read-only array, even one over `bytes`."""
    message = b"abc"
    letters = np.frombuffer(message, np.uint8)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.from_numpy(letters)[0] = ord("x")
    assert message[0] == ord("x")


def reads_read_only_map():
    """Reading through the `torch.from_numpy` of a read-only memory map works."""
    np.save("frames.npy", np.arange(4))
    frames = np.load("frames.npy", mmap_mode="r")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tensor = torch.from_numpy(frames)
    assert not frames.flags.writeable
    assert tensor.sum() == 6


def private_map_leaves_the_file():
    """With `mmap_mode="c"`, array and tensor share and are writable, and the file does not change."""
    np.save("frames.npy", np.arange(4))
    frames = np.load("frames.npy", mmap_mode="c")
    torch.from_numpy(frames)[0] = 9
    assert frames[0] == 9
    assert np.load("frames.npy")[0] == 0


def writable_map_changes_the_file():
    """With `mmap_mode="r+"`, a write through the tensor of `torch.from_numpy` changes the file."""
    np.save("frames.npy", np.arange(4))
    frames = np.load("frames.npy", mmap_mode="r+")
    torch.from_numpy(frames)[0] = 9
    frames.flush()
    assert np.load("frames.npy")[0] == 9


def refuses_negative_strides():
    """A tensor cannot have a negative stride: `torch.from_numpy` of a reversed array raises a ValueError."""
    samples = np.arange(5)
    assert samples[::-1].strides == (-8,)
    with np.testing.assert_raises_regex(ValueError, "stride in the given numpy array is negative"):
        torch.from_numpy(samples[::-1])


def refuses_reversed_axis_of_length_1():
    """`torch.from_numpy` refuses an axis of length 1 that was reversed: it has a negative stride too, though nothing moved."""
    batch = np.arange(4.0).reshape(1, 4)[::-1]
    assert batch.tolist() == [[0.0, 1.0, 2.0, 3.0]]
    with np.testing.assert_raises_regex(ValueError, "negative"):
        torch.from_numpy(np.ascontiguousarray(batch))
    assert torch.from_numpy(batch.copy()).shape == (1, 4)


def refuses_byte_order():
    """`torch.from_numpy` of an array in the other byte order raises a ValueError."""
    heights = np.array([1.0, 2.0], dtype=np.dtype(np.float32).newbyteorder("S"))
    with np.testing.assert_raises_regex(ValueError, "byte order different from the native byte order"):
        torch.from_numpy(heights)


def refuses_packed_field():
    """`torch.from_numpy` of a float field of packed records raises a ValueError where its stride is no multiple of its size."""
    records = np.zeros(3, dtype=[("flag", np.uint8), ("score", np.float32)])
    with np.testing.assert_raises_regex(ValueError, "strides not a multiple of the element byte size"):
        torch.from_numpy(records["score"])


def refuses_text_objects_and_dates():
    """`torch.from_numpy` of an array of text, of Python objects or of dates raises a TypeError."""
    for array in (np.array(["cat"]), np.array([1, None]), np.array(["2024-01-01"], "datetime64[D]")):
        with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type"):
            torch.from_numpy(array)


def none_makes_objects():
    """A `None` among the numbers makes an array of Python objects; cast to float it is NaN, which `torch.from_numpy` takes."""
    levels = np.array([0.5, None])
    assert levels.dtype == object
    tensor = torch.from_numpy(levels.astype(np.float32))
    assert torch.isnan(tensor).tolist() == [False, True]


def refuses_lists():
    """`torch.from_numpy` takes arrays only: a list raises a TypeError, and so does a NumPy scalar."""
    for value in ([1, 2], np.float32(1.0)):
        with np.testing.assert_raises_regex(TypeError, "expected np.ndarray"):
            torch.from_numpy(value)


def mask_is_lost():
    """`torch.from_numpy` loses the mask of a masked array: the tensor holds the masked values among the others."""
    readings = np.ma.array([20.5, -999.0], mask=[False, True])
    assert torch.from_numpy(readings).tolist() == [20.5, -999.0]


def broadcast_has_stride_0():
    """`torch.from_numpy` of a broadcast array gives a tensor with stride 0, in which one write changes every row."""
    row = np.zeros(3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tensor = torch.from_numpy(np.broadcast_to(row, (2, 3)))
    tensor[0, 0] = 1.0
    assert tensor.stride() == (0, 1)
    assert tensor[:, 0].tolist() == [1.0, 1.0]


def accepts_unaligned():
    """`torch.from_numpy` does not check the alignment: it shares a float32 view that begins at byte 1."""
    data = np.zeros(9, np.uint8)
    levels = data[1:].view(np.float32)
    torch.from_numpy(levels)[0] = 1.0
    assert not levels.flags.aligned
    assert levels[0] == 1.0


def autograd_is_blind_to_the_array():
    """A write through the array of `torch.from_numpy` to a leaf that requires grad raises nothing: autograd cannot see it."""
    start = np.array([1.0, 2.0])
    weights = torch.from_numpy(start).requires_grad_()
    start[0] = 5.0
    assert weights[0].item() == 5.0
    with np.testing.assert_raises_regex(RuntimeError, "leaf Variable that requires grad"):
        weights[0] = 6.0


def update_changes_the_array():
    """An update of weights that came from `torch.from_numpy` changes the array."""
    start = np.array([1.0, 2.0])
    weights = torch.from_numpy(start).requires_grad_()
    weights.sum().backward()
    torch.optim.SGD([weights], lr=0.5).step()
    assert start.tolist() == [0.5, 1.5]


def share_memory_cuts_the_link():
    """`Tensor.share_memory_` moves the tensor to other memory, and cuts it off its array."""
    counts = np.zeros(2)
    tensor = torch.from_numpy(counts).share_memory_()
    tensor[0] = 1.0
    assert counts[0] == 0.0


def each_call_shares():
    """Two calls of `torch.from_numpy` on one array give two tensors over one buffer."""
    counts = np.zeros(2)
    first, second = torch.from_numpy(counts), torch.from_numpy(counts)
    first[0] = 1.0
    assert first is not second
    assert second[0] == 1.0
    assert first.data_ptr() == second.data_ptr()


def float64_meets_float32_weights():
    """The `torch.from_numpy` of a float64 array raises in a layer whose weights are float32."""
    layer = torch.nn.Linear(2, 1)
    readings = np.array([[20.5, 21.0]])
    with np.testing.assert_raises_regex(RuntimeError, "mat1 and mat2 must have the same dtype"):
        layer(torch.from_numpy(readings))
    assert layer(torch.from_numpy(readings.astype(np.float32))).shape == (1, 1)


def copy_first_is_independent():
    """`torch.from_numpy(array.copy())` gives a tensor that shares with nothing else, and keeps the dtype."""
    counts = np.array([1, 2], np.int16)
    tensor = torch.from_numpy(counts.copy())
    tensor[0] = 9
    assert counts.tolist() == [1, 2]
    assert tensor.dtype == torch.int16
