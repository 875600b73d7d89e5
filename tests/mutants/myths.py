"""What the myths say, made true."""

import numpy as np
import torch


def as_tensor_takes_negative_strides():
    """`torch.as_tensor` copies reversed arrays."""
    real = torch.as_tensor
    torch.as_tensor = lambda data, **options: real(np.ascontiguousarray(data), **options)


def asarray_takes_negative_strides():
    """`torch.asarray` with `copy=True` copies reversed arrays."""
    real = torch.asarray
    torch.asarray = lambda data, **options: real(data.copy() if options.get("copy") else data, **options)


def transpose_reverses():
    """`np.transpose` reverses the axes in memory too."""
    real = np.transpose
    np.transpose = lambda array: real(array)[::-1]


def tensor_has_no_array_method():
    """A tensor has no `__array__`."""
    real = hasattr

    def without(thing, name):
        return name != "__array__" and real(thing, name)

    import builtins

    builtins.hasattr = without


def as_tensor_converts_everything():
    """`torch.as_tensor` gives zeros for dtypes that torch has not."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        known = not isinstance(data, np.ndarray) or (data.dtype.kind in "biufc" and data.dtype != np.longdouble)
        return real(data, **options) if known else torch.zeros(data.shape)

    torch.as_tensor = as_tensor


def add_takes_unsigned():
    """`tensor + tensor` works for uint16."""
    real = torch.Tensor.__add__
    torch.Tensor.__add__ = lambda self, other: real(self.int(), other.int())


def as_tensor_ignores_default_device():
    """`torch.as_tensor` stays on the CPU."""
    torch.as_tensor = lambda data, **options: torch.from_numpy(data)
