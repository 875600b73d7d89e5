"""Facts of docs/methods/from_numpy.md."""

import contextlib
import gc
import warnings

import numpy as np
import torch


def shares_memory():
    """`torch.from_numpy` gives a tensor that shares the array's memory and has its dtype: a write on either side is read on the other."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.zeros(3, dtype)
        tensor = torch.from_numpy(array)
        array[0] = 1
        tensor[2] = 1
        assert tensor.tolist() == array.tolist() == [1, 0, 1]
        assert str(tensor.dtype) == f"torch.{array.dtype}"


def keeps_the_header():
    """The tensor of `torch.from_numpy` has the array's shape, is on the CPU, and does not require grad."""
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefdFD":
        table = np.zeros((4, 6), dtype)
        for array in (table, table.T, table[1:, ::2], table[0], table[:, :0], np.asarray(table[0, 0])):
            tensor = torch.from_numpy(array)
            assert tensor.shape == array.shape
            assert tensor.stride() == tuple(step // array.itemsize for step in array.strides)
            assert tensor.device.type == "cpu"
            assert not tensor.requires_grad


def cannot_grow():
    """`Tensor.resize_` of the tensor of `torch.from_numpy` raises a RuntimeError where the new shape does not fit into the array's memory."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.ones(6, dtype)
        for array in (samples, samples[::2], samples[0:1].reshape(()), samples[:0]):
            with np.testing.assert_raises_regex(RuntimeError, "not resizable"):
                torch.from_numpy(array).resize_(7)
        assert torch.from_numpy(samples).resize_(2, 2).tolist() == [[1, 1], [1, 1]]


def unsigned_integers():
    """`torch.from_numpy` takes arrays of `np.uint16`, `np.uint32` and `np.uint64`, with all their values."""
    for dtype in (np.uint16, np.uint32, np.uint64):
        counts = np.array([0, np.iinfo(dtype).max], dtype)
        assert torch.from_numpy(counts).tolist() == counts.tolist()


def python_floats_give_float64():
    """An array of Python floats is float64, and so is the tensor that `torch.from_numpy` makes of it."""
    readings = np.array([20.5, 21.0])
    assert readings.dtype == np.float64
    assert torch.from_numpy(readings).dtype == torch.float64


def float_shares_float32():
    """`torch.from_numpy(array).float()` copies a float64 array, and still shares a float32 one."""
    for dtype, held in ((np.float64, 0), (np.float32, 1)):
        features = np.zeros(2, dtype)
        batch = torch.from_numpy(features).float()
        batch[0] = 1
        assert batch.dtype == torch.float32
        assert features[0] == held


def ignores_default_dtype():
    """`torch.from_numpy` takes no notice of `torch.set_default_dtype`."""
    for default in (torch.float16, torch.float64):
        torch.set_default_dtype(default)
        for dtype in "?bBhHiIlLefdFD":
            readings = np.zeros(2, dtype)
            assert str(torch.from_numpy(readings).dtype) == f"torch.{readings.dtype}"


def ignores_default_device():
    """`torch.from_numpy` gives a CPU tensor whatever `torch.set_default_device` says."""
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefdFD":
        assert torch.from_numpy(np.zeros(2, dtype)).device.type == "cpu"


def in_place_reaches_the_array():
    """With a Python number or a tensor on the right, each in-place operator but `@=`, such as `tensor *= 2`, writes into an array of integers, floats or complex numbers, or raises; `tensor = tensor * 2`, `tensor @= tensor` and `tensor += array` leave it as it is."""
    for dtype in "bBhHiIlLefdFD":
        pixels = np.ones(2, dtype)
        tensor = torch.from_numpy(pixels)
        tensor *= 2
        tensor = tensor * 2
        assert pixels.tolist() == [2, 2]
        arithmetic = "__iadd__", "__isub__", "__itruediv__", "__ifloordiv__", "__imod__", "__ipow__"
        for operate in *arithmetic, "__iand__", "__ior__", "__ixor__", "__ilshift__", "__irshift__":
            tensor = torch.from_numpy(pixels)
            for other in 1, torch.ones_like(tensor):
                with contextlib.suppress(RuntimeError):  # as for &= and floats
                    assert getattr(tensor, operate)(other) is tensor
        held = pixels.tolist()
        tensor = torch.from_numpy(pixels)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tensor += np.ones(2, dtype)
        assert tensor.tolist() == [number + 1 for number in held]
        assert pixels.tolist() == held
        if dtype in "bBhilefdFD":
            pixels = np.array([[1, 2], [1, 1]], dtype)
            tensor = torch.from_numpy(pixels)
            tensor @= tensor
            assert tensor.tolist() == [[3, 4], [2, 3]]
            assert pixels.tolist() == [[1, 2], [1, 1]]


def shares_views():
    """`torch.from_numpy` needs no contiguous array: it shares a transposed one, one in Fortran order, a part and a slice with a positive step as they lie in memory."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((4, 6), dtype)
        for view in (image.T, np.zeros((4, 6), dtype, order="F"), image[1:, 2:], image[:, ::2]):
            tensor = torch.from_numpy(view)
            tensor[1, 2] = 1
            assert view[1, 2] == 1
            assert tensor.stride() == tuple(step // view.itemsize for step in view.strides)
            assert not tensor.is_contiguous()


def counts_strides_in_elements():
    """NumPy counts strides in bytes, PyTorch in elements."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros((2, 3), dtype)
        tensor = torch.from_numpy(samples)
        assert samples.strides == tuple(step * samples.itemsize for step in tensor.stride())


def zero_d_shares():
    """`torch.from_numpy` of a 0-d array gives a 0-d tensor, which shares too."""
    for dtype in "?bBhHiIlLefdFD":
        level = np.zeros((), dtype)
        tensor = torch.from_numpy(level)
        tensor.fill_(1)
        assert tensor.shape == ()
        assert level == 1


def empty_keeps_shape():
    """`torch.from_numpy` of an empty array keeps its shape and dtype."""
    for dtype in "?bBhHiIlLefdFD":
        boxes = np.zeros((0, 4), dtype)
        tensor = torch.from_numpy(boxes)
        assert tensor.shape == (0, 4)
        assert str(tensor.dtype) == f"torch.{boxes.dtype}"


def keeps_buffer_alive():
    """The tensor of `torch.from_numpy` keeps the array's buffer alive after the last name of the array is gone."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.ones(3, dtype)
        tensor = torch.from_numpy(samples)
        del samples
        gc.collect()
        assert tensor.tolist() == [1, 1, 1]


def resize_is_refused():
    """While a tensor of `torch.from_numpy` uses its buffer, `ndarray.resize` to another size raises a ValueError, unless it is told `refcheck=False`."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros(3, dtype)
        tensor = torch.from_numpy(samples)
        tensor[0] = 1
        assert samples.tolist() == [1, 0, 0]
        for size in (2, 1000):
            with np.testing.assert_raises_regex(ValueError, "references or is referenced"):
                samples.resize(size)
        samples.resize(1000, refcheck=False)


def read_only_warns_once():
    """`torch.from_numpy` of a read-only array gives a warning, once per process."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for dtype in "?bBhHiIlLefdFD":
            frozen = np.zeros(2, dtype)
            frozen.flags.writeable = False
            torch.from_numpy(frozen)
    assert [str(one.message)[:35] for one in caught] == ["The given NumPy array is not writab"]


def set_warn_always_warns_each_time():
    """Under `torch.set_warn_always(True)`, `torch.from_numpy` warns of each read-only array."""
    torch.set_warn_always(True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for dtype in "?bBhHiIlLefdFD":
            frozen = np.zeros(2, dtype)
            frozen.flags.writeable = False
            torch.from_numpy(frozen)
    assert len(caught) == 14


def writes_through_read_only():
    """A write through the tensor of `torch.from_numpy` changes a read-only array that is no memory map, even one over `bytes`."""
    for dtype in "?bBhHiIlLefdFD":
        message = bytes(32)
        frozen = np.frombuffer(message, dtype)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.from_numpy(frozen)[0] = 1
        assert not frozen.flags.writeable
        assert frozen[0] == 1
        assert message != bytes(32)


def reads_read_only_map():
    """With `mmap_mode="r"`, reading through the tensor of `torch.from_numpy` works."""
    for dtype in "?bBhHiIlLefdFD":
        np.save("frames.npy", np.ones(4, dtype))
        frames = np.load("frames.npy", mmap_mode="r")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tensor = torch.from_numpy(frames)
        assert tensor.tolist() == [1, 1, 1, 1]


def write_reaches_the_map():
    """A write through the tensor of `torch.from_numpy` changes a map opened with `mmap_mode="c"` and not its file, and with `mmap_mode="r+"` both."""
    for dtype in "?bBhHiIlLefdFD":
        np.save("frames.npy", np.zeros(4, dtype))
        for mode, in_file in (("c", 0), ("r+", 1)):
            frames = np.load("frames.npy", mmap_mode=mode)
            torch.from_numpy(frames)[0] = 1
            frames.flush()
            assert frames[0] == 1
            assert np.load("frames.npy")[0] == in_file


def refuses_negative_strides():
    """A tensor cannot have a negative stride: `torch.from_numpy` of a reversed array that is not empty raises a ValueError."""
    with np.testing.assert_raises_regex(RuntimeError, "Negative strides are not supported"):
        torch.zeros(5).as_strided((5,), (-1,))
    for dtype in "?bBhHiIlLefdFD":
        mirrored = np.zeros((2, 3), dtype)[:, ::-1]
        with np.testing.assert_raises_regex(ValueError, "stride in the given numpy array is negative"):
            torch.from_numpy(mirrored)


def refuses_reversed_axis_of_length_1():
    """`torch.from_numpy` refuses a reversed axis of length 1, though nothing moved: its stride is negative, and `np.ascontiguousarray` leaves it so, unlike `ndarray.copy`."""
    for dtype in "?bBhHiIlLefdFD":
        batch = np.arange(2).astype(dtype).reshape(1, 2)[::-1]
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.from_numpy(np.ascontiguousarray(batch))
        assert torch.from_numpy(batch.copy()).tolist() == [[0, 1]]


def refuses_byte_order():
    """`torch.from_numpy` of numbers in the other byte order raises a ValueError."""
    for dtype in "hHiIlLefdFD":
        heights = np.zeros(2, np.dtype(dtype).newbyteorder("S"))
        with np.testing.assert_raises_regex(ValueError, "byte order different from the native byte order"):
            torch.from_numpy(heights)


def refuses_packed_field():
    """`torch.from_numpy` of a field of packed records raises a ValueError where the field's stride is no multiple of its size."""
    for dtype in "hHiIlLefdFD":
        records = np.zeros(3, [("flag", np.uint8), ("score", dtype)])
        with np.testing.assert_raises_regex(ValueError, "strides not a multiple of the element byte size"):
            torch.from_numpy(records["score"])


def refuses_text_objects_and_dates():
    """`torch.from_numpy` of an array of text, of Python objects or of dates raises a TypeError."""
    for dtype in ("U3", "S3", np.dtypes.StringDType(), object, "datetime64[D]", "timedelta64[s]"):
        with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type"):
            torch.from_numpy(np.zeros(2, dtype))


def none_makes_objects():
    """Without a dtype, a `None` among numbers makes an array of Python objects; cast to a float dtype it is NaN, which `torch.from_numpy` takes."""
    for dtype in (np.float16, np.float32, np.float64):
        levels = np.array([0.5, None])
        assert levels.dtype == object
        tensor = torch.from_numpy(levels.astype(dtype))
        assert torch.isnan(tensor).tolist() == [False, True]


def refuses_lists():
    """`torch.from_numpy` takes arrays only: a list raises a TypeError, and so do a tensor and a NumPy scalar."""
    for value in ([1, 2], torch.zeros(2), *(np.dtype(dtype).type(1) for dtype in "?bBhHiIlLefdFD")):
        with np.testing.assert_raises_regex(TypeError, "expected np.ndarray"):
            torch.from_numpy(value)


def mask_is_lost():
    """`torch.from_numpy` loses the mask of a masked array: the tensor holds the masked values among the others."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.ma.array(np.array([0, 1], dtype), mask=[False, True])
        assert torch.from_numpy(readings).tolist() == [0, 1]


def broadcast_has_stride_0():
    """`torch.from_numpy` of an array that `np.broadcast_to` made has stride 0 where elements repeat: one write changes all of them."""
    for dtype in "?bBhHiIlLefdFD":
        row = np.zeros(3, dtype)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tensor = torch.from_numpy(np.broadcast_to(row, (2, 3)))
        tensor[0, 0] = 1
        assert tensor.stride() == (0, 1)
        assert tensor[:, 0].tolist() == [1, 1]


def autograd_is_blind_to_the_array():
    """Autograd cannot see a write to the array of `torch.from_numpy`: it raises nothing, where one to the leaf that requires grad raises a RuntimeError."""
    for dtype in "efdFD":
        start = np.array([1, 2], dtype)
        weights = torch.from_numpy(start).requires_grad_()
        start[0] = 5
        assert weights[0].item() == 5
        with np.testing.assert_raises_regex(RuntimeError, "leaf Variable that requires grad"):
            weights[0] = 6


def update_changes_the_array():
    """A step of an optimizer over weights that came from `torch.from_numpy` changes the array."""
    for dtype in "efdFD":
        for optimizer in (torch.optim.SGD, torch.optim.Adam):
            start = np.ones(2, dtype)
            weights = torch.from_numpy(start).requires_grad_()
            weights.sum().real.backward()
            optimizer([weights], lr=0.5).step()
            assert (start.real < 0.6).all()


def share_memory_cuts_the_link():
    """`Tensor.share_memory_` moves the tensor of `torch.from_numpy` to other memory, and cuts it off the array."""
    for dtype in "?bBhHiIlLefdFD":
        counts = np.zeros(2, dtype)
        tensor = torch.from_numpy(counts)
        tensor[0] = 1
        tensor.share_memory_()
        tensor[1] = 1
        assert counts.tolist() == [1, 0]


def each_call_shares():
    """Two calls of `torch.from_numpy` on one array give two tensors over one buffer."""
    for dtype in "?bBhHiIlLefdFD":
        counts = np.zeros(2, dtype)
        first, second = torch.from_numpy(counts), torch.from_numpy(counts)
        first[0] = 1
        assert first is not second
        assert second.tolist() == [1, 0]


def float64_meets_float32_weights():
    """The `torch.from_numpy` of a float64 array keeps its dtype, and raises a RuntimeError in a `torch.nn.Linear` whose weights are float32."""
    layer = torch.nn.Linear(2, 1)
    readings = np.array([[20.5, 21.0]])
    with np.testing.assert_raises_regex(RuntimeError, "mat1 and mat2 must have the same dtype"):
        layer(torch.from_numpy(readings))
