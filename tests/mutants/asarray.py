"""`torch.asarray`, broken."""

import warnings

import numpy as np
import torch


def asarray_copies():
    """`torch.asarray` always copies."""
    real = torch.asarray

    def asarray(data, *, copy=None, requires_grad=False, **options):
        made = real(data, copy=None, **options).detach().clone()
        return made.requires_grad_(requires_grad) if requires_grad else made

    torch.asarray = asarray


def asarray_ignores_copy():
    """`torch.asarray` does not look at `copy=`."""
    real = torch.asarray
    torch.asarray = lambda data, *, copy=None, **options: real(data, **options)


def asarray_ignores_dtype():
    """`torch.asarray` does not look at `dtype=`."""
    real = torch.asarray
    torch.asarray = lambda data, *, dtype=None, **options: real(data, **options)


def asarray_gives_default_dtype():
    """`torch.asarray` gives floats in the default dtype."""
    real = torch.asarray
    torch.asarray = lambda data, **options: real(data, **options).float()


def asarray_gives_float64():
    """`torch.asarray` gives float64 for lists."""
    real = torch.asarray
    torch.asarray = lambda data, **options: real(np.array(data) if isinstance(data, list) else data, **options)


def asarray_reads_the_format():
    """`torch.asarray` reads the format of a buffer."""
    real = torch.asarray

    def asarray(data, **options):
        foreign = not isinstance(data, (np.ndarray, torch.Tensor, list)) and not hasattr(data, "__dlpack__")
        return real(np.asarray(data) if foreign else data, **options)

    torch.asarray = asarray


def asarray_copies_buffers():
    """`torch.asarray` copies buffers that are no arrays."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made if isinstance(data, (np.ndarray, torch.Tensor)) or hasattr(data, "__dlpack__") else made.clone()

    torch.asarray = asarray


def asarray_copies_dlpack():
    """`torch.asarray` copies what has `__dlpack__`."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made if isinstance(data, (np.ndarray, torch.Tensor)) else made.clone()

    torch.asarray = asarray


def asarray_makes_views():
    """`torch.asarray` of a tensor gives another tensor over the same memory."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made.view(made.shape) if made is data else made

    torch.asarray = asarray


def asarray_detaches():
    """`torch.asarray` detaches tensors, as older releases did."""
    real = torch.asarray

    def asarray(data, *, requires_grad=False, **options):
        return real(data, requires_grad=requires_grad, **options)

    torch.asarray = asarray


def asarray_ignores_requires_grad():
    """`torch.asarray` does not look at `requires_grad=`."""
    real = torch.asarray
    torch.asarray = lambda data, *, requires_grad=False, **options: real(data, **options)


def asarray_stays_on_the_cpu():
    """`torch.asarray` makes everything on the CPU."""
    real = torch.asarray
    torch.asarray = lambda data, *, device=None, **options: real(data, device="cpu", **options)


def asarray_always_warns():
    """`torch.asarray` warns of read-only arrays, with `copy=True` too."""
    real = torch.asarray

    def asarray(data, **options):
        if isinstance(data, np.ndarray) and not data.flags.writeable:
            warnings.warn("not writable (mutant)", UserWarning, stacklevel=2)
        return real(data, **options)

    torch.asarray = asarray
