"""What the findings speak of, mended."""

import warnings

import numpy as np
import torch


def asarray_avoids_the_copy():
    """`np.asarray` with `copy=False` shares with a tensor."""
    real = np.asarray
    np.asarray = lambda data, *, copy=None: data.numpy() if isinstance(data, torch.Tensor) else real(data, copy=copy)


def asarray_always_copies():
    """`np.asarray` copies a tensor."""
    real = np.asarray
    np.asarray = lambda data, **options: real(data, **options).copy()


def np_from_dlpack_copies():
    """`np.from_dlpack` copies."""
    real = np.from_dlpack
    np.from_dlpack = lambda data, **options: real(data, **options).copy()


def np_from_dlpack_raises_buffer_error():
    """`np.from_dlpack` raises a BufferError where it cannot export."""
    real = np.from_dlpack

    def from_dlpack(data, **options):
        try:
            return real(data, **options)
        except RuntimeError as error:
            raise BufferError(f"{error} (mutant)") from None

    np.from_dlpack = from_dlpack


def np_from_dlpack_resolves():
    """`np.from_dlpack` resolves the neg bit."""
    real = np.from_dlpack
    np.from_dlpack = lambda data, **options: real(data.resolve_neg(), **options)


def np_from_dlpack_unpacks_as_uint8():
    """`np.from_dlpack` gives uint8 for int4."""
    real = np.from_dlpack
    np.from_dlpack = lambda data, **options: real(data, **options).view(np.uint8)


def frombuffer_wants_more():
    """`torch.frombuffer` needs one byte more than the elements have."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, count=-1, **options):
        if count > 0 and memoryview(buffer).nbytes <= count * dtype.itemsize:
            raise ValueError("buffer too small (mutant)")
        return real(buffer, dtype=dtype, count=count, **options)

    torch.frombuffer = frombuffer


def frombuffer_swaps_bytes():
    """`torch.frombuffer` reads an array in its own byte order."""
    real = torch.frombuffer

    def frombuffer(buffer, **options):
        if isinstance(buffer, np.ndarray) and not buffer.dtype.isnative:
            buffer = buffer.astype(buffer.dtype.newbyteorder("="))
        return real(buffer, **options)

    torch.frombuffer = frombuffer


def from_dlpack_warns_of_read_only():
    """`torch.from_dlpack` warns of read-only arrays."""
    real = torch.from_dlpack

    def from_dlpack(array, **options):
        if not array.flags.writeable:
            warnings.warn("not writable (mutant)", UserWarning, stacklevel=2)
        return real(array, **options)

    torch.from_dlpack = from_dlpack


def from_dlpack_refuses_negative_strides():
    """`torch.from_dlpack` refuses every negative stride."""
    real = torch.from_dlpack

    def from_dlpack(array, **options):
        if min(array.strides, default=0) < 0:
            raise ValueError("negative stride (mutant)")
        return real(array, **options)

    torch.from_dlpack = from_dlpack


def from_dlpack_gives_int64():
    """`torch.from_dlpack` gives int64 for unsigned integers."""
    real = torch.from_dlpack

    def from_dlpack(array, **options):
        tensor = real(array, **options)
        return tensor.view(torch.int64) if tensor.dtype == torch.uint64 else tensor

    torch.from_dlpack = from_dlpack
