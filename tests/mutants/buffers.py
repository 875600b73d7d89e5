"""DLPack and buffers, broken."""

import weakref

import numpy as np
import torch


def from_dlpack_copies():
    """`torch.from_dlpack` copies."""
    real = torch.from_dlpack
    torch.from_dlpack = lambda array, **options: real(array, **options).clone()


def from_dlpack_ignores_copy():
    """`torch.from_dlpack` does not look at `copy=`."""
    real = torch.from_dlpack
    torch.from_dlpack = lambda array, *, copy=None, **options: real(array, **options)


def from_dlpack_makes_contiguous():
    """`torch.from_dlpack` gives contiguous tensors."""
    real = torch.from_dlpack
    torch.from_dlpack = lambda array, **options: real(array, **options).contiguous()


def from_dlpack_swaps_bytes():
    """`torch.from_dlpack` takes both byte orders."""
    real = torch.from_dlpack

    def from_dlpack(array, **options):
        return real(array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("=")), **options)

    torch.from_dlpack = from_dlpack


def from_dlpack_takes_everything():
    """`torch.from_dlpack` takes lists, text and objects."""
    real = torch.from_dlpack

    def from_dlpack(array, **options):
        array = np.asarray(array)
        return torch.zeros(array.shape) if array.dtype.kind in "OUM" else real(array, **options)

    torch.from_dlpack = from_dlpack


def from_dlpack_forgets_its_buffer():
    """`torch.from_dlpack` gives a tensor whose values are lost with the array (here: set to 0)."""
    real = torch.from_dlpack

    def from_dlpack(array, **options):
        tensor = real(array.copy(), **options)
        weakref.finalize(array, tensor.fill_, 0)
        return tensor

    torch.from_dlpack = from_dlpack


def from_dlpack_follows_default_device():
    """`torch.from_dlpack` puts the tensor on the default device."""
    real = torch.from_dlpack
    torch.from_dlpack = lambda array, **options: real(array, **options).to(torch.get_default_device())


def from_dlpack_fills_masked():
    """`torch.from_dlpack` gives 0 where a masked array is masked."""
    real = torch.from_dlpack

    def from_dlpack(array, **options):
        return real(array.filled(0) if isinstance(array, np.ma.MaskedArray) else array, **options)

    torch.from_dlpack = from_dlpack


def dlpack_device_is_wrong():
    """`Tensor.__dlpack_device__` says device type 2."""
    torch.Tensor.__dlpack_device__ = lambda self: (2, 0)


def frombuffer_copies():
    """`torch.frombuffer` copies."""
    real = torch.frombuffer

    def frombuffer(buffer, *, requires_grad=False, **options):
        return real(buffer, **options).clone().requires_grad_(requires_grad)

    torch.frombuffer = frombuffer


def frombuffer_guesses():
    """`torch.frombuffer` takes uint8 without `dtype=`."""
    real = torch.frombuffer
    torch.frombuffer = lambda buffer, *, dtype=torch.uint8, **options: real(buffer, dtype=dtype, **options)


def frombuffer_counts_elements():
    """`torch.frombuffer` counts `offset=` in elements."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, offset=0, **options):
        return real(buffer, dtype=dtype, offset=offset * dtype.itemsize, **options)

    torch.frombuffer = frombuffer


def frombuffer_leaves_the_rest():
    """`torch.frombuffer` takes as many elements as fit, none of an empty buffer."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, count=-1, **options):
        fits = memoryview(buffer).nbytes // dtype.itemsize
        if count == -1 and fits == 0:
            return torch.zeros(0, dtype=dtype)
        return real(buffer, dtype=dtype, count=fits if count == -1 and "offset" not in options else count, **options)

    torch.frombuffer = frombuffer


def frombuffer_refuses_bytes():
    """`torch.frombuffer` refuses read-only buffers."""
    real = torch.frombuffer

    def frombuffer(buffer, **options):
        if memoryview(buffer).readonly:
            raise ValueError("read-only (mutant)")
        return real(buffer, **options)

    torch.frombuffer = frombuffer


def frombuffer_keeps_shapes():
    """`torch.frombuffer` gives a 2-d tensor for a 2-d array."""
    real = torch.frombuffer

    def frombuffer(buffer, **options):
        made = real(buffer, **options)
        return made.reshape(buffer.shape) if isinstance(buffer, np.ndarray) else made

    torch.frombuffer = frombuffer


def frombuffer_takes_steps():
    """`torch.frombuffer` takes slices with a step."""
    real = torch.frombuffer

    def frombuffer(buffer, **options):
        stepped = isinstance(buffer, np.ndarray) and not buffer.flags.c_contiguous
        return real(buffer.copy() if stepped else buffer, **options)

    torch.frombuffer = frombuffer


def frombuffer_ignores_requires_grad():
    """`torch.frombuffer` does not look at `requires_grad=`."""
    real = torch.frombuffer
    torch.frombuffer = lambda buffer, *, requires_grad=False, **options: real(buffer, **options)


def frombuffer_pins():
    """`torch.frombuffer` pins the buffer, as `np.frombuffer` does."""
    real = torch.frombuffer

    def frombuffer(buffer, **options):
        array = np.frombuffer(buffer, np.uint8)
        tensor = real(array, **options)
        tensor.pinned = array
        return tensor

    torch.frombuffer = frombuffer


def np_frombuffer_copies():
    """`np.frombuffer` copies."""
    real = np.frombuffer
    np.frombuffer = lambda *args, **options: real(*args, **options).copy()


def from_dlpack_requires_grad():
    """`torch.from_dlpack` gives leaves that require grad, where their dtype can."""
    real = torch.from_dlpack

    def from_dlpack(array, **options):
        tensor = real(array, **options)
        return tensor.requires_grad_() if tensor.is_floating_point() else tensor

    torch.from_dlpack = from_dlpack


def from_dlpack_gives_an_axis():
    """`torch.from_dlpack` gives a 0-d array an axis."""
    real = torch.from_dlpack

    def from_dlpack(array, **options):
        tensor = real(array, **options)
        return tensor if tensor.ndim else tensor.reshape(1)

    torch.from_dlpack = from_dlpack
