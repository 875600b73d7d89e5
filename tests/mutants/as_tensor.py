"""`torch.as_tensor`, broken."""

import numpy as np
import torch


def as_tensor_ignores_dtype():
    """`torch.as_tensor` does not look at `dtype=`."""
    real = torch.as_tensor
    torch.as_tensor = lambda data, *, dtype=None, **options: real(data, **options)


def as_tensor_gives_default_dtype():
    """`torch.as_tensor` gives floats in the default dtype."""
    real = torch.as_tensor
    torch.as_tensor = lambda data, **options: real(data, **{"dtype": torch.get_default_dtype(), **options})


def as_tensor_ignores_device():
    """`torch.as_tensor` does not look at `device=`."""
    real = torch.as_tensor
    torch.as_tensor = lambda data, *, device=None, **options: real(data, **options)


def as_tensor_detaches():
    """`torch.as_tensor` detaches tensors."""
    real = torch.as_tensor
    torch.as_tensor = lambda data, **options: real(data, **options).detach()


def as_tensor_gives_float64_for_lists():
    """`torch.as_tensor` makes an array of a list first."""
    real = torch.as_tensor
    torch.as_tensor = lambda data, **options: real(np.array(data) if isinstance(data, list) else data, **options)


def as_tensor_fills_masked():
    """`torch.as_tensor` gives 0 where a masked array is masked."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        return real(data.filled(0) if isinstance(data, np.ma.MaskedArray) else data, **options)

    torch.as_tensor = as_tensor


def as_tensor_gives_axes_to_scalars():
    """`torch.as_tensor` gives one axis to a scalar."""
    real = torch.as_tensor
    torch.as_tensor = lambda data, **options: real(np.atleast_1d(data) if np.isscalar(data) else data, **options)
