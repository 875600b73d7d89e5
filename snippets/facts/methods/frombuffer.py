"""Facts of docs/methods/frombuffer.md."""

import array
import contextlib
import mmap
import warnings

import numpy as np
import torch


def shares_memory():
    """`torch.frombuffer` gives a 1-d tensor on the memory of a buffer, such as a `bytearray`: writes reach it."""
    floats = (torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64, torch.complex128)
    signed = (torch.int8, torch.int16, torch.int32, torch.int64)
    for dtype in (torch.bool, torch.uint8, torch.uint16, torch.uint32, torch.uint64, *signed, *floats):
        packet = bytearray(32)
        tensor = torch.frombuffer(packet, dtype=dtype)
        assert tensor.shape == (32 // dtype.itemsize,)
        tensor[0] = 1
        assert any(packet)


def limits():
    """`torch.frombuffer` needs contiguous bytes, warns of read-only ones, to which its tensor can write, and gives a CPU tensor that cannot grow."""
    torch.set_default_device("meta")
    torch.set_warn_always(True)
    for dtype in (torch.uint8, torch.int8, torch.bool, torch.int16, torch.float32, torch.float64, torch.complex64):
        with np.testing.assert_raises_regex(RuntimeError, "could not retrieve buffer"):
            torch.frombuffer(memoryview(bytearray(32))[::2], dtype=dtype)
        packet = bytes(16)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            tensor = torch.frombuffer(packet, dtype=dtype)
        assert any("not writable" in str(one.message) for one in caught)
        tensor[0] = 1
        assert packet != bytes(16)
        assert tensor.device.type == "cpu"
        with np.testing.assert_raises_regex(RuntimeError, "not resizable"):
            tensor.resize_(17)


def needs_a_dtype():
    """`torch.frombuffer` without `dtype=`, or with one of NumPy, raises a TypeError: it does not guess how the bytes are read."""
    for buffer in (bytearray(4), array.array("f", [1.0]), np.ones(2)):
        for options in ({}, {"dtype": np.float32}, {"dtype": np.dtype("float32")}):
            with np.testing.assert_raises_regex(TypeError, "dtype"):
                torch.frombuffer(buffer, **options)


def count_and_offset():
    """In `torch.frombuffer`, `offset=` counts bytes and `count=` counts elements; a negative `count=` takes all that follow."""
    for dtype, read_as in ((np.int16, torch.int16), (np.float64, torch.float64), (np.complex64, torch.complex64)):
        packet = bytearray(b"\xff" + np.array([1, 2, 3], dtype).tobytes())
        assert torch.frombuffer(packet, dtype=read_as, offset=1, count=2).tolist() == [1, 2]
        assert torch.frombuffer(packet, dtype=read_as, offset=1, count=-2).tolist() == [1, 2, 3]


def size_has_to_fit():
    """Without `count=`, `torch.frombuffer` raises a ValueError if the bytes from `offset=` on are no whole number of elements."""
    for dtype in (torch.int16, torch.float16, torch.int32, torch.float32, torch.float64, torch.complex128):
        packet = bytearray(3 * dtype.itemsize + 1)
        with np.testing.assert_raises_regex(ValueError, "must be a multiple of element size"):
            torch.frombuffer(packet, dtype=dtype)
        assert torch.frombuffer(packet, dtype=dtype, offset=1).shape == (3,)


def empty_raises():
    """`torch.frombuffer` raises a ValueError for an empty buffer, for `count=0` and for an `offset=` at the end, where `np.frombuffer` gives an empty array."""
    for dtype, read_as in ((np.uint8, torch.uint8), (np.float32, torch.float32), (np.complex128, torch.complex128)):
        for size, options in ((0, {}), (32, {"count": 0}), (32, {"offset": 32})):
            with np.testing.assert_raises_regex(ValueError, "both buffer length|no greater than buffer length"):
                torch.frombuffer(bytearray(size), dtype=read_as, **options)
            assert np.frombuffer(bytearray(size), dtype, **options).shape == (0,)


def bytes_warn_and_are_written():
    """`torch.frombuffer` and `torch.asarray` share `bytes`, though Python takes them to be immutable, and give a UserWarning once per process."""
    packet = bytes([20, 21, 22])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.frombuffer(packet, dtype=torch.uint8)[0] = 98
        assert ["buffer is not writable" in str(one.message) for one in caught] == [True]
        torch.asarray(packet, dtype=torch.uint8)[1] = 99
        assert len(caught) == 1
    assert list(packet) == [98, 99, 22]


def takes_array_array():
    """`torch.frombuffer` shares an `array.array` as the dtype that you name, whatever its own type is."""
    for typecode in "bBhHiIlLqQfd":
        readings = array.array(typecode, [1, 2])
        tensor = torch.frombuffer(readings, dtype=torch.uint8)
        assert tensor.tolist() == list(readings.tobytes())
        tensor.fill_(0)
        assert readings.tolist() == [0, 0]


def does_not_pin_the_buffer():
    """`torch.frombuffer` and `torch.asarray` hold on to a `bytearray`, but not to its place: it may still grow and move, and the tensor then lies on freed memory."""
    for shared in (torch.frombuffer, torch.asarray):
        packet = bytearray(b"abc")
        tensor = shared(packet, dtype=torch.uint8)
        with contextlib.suppress(BufferError):
            packet.extend(bytes(1_000_000))
        assert shared(packet, dtype=torch.uint8).data_ptr() != tensor.data_ptr()


def numpy_pins_the_buffer():
    """`np.frombuffer` keeps a `bytearray` in its place: while the array or a tensor over it lives, `bytearray.append` raises a BufferError."""
    for over in (np.asarray, torch.from_numpy):
        packet = bytearray(b"abc")
        letters = over(np.frombuffer(packet, np.uint8))
        with np.testing.assert_raises_regex(BufferError, "cannot be re-sized"):
            packet.append(int(letters[0]))


def flattens_arrays():
    """`torch.frombuffer` of a C-contiguous array of numbers that has elements gives a 1-d tensor over its bytes, whatever its shape, 0-d too."""
    for dtype in "?bBhHiIlLefdFD":
        read_as = torch.from_numpy(np.zeros(1, dtype)).dtype
        for image in (np.zeros((2, 2), dtype), np.zeros((1, 2, 2), dtype), np.zeros((), dtype)):
            tensor = torch.frombuffer(image, dtype=read_as)
            tensor[0] = 1
            assert tensor.tolist() == image.ravel().tolist() == [1, 0, 0, 0][: image.size]


def needs_contiguous_memory():
    """`torch.frombuffer` of an array that is not C-contiguous raises a RuntimeError, where `torch.from_numpy` shares a transposed one and a slice with a positive step."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((2, 4), dtype)
        for view in (image.T, image[:, ::2]):
            with np.testing.assert_raises_regex(RuntimeError, "could not retrieve buffer"):
                torch.frombuffer(view, dtype=torch.uint8)
            torch.from_numpy(view)[0, 1] = 1
            assert view[0, 1] == 1


def takes_memory_maps():
    """`torch.frombuffer` shares an `mmap.mmap`: a write through the tensor reaches the file if the access is `mmap.ACCESS_WRITE`, and only memory if it is `mmap.ACCESS_COPY`."""
    for access, held in ((mmap.ACCESS_COPY, [0, 0, 0, 0]), (mmap.ACCESS_WRITE, [9, 0, 0, 0])):
        with open("frames.bin", "wb") as file:
            file.write(bytes(4))
        with open("frames.bin", "r+b") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=access)
        torch.frombuffer(mapped, dtype=torch.uint8)[0] = 9
        assert mapped[0] == 9
        mapped.flush()
        with open("frames.bin", "rb") as file:
            assert list(file.read()) == held


def sets_requires_grad():
    """With `requires_grad=True`, `torch.frombuffer` makes a leaf over the buffer, and raises a RuntimeError if `dtype=` is neither float nor complex."""
    for dtype in (torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64, torch.complex128):
        levels = bytearray(2 * dtype.itemsize)
        weights = torch.frombuffer(levels, dtype=dtype, requires_grad=True)
        assert weights.requires_grad
        assert weights.is_leaf
        weights.detach()[0] = 1
        assert any(levels)
    for dtype in (torch.bool, torch.uint8, torch.int32, torch.int64):
        with np.testing.assert_raises_regex(RuntimeError, "floating point and complex dtype"):
            torch.frombuffer(bytearray(8), dtype=dtype, requires_grad=True)


def converts_nothing():
    """`torch.frombuffer` converts nothing: the byte 255 is 255 as uint8, -1 as int8, True as bool, and stays as it is; two bytes are a bfloat16, which NumPy does not have."""
    packet = bytearray([255])
    for dtype, number in ((torch.uint8, 255), (torch.int8, -1), (torch.bool, True)):
        tensor = torch.frombuffer(packet, dtype=dtype)
        assert tensor.tolist() == [number]
        assert tensor.view(torch.uint8).tolist() == [255]
    halves = np.array([1.5, -2], np.float32).view(np.uint16)[1::2].tobytes()
    assert torch.frombuffer(bytearray(halves), dtype=torch.bfloat16).tolist() == [1.5, -2]


def takes_memoryviews():
    """`torch.frombuffer` shares what a `memoryview` shows, a part of a buffer, and does not look at its format; one that is not contiguous raises a RuntimeError."""
    packet = bytearray(range(8))
    for shown in (memoryview(packet)[2:6], memoryview(packet)[2:6].cast("f"), memoryview(packet)[2:6].cast("h")):
        tensor = torch.frombuffer(shown, dtype=torch.uint8)
        assert tensor.tolist() == [packet[2], 3, 4, 5]
        tensor[0] += 1
        assert packet[2] == tensor[0]
    with np.testing.assert_raises_regex(RuntimeError, "could not retrieve buffer"):
        torch.frombuffer(memoryview(packet)[::2], dtype=torch.uint8)


def stays_in_the_buffer():
    """`torch.frombuffer` raises a ValueError where `offset=` is negative or behind the end, and where `count=` elements, fewer than 2**59, reach beyond it."""
    for dtype in (torch.bool, torch.uint8, torch.float16, torch.int32, torch.float64, torch.complex128):
        packet = bytearray(2 * dtype.itemsize)
        for options in (
            {"offset": -1},
            {"offset": len(packet) + 1},
            {"count": 3},
            {"offset": 1, "count": 2},
            {"count": 2**59 - 1},
            {"offset": dtype.itemsize, "count": 2**59 - 1},
        ):
            with np.testing.assert_raises_regex(ValueError, "offset .* must be|must not be greater than actual"):
                torch.frombuffer(packet, dtype=dtype, **options)


def count_can_wrap():
    """`torch.frombuffer` counts bytes in 64 bits: where `offset=` and a `count=`, such as 2**62 of float32, come to 2**64 bytes, it raises nothing, and the tensor reaches beyond the buffer."""
    for dtype in torch.int32, torch.float32, torch.int64, torch.float64, torch.complex64, torch.complex128:
        packet = bytearray(2 * dtype.itemsize)
        for offset in 0, dtype.itemsize:
            count = (2**64 - offset) // dtype.itemsize
            tensor = torch.frombuffer(packet, dtype=dtype, count=count, offset=offset)
            assert tensor.numel() * dtype.itemsize + offset == 2**64


def needs_a_buffer():
    """`torch.frombuffer` of what has no buffer protocol, such as a list, an `int` or a tensor, raises a ValueError."""
    for values in ([1, 2], (1, 2), "1, 2", 1, torch.ones(2), torch.ones(2).untyped_storage()):
        with np.testing.assert_raises_regex(ValueError, "does not implement Python buffer protocol"):
            torch.frombuffer(values, dtype=torch.uint8)


def np_frombuffer_reads_float64():
    """Without a dtype, `np.frombuffer` reads float64, whatever was written."""
    for dtype in "?bBhHiIlLefdFD":
        sent = torch.from_numpy(np.ones(8, dtype)).numpy().tobytes()
        found = np.frombuffer(sent)
        assert (found.dtype, found.nbytes) == (np.float64, len(sent))
        assert np.frombuffer(sent, dtype).tolist() == [1] * 8
