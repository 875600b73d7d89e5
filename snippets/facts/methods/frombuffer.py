"""Facts of docs/methods/frombuffer.md."""

import array
import mmap
import warnings

import numpy as np
import torch


def shares_memory():
    """`torch.frombuffer` gives a 1-d tensor on the memory of a buffer, such as a `bytearray`: writes reach it."""
    packet = bytearray(b"\x01\x02\x03")
    tensor = torch.frombuffer(packet, dtype=torch.uint8)
    tensor[0] = 9
    assert packet == b"\x09\x02\x03"


def needs_a_dtype():
    """`torch.frombuffer` does not guess: `dtype=` has to be given, and is how the bytes are read."""
    with np.testing.assert_raises_regex(TypeError, "dtype"):
        torch.frombuffer(bytearray(4))
    assert torch.frombuffer(bytearray(4), dtype=torch.int16).shape == (2,)


def count_and_offset():
    """In `torch.frombuffer`, `offset=` counts bytes and `count=` counts elements."""
    packet = bytearray(b"\xff\xff" + np.array([1, 2, 3], np.int16).tobytes())
    assert torch.frombuffer(packet, dtype=torch.int16, offset=2, count=2).tolist() == [1, 2]


def size_has_to_fit():
    """Without `count=`, `torch.frombuffer` wants a whole number of elements in the bytes, or raises a ValueError."""
    with np.testing.assert_raises_regex(ValueError, "buffer length"):
        torch.frombuffer(bytearray(5), dtype=torch.float32)


def empty_raises():
    """An empty buffer raises a ValueError, where `np.frombuffer` gives an empty array."""
    with np.testing.assert_raises_regex(ValueError, "both buffer length"):
        torch.frombuffer(bytearray(), dtype=torch.uint8)
    assert np.frombuffer(bytearray(), np.uint8).shape == (0,)


def bytes_warn_and_are_written():
    """`torch.frombuffer` of `bytes`, which are read-only, gives a warning, and a write through the tensor changes them all the same."""
    packet = b"abc"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.frombuffer(packet, dtype=torch.uint8)[0] = ord("x")
    assert packet[0] == ord("x")
    assert any("buffer is not writable" in str(one.message) for one in caught)


def takes_array_array():
    """An `array.array` is shared with the dtype that you name."""
    readings = array.array("f", [20.5, 21.0])
    tensor = torch.frombuffer(readings, dtype=torch.float32)
    tensor[1] = 0.0
    assert readings.tolist() == [20.5, 0.0]


def does_not_pin_the_buffer():
    """`torch.frombuffer` does not pin the buffer: a `bytearray` may still grow and move, and the tensor then lies on freed memory."""
    packet = bytearray(b"abc")
    tensor = torch.frombuffer(packet, dtype=torch.uint8)
    try:
        packet.extend(bytes(1_000_000))
    except BufferError as error:
        raise AssertionError("the buffer is pinned") from error
    assert torch.frombuffer(packet, dtype=torch.uint8).data_ptr() != tensor.data_ptr()


def numpy_pins_the_buffer():
    """`np.frombuffer` pins the buffer: while the array or a tensor over it lives, `bytearray.append` raises a BufferError."""
    packet = bytearray(b"abc")
    tensor = torch.from_numpy(np.frombuffer(packet, np.uint8))
    with np.testing.assert_raises_regex(BufferError, "cannot be re-sized"):
        packet.append(1)
    assert tensor.tolist() == [97, 98, 99]


def flattens_arrays():
    """`torch.frombuffer` takes an array as its bytes: a 2-d array gives a 1-d tensor."""
    image = np.array([[1, 2], [3, 4]], np.int16)
    assert torch.frombuffer(image, dtype=torch.int16).tolist() == [1, 2, 3, 4]


def needs_contiguous_memory():
    """`torch.frombuffer` needs contiguous memory, unlike `torch.from_numpy`: a slice with a step raises a RuntimeError or a ValueError."""
    samples = np.arange(6.0)
    with np.testing.assert_raises((ValueError, RuntimeError)):
        torch.frombuffer(samples[::2], dtype=torch.float64)
    assert torch.from_numpy(samples[::2]).tolist() == [0.0, 2.0, 4.0]


def takes_memory_maps():
    """An `mmap.mmap` is shared: a write through the tensor reaches the file."""
    with open("frames.bin", "wb") as file:
        file.write(bytes(4))
    with open("frames.bin", "r+b") as file:
        mapped = mmap.mmap(file.fileno(), 0)
        tensor = torch.frombuffer(mapped, dtype=torch.uint8)
        tensor[0] = 9
        mapped.flush()
    with open("frames.bin", "rb") as file:
        assert file.read() == b"\x09\x00\x00\x00"


def sets_requires_grad():
    """`requires_grad=True` makes a leaf over the buffer."""
    levels = bytearray(np.array([1.0, 2.0], np.float32).tobytes())
    weights = torch.frombuffer(levels, dtype=torch.float32, requires_grad=True)
    assert weights.requires_grad
    assert weights.is_leaf
