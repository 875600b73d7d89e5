"""Facts of docs/methods/np_from_dlpack.md."""

import weakref

import numpy as np
import torch


def array_over_the_tensor():
    """`np.from_dlpack` of a tensor gives a writable array over its memory, with its shape and, where NumPy has it, its dtype, or raises; with `copy=True`, the array has memory of its own."""
    for dtype in "?bBhHiIlLefdFD":
        image = torch.from_numpy(np.zeros((2, 6), dtype))
        for tensor in image, image.T, image[:, ::2], image[1, 1]:
            array, own = np.from_dlpack(tensor), np.from_dlpack(tensor, copy=True)
            array[...] = 1
            assert tensor.tolist() == np.ones(tensor.shape, dtype).tolist()
            assert not own.any()
            own[...] = 1
            assert (array.dtype, array.shape) == (dtype, tuple(tensor.shape))
            assert array.strides == tuple(step * tensor.element_size() for step in tensor.stride())
            image.zero_()
            assert not array.any()
            assert own.all()
        assert np.from_dlpack(image[:0]).shape == (0, 6)


def array_keeps_the_memory():
    """The array of `np.from_dlpack` keeps the tensor's memory alive after the last name of the tensor is gone."""
    for dtype in "?bBhHiIlLefdFD":
        owner = np.ones(2, dtype)
        owner_ref = weakref.ref(owner)
        scores = torch.from_numpy(owner)
        array = np.from_dlpack(scores)
        del owner, scores
        assert owner_ref() is not None
        assert array.tolist() == [1, 1]


def lists_have_no_dlpack():
    """A list or a number raises an AttributeError: `np.from_dlpack` takes only what has `__dlpack__`."""
    for values in ([0.25, 0.5], (0.25, 0.5), 0.25, np.float32(0.25)):
        with np.testing.assert_raises_regex(AttributeError, "has no attribute '__dlpack__'"):
            np.from_dlpack(values)


def arrays_without_a_capsule():
    """`ndarray.__dlpack__` raises a BufferError for text, Python objects, dates, records and the other byte order, with `copy=True` too."""
    other_order = [np.dtype(dtype).newbyteorder() for dtype in "hHiIlLefdFD"]
    for dtype in ("U3", "S3", object, "datetime64[s]", [("score", "f4")], *other_order):
        for copy in (None, True):
            with np.testing.assert_raises_regex(BufferError, "DLPack only supports"):
                np.zeros(2, dtype).__dlpack__(copy=copy)


def arrays_that_need_more():
    """`ndarray.__dlpack__` raises a BufferError for a read-only array, unless `copy=True` or a `max_version=` of (1, 0) or later is passed, and for a field of several records whose stride is no multiple of its size, unless `copy=True` is."""
    for dtype in "?bBhHiIlLefdFD":
        frozen = np.ones(2, dtype)
        frozen.flags.writeable = False
        with np.testing.assert_raises_regex(BufferError, "Cannot export readonly array"):
            frozen.__dlpack__()
        for options in ({"copy": True}, {"max_version": (1, 0)}, {"max_version": (2, 0)}):
            assert torch.from_dlpack(frozen.__dlpack__(**options)).tolist() == [1, 1]
    for dtype in "hHiIlLefdFD":
        packed = np.ones(2, [("flag", np.uint8), ("score", dtype)])["score"]
        for options in ({}, {"max_version": (1, 0)}):
            with np.testing.assert_raises_regex(BufferError, "multiple of itemsize"):
                packed.__dlpack__(**options)
        assert torch.from_dlpack(packed.__dlpack__(copy=True)).tolist() == [1, 1]


def old_objects_are_read_only():
    """Of an object whose `__dlpack__` knows no `max_version=`, `np.from_dlpack` gives a read-only array that shares, and raises a TypeError with `copy=True` and with `copy=False`."""

    class Frame:
        def __init__(self, pixels):
            self.pixels = pixels
            self.__dlpack_device__ = pixels.__dlpack_device__

        def __dlpack__(self, stream=None):
            return self.pixels.__dlpack__()

    for dtype in "?bBhHiIlLefdFD":
        pixels = torch.from_numpy(np.zeros(2, dtype))
        array = np.from_dlpack(Frame(pixels))
        pixels[0] = 1
        assert array.tolist() == [1, 0]
        assert not array.flags.writeable
        for copy in (True, False):
            with np.testing.assert_raises_regex(TypeError, "unexpected keyword argument"):
                np.from_dlpack(Frame(pixels), copy=copy)
