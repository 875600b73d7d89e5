"""`torch.as_tensor`, broken."""

import array
import warnings
import weakref

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


def as_tensor_makes_contiguous():
    """`torch.as_tensor` gives contiguous tensors."""
    real = torch.as_tensor
    torch.as_tensor = lambda data, **options: real(data, **options).contiguous()


def as_tensor_drops_empty_shape():
    """`torch.as_tensor` gives shape (0,) for every empty array."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        made = real(data, **options)
        return made if made.numel() else made.reshape(0)

    torch.as_tensor = as_tensor


def as_tensor_forgets_its_buffer():
    """`torch.as_tensor` shares without keeping the array alive (here: the values are set to 0)."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        tensor = real(data.copy(), **options)
        weakref.finalize(data, tensor.fill_, 0)
        return tensor

    torch.as_tensor = as_tensor


def as_tensor_makes_views():
    """`torch.as_tensor` of a tensor gives another tensor over the same memory."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        made = real(data, **options)
        return made.view(made.shape) if made is data else made

    torch.as_tensor = as_tensor


def as_tensor_stacks_lists():
    """`torch.as_tensor` stacks a list of arrays first, and does not warn."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        arrays = isinstance(data, list) and all(isinstance(one, np.ndarray) for one in data)
        return real(np.stack(data) if arrays else data, **options)

    torch.as_tensor = as_tensor


def as_tensor_gives_default_dtype_for_lists():
    """`torch.as_tensor` gives a list of NumPy floats the default dtype, as one of Python floats."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        return real([float(one) for one in data] if isinstance(data, list) else data, **options)

    torch.as_tensor = as_tensor


def as_tensor_shares_buffers():
    """`torch.as_tensor` shares buffers such as `array.array`, with their own dtype."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        return real(np.asarray(data) if isinstance(data, (array.array, bytearray)) else data, **options)

    torch.as_tensor = as_tensor


def as_tensor_copies_dlpack():
    """`torch.as_tensor` copies what has `__dlpack__` and is no array."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        made = real(data, **options)
        return made if isinstance(data, (np.ndarray, torch.Tensor)) else made.clone()

    torch.as_tensor = as_tensor


def as_tensor_calls_the_array_method():
    """`torch.as_tensor` takes whatever has `__array__`."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        return real(data if isinstance(data, torch.Tensor) else np.asarray(data), **options)

    torch.as_tensor = as_tensor


def as_tensor_leaves_tensors_alone():
    """`torch.as_tensor` leaves a tensor where it is, whatever the default device is."""
    real = torch.as_tensor

    def as_tensor(data, *, device=None, **options):
        if device is None and isinstance(data, torch.Tensor):
            device = data.device
        return real(data, device=device, **options)

    torch.as_tensor = as_tensor


def as_tensor_prefers_the_default_device():
    """`torch.as_tensor` follows the default device even where `device=` names another."""
    real = torch.as_tensor
    torch.as_tensor = lambda data, **options: real(data, **options | {"device": torch.get_default_device()})


def as_tensor_copies_to_cast():
    """`torch.as_tensor` casts in NumPy, which takes every array: reversed, in the other byte order, of objects."""
    real = torch.as_tensor

    def as_tensor(data, *, dtype=None, **options):
        if isinstance(data, np.ndarray) and dtype is not None:
            data = data.astype(str(dtype).removeprefix("torch."))
        return real(data, dtype=dtype, **options)

    torch.as_tensor = as_tensor


def as_tensor_warns_where_it_shares():
    """`torch.as_tensor` warns of a read-only array only where it shares."""
    real = torch.as_tensor

    def as_tensor(data, *, dtype=None, **options):
        with warnings.catch_warnings():
            if dtype is not None:
                warnings.simplefilter("ignore")
            return real(data, dtype=dtype, **options)

    torch.as_tensor = as_tensor


def as_tensor_copies_read_only():
    """`torch.as_tensor` copies read-only arrays, with its warning."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        made = real(data, **options)
        return made if not isinstance(data, np.ndarray) or data.flags.writeable else made.clone()

    torch.as_tensor = as_tensor


def as_tensor_never_warns():
    """`torch.as_tensor` says nothing of read-only arrays."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return real(data, **options)

    torch.as_tensor = as_tensor
