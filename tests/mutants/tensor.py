"""`torch.tensor`, broken."""

import warnings

import numpy as np
import torch


def tensor_shares():
    """`torch.tensor` shares the memory of an array that has the dtype."""
    real = torch.tensor

    def tensor(data, *, requires_grad=False, **options):
        if isinstance(data, np.ndarray) and data.flags.writeable and 0 not in data.strides:
            return torch.as_tensor(data, **options).requires_grad_(requires_grad)
        return real(data, requires_grad=requires_grad, **options)

    torch.tensor = tensor


def tensor_gives_default_dtype():
    """`torch.tensor` gives floats in the default dtype, also those of an array."""
    real = torch.tensor

    def tensor(data, *, dtype=None, **options):
        made = real(data, dtype=dtype, **options)
        return made.to(torch.get_default_dtype()) if dtype is None and made.is_floating_point() else made

    torch.tensor = tensor


def tensor_gives_float64():
    """`torch.tensor` gives float64."""
    real = torch.tensor
    torch.tensor = lambda data, **options: real(data, **options).double()


def tensor_ignores_dtype():
    """`torch.tensor` does not look at `dtype=`."""
    real = torch.tensor

    def tensor(data, *, dtype=None, requires_grad=False, **options):
        made = real(data, **options)
        return made.requires_grad_() if requires_grad and made.is_floating_point() else made

    torch.tensor = tensor


def tensor_ignores_device():
    """`torch.tensor` makes everything on the CPU."""
    real = torch.tensor
    torch.tensor = lambda data, *, device=None, **options: real(data, device="cpu", **options)


def tensor_ignores_requires_grad():
    """`torch.tensor` does not look at `requires_grad=`."""
    real = torch.tensor
    torch.tensor = lambda data, *, requires_grad=False, **options: real(data, **options)


def tensor_makes_no_leaf():
    """`torch.tensor` with `requires_grad=True` gives the result of an operation."""
    real = torch.tensor

    def tensor(data, *, requires_grad=False, **options):
        made = real(data, requires_grad=requires_grad, **options)
        return made * 1 if requires_grad else made

    torch.tensor = tensor


def tensor_requires_grad_of_integers():
    """`torch.tensor` takes `requires_grad=True` for integers, and ignores it."""
    real = torch.tensor

    def tensor(data, *, requires_grad=False, **options):
        made = real(data, **options)
        return made.requires_grad_() if requires_grad and made.is_floating_point() else made

    torch.tensor = tensor


def tensor_makes_contiguous():
    """`torch.tensor` gives a contiguous tensor."""
    real = torch.tensor
    torch.tensor = lambda data, **options: real(data, **options).contiguous()


def tensor_keeps_gaps():
    """`torch.tensor` copies the strides of a slice too."""
    real = torch.tensor

    def tensor(data, **options):
        made = real(data, **options)
        if isinstance(data, np.ndarray) and data.ndim == 2 and data.base is not None:
            wide = torch.zeros(data.shape[0], 2 * data.shape[1], dtype=made.dtype)
            return wide[:, ::2].copy_(made)
        return made

    torch.tensor = tensor


def tensor_warns_of_read_only():
    """`torch.tensor` warns of read-only arrays."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, np.ndarray) and not data.flags.writeable:
            warnings.warn("read-only (mutant)", UserWarning, stacklevel=2)
        return real(data, **options)

    torch.tensor = tensor


def tensor_checks_arrays():
    """`torch.tensor` refuses a cast of an array that changes a value."""
    real = torch.tensor

    def tensor(data, *, dtype=None, **options):
        made = real(data, dtype=dtype, **options)
        if isinstance(data, np.ndarray) and dtype is not None and not np.array_equal(made.detach().numpy(), data):
            raise RuntimeError("value cannot be converted without overflow (mutant)")
        return made

    torch.tensor = tensor


def tensor_does_not_check_lists():
    """`torch.tensor` casts lists as it casts arrays."""
    real = torch.tensor
    torch.tensor = lambda data, **options: real(np.array(data) if isinstance(data, list) else data, **options)


def tensor_saturates():
    """`torch.tensor` clips to the range of `dtype=`."""
    real = torch.tensor

    def tensor(data, *, dtype=None, **options):
        if isinstance(data, np.ndarray) and dtype is not None and not dtype.is_complex and dtype != torch.bool:
            limits = torch.finfo(dtype) if dtype.is_floating_point else torch.iinfo(dtype)
            data = np.clip(data, limits.min, limits.max)
        return real(data, dtype=dtype, **options)

    torch.tensor = tensor


def tensor_rounds():
    """`torch.tensor` rounds fractions to integers."""
    real = torch.tensor

    def tensor(data, *, dtype=None, **options):
        if isinstance(data, np.ndarray) and data.dtype.kind == "f" and dtype == torch.int64:
            data = data.round()
        return real(data, dtype=dtype, **options)

    torch.tensor = tensor


def tensor_takes_negative_strides():
    """`torch.tensor` takes reversed arrays: it copies anyway."""
    real = torch.tensor

    def tensor(data, **options):
        reversed_ = isinstance(data, np.ndarray) and min(data.strides, default=0) < 0
        return real(data.copy() if reversed_ else data, **options)

    torch.tensor = tensor


def tensor_swaps_bytes():
    """`torch.tensor` takes both byte orders: it copies anyway."""
    real = torch.tensor

    def tensor(data, **options):
        swapped = isinstance(data, np.ndarray) and not data.dtype.isnative
        return real(data.astype(data.dtype.newbyteorder("=")) if swapped else data, **options)

    torch.tensor = tensor


def tensor_hashes_objects():
    """`torch.tensor` numbers text and objects."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, np.ndarray) and data.dtype.kind in "OU":
            data = np.arange(data.size).reshape(data.shape)
        return real(data, **options)

    torch.tensor = tensor


def tensor_fills_masked():
    """`torch.tensor` gives 0 where a masked array is masked."""
    real = torch.tensor

    def tensor(data, **options):
        return real(data.filled(0) if isinstance(data, np.ma.MaskedArray) else data, **options)

    torch.tensor = tensor


def tensor_never_warns():
    """`torch.tensor` says nothing of lists of arrays and of tensors."""
    real = torch.tensor

    def tensor(data, **options):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return real(data, **options)

    torch.tensor = tensor


def tensor_pads_rows():
    """`torch.tensor` fills short rows with 0."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list) and data and isinstance(data[0], list):
            longest = max(map(len, data))
            data = [row + [0] * (longest - len(row)) for row in data]
        return real(data, **options)

    torch.tensor = tensor


def tensor_forgets_shape():
    """`torch.tensor` gives empty arrays one axis, and 0-d ones too."""
    real = torch.tensor

    def tensor(data, **options):
        made = real(data, **options)
        return made.reshape(-1) if made.numel() < 2 and isinstance(data, np.ndarray) else made

    torch.tensor = tensor


def set_default_dtype_does_nothing():
    """`torch.set_default_dtype` has no effect."""
    torch.set_default_dtype = lambda dtype: None


def set_default_device_does_nothing():
    """`torch.set_default_device` has no effect."""
    torch.set_default_device = lambda device: None


def linear_casts_its_input():
    """`torch.nn.Linear` casts its input to the dtype of its weights."""
    real = torch.nn.Linear.forward
    torch.nn.Linear.forward = lambda self, rows: real(self, rows.to(self.weight.dtype))


def tensor_keeps_broadcast():
    """`torch.tensor` copies a broadcast array as one row, with stride 0."""
    real = torch.tensor

    def tensor(data, **options):
        made = real(data, **options)
        if isinstance(data, np.ndarray) and 0 in data.strides:
            return made[:1].expand(made.shape)
        return made

    torch.tensor = tensor
