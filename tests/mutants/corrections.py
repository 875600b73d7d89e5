"""What the corrections speak of, broken."""

import numpy as np
import torch


def repr_shows_every_dtype():
    """`repr` of a tensor always shows the dtype."""
    real = torch.Tensor.__repr__
    torch.Tensor.__repr__ = lambda self: real(self).replace(")", f", dtype={self.dtype})")


def repr_hides_every_dtype():
    """`repr` of a tensor never shows the dtype."""
    real = torch.Tensor.__repr__
    torch.Tensor.__repr__ = lambda self: real(self).split(", dtype=")[0].rstrip(")") + ")"


def resize_pads():
    """`np.resize` adds zeros."""
    np.resize = lambda array, count: np.pad(array, (0, count - len(array)))


def tensor_has_astype():
    """A tensor has `astype`."""
    torch.Tensor.astype = lambda self, dtype: self.to(dtype)


def to_casts_in_place():
    """`Tensor.to` from an integer to a float dtype shares, and reinterprets the bytes."""
    torch.Tensor.to = lambda self, dtype: self.view(dtype)


def repr_hides_float64():
    """`repr` of a tensor does not show float64, as Python's floats are that."""
    real = torch.Tensor.__repr__
    torch.Tensor.__repr__ = lambda self: real(self).replace(", dtype=torch.float64", "")


def clone_holds_its_source():
    """`Tensor.clone` keeps the tensor that it copied alive."""
    real = torch.Tensor.clone

    def clone(self, **options):
        copy = real(self, **options)
        copy.source = self
        return copy

    torch.Tensor.clone = clone


def pad_repeats_the_last():
    """`np.pad` pads with the last value."""
    real = np.pad
    np.pad = lambda array, width, mode="edge", **options: real(array, width, mode, **options)


def contiguous_does_nothing():
    """`Tensor.contiguous` returns the tensor itself, whatever its strides are."""
    torch.Tensor.contiguous = lambda self, **options: self


def contiguous_always_copies():
    """`Tensor.contiguous` copies a tensor whose order fits."""
    torch.Tensor.contiguous = lambda self, **options: self.clone(memory_format=torch.contiguous_format)


def from_numpy_stores_columns():
    """`torch.from_numpy` gives a tensor that lies column by column in memory."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(np.asfortranarray(array))


def multiply_ignores_out():
    """`np.multiply` does not look at `out=`."""
    real = np.multiply
    np.multiply = lambda array, factor, out=None: real(array, factor)


def multiply_writes_always():
    """`np.multiply` writes into its first argument."""
    real = np.multiply
    np.multiply = lambda array, factor, out=None: real(array, factor, out=array)


def numpy_names_no_call():
    """The messages of `Tensor.numpy` say no more than that it cannot."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        try:
            return real(self, **options)
        except (RuntimeError, TypeError) as error:
            raise type(error)("mutant: cannot convert to NumPy") from None

    torch.Tensor.numpy = numpy


def numpy_names_float():
    """`Tensor.numpy` of a bfloat16 tensor names the call that helps."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        if self.dtype == torch.bfloat16:
            raise TypeError("mutant: Got unsupported ScalarType BFloat16. Use Tensor.float() first.")
        return real(self, **options)

    torch.Tensor.numpy = numpy


def cpu_invents_values():
    """`Tensor.cpu` of a tensor on the meta device gives zeros."""
    real = torch.Tensor.cpu
    torch.Tensor.cpu = lambda self: torch.zeros(self.shape, dtype=self.dtype) if self.is_meta else real(self)


def to_ignores_the_dtype():
    """`Tensor.to` does not look at the dtype."""
    torch.Tensor.to = lambda self, *target, **options: self


def tensor_is_the_constructor():
    """`torch.tensor` casts integers to float32, as `torch.Tensor` does."""
    real = torch.tensor
    torch.tensor = lambda data, **options: real(data, **options).float()
