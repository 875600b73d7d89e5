"""The legacy constructors, broken."""

import warnings

import numpy as np
import torch


def constructor_copies():
    """`torch.Tensor` always copies."""
    real = torch.Tensor
    torch.Tensor = lambda *args, **options: real(*args, **options).clone()


def constructor_keeps_dtype():
    """`torch.Tensor` keeps the array's dtype, and shares."""
    real = torch.Tensor
    torch.Tensor = lambda data, **options: (
        torch.from_numpy(data) if isinstance(data, np.ndarray) else real(data, **options)
    )


def constructor_is_always_float32():
    """`torch.Tensor` takes no notice of the default dtype."""
    real = torch.FloatTensor
    torch.Tensor = lambda data, **options: real(data, **options)


def constructor_makes_contiguous():
    """`torch.Tensor` copies views into contiguous memory."""
    real = torch.Tensor
    torch.Tensor = lambda data, **options: real(data, **options).contiguous()


def constructor_takes_integers_for_values():
    """`torch.Tensor` gives the number for a NumPy integer."""
    real = torch.Tensor

    def tensor(data, **options):
        integer = (
            isinstance(data, (np.integer, np.ndarray)) and np.ndim(data) == 0 and np.asarray(data).dtype.kind == "i"
        )
        return torch.tensor(float(data)) if integer else real(data, **options)

    torch.Tensor = tensor


def constructor_takes_scalars():
    """`torch.Tensor` takes NumPy floats."""
    real = torch.Tensor
    torch.Tensor = lambda data, **options: (
        torch.tensor(data) if isinstance(data, np.floating) else real(data, **options)
    )


def constructor_drops_zero_d():
    """`torch.Tensor` gives one axis to a 0-d float array."""
    real = torch.Tensor

    def tensor(data, **options):
        made = real(data, **options)
        return made.reshape(1) if made.ndim == 0 else made

    torch.Tensor = tensor


def constructor_uses_double():
    """`torch.Tensor` gives float64 for integers and complex numbers."""
    real = torch.Tensor

    def tensor(data, **options):
        wide = isinstance(data, np.ndarray) and data.dtype.kind in "ic"
        return torch.tensor(data.real.astype(np.float64)) if wide else real(data, **options)

    torch.Tensor = tensor


def constructor_is_silent():
    """`torch.Tensor` says nothing of read-only arrays and lost imaginary parts."""
    real = torch.Tensor

    def tensor(data, **options):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return real(data, **options)

    torch.Tensor = tensor


def constructor_takes_options():
    """`torch.Tensor` takes `dtype=` and `requires_grad=`, and ignores them."""
    real = torch.Tensor
    torch.Tensor = lambda data, **options: real(data)


def constructor_copies_what_it_cannot_share():
    """`torch.Tensor` copies reversed arrays and other byte orders."""
    real = torch.Tensor
    torch.Tensor = lambda data, **options: real(data.astype(data.dtype.newbyteorder("=")).copy(), **options)


def constructor_follows_default_device():
    """`torch.Tensor` puts the tensor on the default device."""
    real = torch.Tensor
    torch.Tensor = lambda data, **options: real(data, **options).to(torch.get_default_device())


def constructor_fills_masked():
    """`torch.Tensor` gives 0 where a masked array is masked."""
    real = torch.Tensor
    torch.Tensor = lambda data, **options: real(
        data.filled(0) if isinstance(data, np.ma.MaskedArray) else data, **options
    )


def typed_constructors_copy():
    """`torch.LongTensor` and `torch.FloatTensor` copy."""
    long, single = torch.LongTensor, torch.FloatTensor
    torch.LongTensor = lambda data: long(data).clone()
    torch.FloatTensor = lambda data: single(data).clone()


def long_tensor_rounds():
    """`torch.LongTensor` rounds."""
    real = torch.LongTensor
    torch.LongTensor = lambda data: real(data.round())


def as_tensor_copies():
    """`torch.as_tensor` always copies."""
    real = torch.as_tensor
    torch.as_tensor = lambda data, **options: real(data, **options).clone()


def tensor_refuses_scalars():
    """`torch.tensor` refuses NumPy scalars."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, np.generic):
            raise TypeError("must be a sequence (mutant)")
        return real(data, **options)

    torch.tensor = tensor


def from_numpy_reverses():
    """`torch.from_numpy` gives the values in reversed order."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array).flip(0)


def constructor_requires_grad():
    """`torch.Tensor` makes leaves that require grad."""
    real = torch.Tensor
    torch.Tensor = lambda data, **options: real(data, **options).requires_grad_()
