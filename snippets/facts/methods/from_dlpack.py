"""Facts of docs/methods/from_dlpack.md."""

import gc

import numpy as np
import torch


def shares_memory():
    """`torch.from_dlpack` gives a tensor on the array's memory, with its dtype: each side reads what the other writes."""
    temperatures = np.array([20.5, 21.0, 22.5])
    tensor = torch.from_dlpack(temperatures)
    temperatures[0] = 0.0
    tensor[2] = 99.0
    assert tensor.tolist() == temperatures.tolist() == [0.0, 21.0, 99.0]
    assert tensor.dtype == torch.float64


def copy_true_copies():
    """`torch.from_dlpack` with `copy=True` copies, and with `copy=False` shares or raises."""
    levels = np.zeros(2)
    torch.from_dlpack(levels, copy=True)[0] = 1.0
    torch.from_dlpack(levels, copy=False)[1] = 1.0
    assert levels.tolist() == [0.0, 1.0]


def copy_true_takes_reversed_arrays():
    """`torch.from_dlpack` with `copy=True` takes a reversed array, the one call that takes it as it is."""
    samples = np.arange(3.0)
    assert torch.from_dlpack(samples[::-1], copy=True).tolist() == [2.0, 1.0, 0.0]


def keeps_strides():
    """`torch.from_dlpack` keeps strides: a transposed array gives a transposed tensor that shares."""
    image = np.zeros((2, 3))
    tensor = torch.from_dlpack(image.T)
    tensor[2, 0] = 1.0
    assert tensor.stride() == (1, 3)
    assert image[0, 2] == 1.0


def refuses_byte_order():
    """An array in the other byte order raises a BufferError, where `torch.from_numpy` has a ValueError."""
    heights = np.array([1.0, 2.0], dtype=np.dtype(np.float32).newbyteorder("S"))
    with np.testing.assert_raises_regex(BufferError, "DLPack only supports native byte order"):
        torch.from_dlpack(heights)


def refuses_text_and_objects():
    """`torch.from_dlpack` of text, Python objects and dates raises a BufferError."""
    for array in (np.array(["cat"]), np.array([None]), np.zeros(1, "datetime64[s]")):
        with np.testing.assert_raises_regex(BufferError, "DLPack only supports"):
            torch.from_dlpack(array)


def refuses_lists():
    """A list raises a RuntimeError that speaks of an invalid capsule: the function takes what has `__dlpack__`."""
    with np.testing.assert_raises_regex(RuntimeError, "invalid capsule"):
        torch.from_dlpack([1.0, 2.0])


def keeps_buffer_alive():
    """The tensor of `torch.from_dlpack` keeps the array's buffer alive."""
    samples = np.arange(3.0)
    tensor = torch.from_dlpack(samples)
    del samples
    gc.collect()
    assert tensor.tolist() == [0.0, 1.0, 2.0]


def ignores_default_device():
    """The tensor of `torch.from_dlpack` stays on the device of its data, whatever the default device is."""
    torch.set_default_device("meta")
    assert torch.from_dlpack(np.zeros(2)).device.type == "cpu"


def mask_is_lost():
    """`torch.from_dlpack` of a masked array loses its mask."""
    readings = np.ma.array([20.5, -999.0], mask=[False, True])
    assert torch.from_dlpack(readings).tolist() == [20.5, -999.0]


def says_where_the_data_is():
    """`__dlpack_device__` of an array and of a CPU tensor says the same: device type 1, which is the CPU."""
    assert np.zeros(2).__dlpack_device__() == (1, 0)
    assert tuple(map(int, torch.zeros(2).__dlpack_device__())) == (1, 0)
