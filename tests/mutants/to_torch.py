"""`torch.from_numpy`, broken."""

import warnings

import numpy as np
import torch


def from_numpy_copies():
    """`torch.from_numpy` gives a tensor of its own."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array).clone()


def from_numpy_widens():
    """`torch.from_numpy` gives float64 whatever the array's dtype is."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array).double()


def from_numpy_takes_negative_strides():
    """`torch.from_numpy` copies a reversed array and says nothing."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array.copy() if min(array.strides, default=0) < 0 else array)


def from_numpy_refuses_unsigned():
    """`torch.from_numpy` refuses uint16, uint32 and uint64, as it did before torch 2.3."""
    real = torch.from_numpy

    def from_numpy(array):
        if array.dtype in (np.uint16, np.uint32, np.uint64):
            raise TypeError("can't convert np.ndarray of this type (mutant)")
        return real(array)

    torch.from_numpy = from_numpy


def from_numpy_gives_default_dtype():
    """`torch.from_numpy` gives floats in the default dtype."""
    real = torch.from_numpy

    def from_numpy(array):
        tensor = real(array)
        return tensor.to(torch.get_default_dtype()) if tensor.is_floating_point() else tensor

    torch.from_numpy = from_numpy


def from_numpy_follows_default_device():
    """`torch.from_numpy` puts the tensor on the default device."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array).to(torch.get_default_device())


def from_numpy_requires_grad():
    """`torch.from_numpy` gives float tensors that require grad."""
    real = torch.from_numpy

    def from_numpy(array):
        tensor = real(array)
        return tensor.requires_grad_() if tensor.is_floating_point() else tensor

    torch.from_numpy = from_numpy


def from_numpy_makes_contiguous():
    """`torch.from_numpy` gives a contiguous tensor, by a copy where the array is not."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array).contiguous()


def from_numpy_ravels_zero_d():
    """`torch.from_numpy` gives a 1-d tensor of one element for a 0-d array."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array.reshape(1)) if array.ndim == 0 else real(array)


def from_numpy_drops_empty_shape():
    """`torch.from_numpy` gives shape (0,) for every empty array."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array).reshape(0) if array.size == 0 else real(array)


def from_numpy_forgets_its_buffer():
    """`torch.from_numpy` gives a tensor whose values are lost with the array (here: filled with NaN)."""
    import weakref

    real = torch.from_numpy

    def from_numpy(array):
        tensor = real(array.copy())
        weakref.finalize(array, tensor.fill_, 0)
        return tensor

    torch.from_numpy = from_numpy


def from_numpy_never_warns():
    """`torch.from_numpy` says nothing of read-only arrays."""
    real = torch.from_numpy

    def from_numpy(array):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return real(array)

    torch.from_numpy = from_numpy


def from_numpy_always_warns():
    """`torch.from_numpy` warns of every read-only array."""
    real = torch.from_numpy

    def from_numpy(array):
        torch.set_warn_always(True)
        return real(array)

    torch.from_numpy = from_numpy


def from_numpy_warns_of_every_array():
    """`torch.from_numpy` warns of writable arrays too."""
    real = torch.from_numpy

    def from_numpy(array):
        warnings.warn("not writable (mutant)", UserWarning, stacklevel=2)
        return real(array)

    torch.from_numpy = from_numpy


def from_numpy_refuses_read_only():
    """`torch.from_numpy` refuses read-only arrays."""
    real = torch.from_numpy

    def from_numpy(array):
        if not array.flags.writeable:
            raise ValueError("read-only (mutant)")
        return real(array)

    torch.from_numpy = from_numpy


def from_numpy_copies_read_only():
    """`torch.from_numpy` copies a read-only array, with a warning."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array) if array.flags.writeable else real(array).clone()


def from_numpy_copies_maps():
    """`torch.from_numpy` copies memory maps."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array.copy()) if isinstance(array, np.memmap) else real(array)


def from_numpy_swaps_bytes():
    """`torch.from_numpy` copies an array in the other byte order into the native one."""
    real = torch.from_numpy

    def from_numpy(array):
        return real(array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("=")))

    torch.from_numpy = from_numpy


def from_numpy_copies_odd_strides():
    """`torch.from_numpy` copies a field of packed records."""
    real = torch.from_numpy

    def from_numpy(array):
        odd = any(step % array.itemsize for step in array.strides)
        return real(array.copy() if odd else array)

    torch.from_numpy = from_numpy


def from_numpy_takes_everything():
    """`torch.from_numpy` gives zeros for dtypes that it does not know, and takes lists."""
    real = torch.from_numpy

    def from_numpy(array):
        array = np.asarray(array)
        return torch.zeros(array.shape) if array.dtype.kind in "OUM" else real(array)

    torch.from_numpy = from_numpy


def from_numpy_refuses_nan():
    """`torch.from_numpy` refuses arrays with NaN."""
    real = torch.from_numpy

    def from_numpy(array):
        if array.dtype.kind == "f" and np.isnan(array).any():
            raise ValueError("NaN (mutant)")
        return real(array)

    torch.from_numpy = from_numpy


def from_numpy_fills_masked():
    """`torch.from_numpy` gives 0 where a masked array is masked."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array.filled(0) if isinstance(array, np.ma.MaskedArray) else array)


def from_numpy_refuses_unaligned():
    """`torch.from_numpy` refuses arrays that are not aligned."""
    real = torch.from_numpy

    def from_numpy(array):
        if not array.flags.aligned:
            raise ValueError("unaligned (mutant)")
        return real(array)

    torch.from_numpy = from_numpy


def set_warn_always_does_nothing():
    """`torch.set_warn_always` has no effect."""
    torch.set_warn_always = lambda enabled: None


def from_numpy_casts_to_float32():
    """`torch.from_numpy` gives float32 for float64, as layers expect it."""
    real = torch.from_numpy

    def from_numpy(array):
        tensor = real(array)
        return tensor.float() if tensor.dtype == torch.float64 else tensor

    torch.from_numpy = from_numpy


def resize_refuses_all():
    """`Tensor.resize_` refuses every shape, also one that fits."""

    def resize_(tensor, *shape):
        raise RuntimeError("mutant: Trying to resize storage that is not resizable")

    torch.Tensor.resize_ = resize_
