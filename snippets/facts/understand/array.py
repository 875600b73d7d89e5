"""Facts of docs/understand/array.md."""

import warnings

import numpy as np
import torch


def a_tensor_has_no_word_for_it():
    """A tensor has no negative stride, no other byte order, as files of another machine have, and no stride that is no multiple of the element's size, as a field of records may have: `torch.from_numpy` raises a ValueError for each."""
    for dtype in "hHiIlLefdFD":
        array = np.ones(4, dtype)
        with np.testing.assert_raises_regex(ValueError, "At least one stride"):
            torch.from_numpy(array[::-1])
        with np.testing.assert_raises_regex(ValueError, "byte order"):
            torch.from_numpy(array.astype(array.dtype.newbyteorder()))
        packed = np.ones(4, [("flag", "?"), ("value", dtype)])
        with np.testing.assert_raises_regex(ValueError, "not a multiple"):
            torch.from_numpy(packed["value"])
        pairs = np.ones(4, [("first", dtype), ("second", dtype)])
        assert torch.from_numpy(pairs["second"]).stride() == (2,)


def an_array_has_no_word_for_it():
    """`Tensor.numpy` without `force=True` raises a RuntimeError for a tensor that requires grad, where autograd is on, and for one with the conjugate or the negative bit, and a TypeError for another device and for bfloat16."""
    for dtype in torch.float16, torch.float32, torch.float64, torch.complex64, torch.complex128:
        weights = torch.ones(2, dtype=dtype, requires_grad=True)
        with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
            weights.numpy()
        for autograd_is_off in torch.no_grad(), torch.inference_mode(), torch.set_grad_enabled(False):
            with autograd_is_off:
                assert weights.numpy().tolist() == [1, 1]
    for dtype in torch.complex64, torch.complex128:
        waves = torch.ones(2, dtype=dtype).conj()
        with np.testing.assert_raises_regex(RuntimeError, "conjugate bit"):
            waves.numpy()
        with np.testing.assert_raises_regex(RuntimeError, "negative bit"):
            waves.imag.numpy()
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        torch.ones(2, dtype=torch.bfloat16).numpy()
    for dtype in torch.uint8, torch.int64, torch.float32, torch.complex64:
        with np.testing.assert_raises_regex(TypeError, "can't convert meta device type tensor to numpy"):
            torch.ones(2, dtype=dtype, device="meta").numpy()


def second_header():
    """`torch.from_numpy` writes a second header over the buffer of an array that has elements: the same address, dtype and shape, and the same strides, counted in elements."""
    warnings.simplefilter("ignore")
    for dtype in "?bBhHiIlLefdFD":
        table = np.ones((4, 6), dtype)
        for array in (table, table.T, table[1:, ::2], table[:1], np.broadcast_to(table, (2, 4, 6)), table[0, 0, ...]):
            tensor = torch.from_numpy(array)
            assert tensor.data_ptr() == array.ctypes.data
            assert tensor.numpy().dtype == array.dtype
            assert tensor.shape == array.shape
            assert tensor.stride() == tuple(stride // array.itemsize for stride in array.strides)
