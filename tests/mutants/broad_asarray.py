"""`torch.asarray` and `torch.frombuffer`, broken in one thing that a sentence says."""

import array
import warnings

import numpy as np
import torch


def asarray_gives_zero_for_scalars():
    """`torch.asarray` gives 0 for each NumPy scalar."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return torch.zeros_like(made) if isinstance(data, np.generic) else made

    torch.asarray = asarray


def asarray_reads_buffers_as_float32():
    """`torch.asarray` reads a buffer as float32, whatever the default dtype is."""
    real = torch.asarray

    def asarray(data, **options):
        if isinstance(data, array.array):
            options.setdefault("dtype", torch.float32)
        return real(data, **options)

    torch.asarray = asarray


def asarray_detaches_in_place():
    """`torch.asarray` with `requires_grad=False` detaches the result of an operation itself."""
    real = torch.asarray

    def asarray(data, *, requires_grad=None, **options):
        if requires_grad is False and isinstance(data, torch.Tensor):
            return real(data.detach_(), **options)
        return real(data, requires_grad=requires_grad, **options)

    torch.asarray = asarray


def asarray_warns_of_each_bytes():
    """`torch.asarray` warns of each `bytes` object."""
    real = torch.asarray

    def asarray(data, **options):
        if isinstance(data, bytes):
            warnings.warn("The given buffer is not writable (mutant)", UserWarning, stacklevel=2)
        return real(data, **options)

    torch.asarray = asarray


def frombuffer_never_warns():
    """`torch.frombuffer` warns of nothing."""
    real = torch.frombuffer

    def frombuffer(buffer, **options):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return real(buffer, **options)

    torch.frombuffer = frombuffer


def frombuffer_reads_half():
    """`torch.frombuffer` of float32 reads half of the bytes."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, **options):
        half = memoryview(buffer).cast("B")[: memoryview(buffer).nbytes // 2]
        return real(half if dtype == torch.float32 else buffer, dtype=dtype, **options)

    torch.frombuffer = frombuffer


def frombuffer_gives_a_column():
    """`torch.frombuffer` gives a tensor of two axes."""
    real = torch.frombuffer
    torch.frombuffer = lambda buffer, **options: real(buffer, **options).unflatten(0, (-1, 1))


def frombuffer_forgets_the_offset():
    """`torch.frombuffer` wants a whole number of elements in the whole buffer, whatever `offset=` is."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, count=-1, **options):
        if count == -1 and memoryview(buffer).nbytes % dtype.itemsize:
            raise ValueError("buffer length must be a multiple of element size (mutant)")
        return real(buffer, dtype=dtype, count=count, **options)

    torch.frombuffer = frombuffer


def np_frombuffer_refuses_empty():
    """`np.frombuffer` refuses an empty buffer."""
    real = np.frombuffer

    def frombuffer(buffer, *args, **options):
        if not len(buffer):
            raise ValueError("an empty buffer (mutant)")
        return real(buffer, *args, **options)

    np.frombuffer = frombuffer


def frombuffer_reads_the_typecode():
    """`torch.frombuffer` reads an `array.array` as its own type, whatever `dtype=` is."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, **options):
        if isinstance(buffer, array.array):
            dtype = torch.from_numpy(np.asarray(buffer)).dtype
        return real(buffer, dtype=dtype, **options)

    torch.frombuffer = frombuffer


def frombuffer_makes_no_leaf():
    """`torch.frombuffer` with `requires_grad=True` gives the result of an operation."""
    real = torch.frombuffer

    def frombuffer(buffer, *, requires_grad=False, **options):
        made = real(buffer, requires_grad=requires_grad, **options)
        return made.view(made.shape) if requires_grad else made

    torch.frombuffer = frombuffer


def in_place_add_casts_what_is_added():
    """`tensor += other` casts the other tensor to the dtype of the first."""
    torch.Tensor.__iadd__ = lambda self, other: self.add_(other.to(self.dtype))
