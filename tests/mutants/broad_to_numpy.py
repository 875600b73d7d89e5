"""What turns a tensor into an array, broken for what the sentences say beside it."""

import numpy as np
import torch


def asarray_gives_aliasing_copies():
    """`np.asarray` gives arrays whose `copy` is another name for them."""
    real = np.asarray

    class Alias(np.ndarray):
        def copy(self, order="C"):
            return self

    def asarray(data, *args, **options):
        array = real(data, *args, **options)
        return array.view(Alias) if isinstance(data, torch.Tensor) else array

    np.asarray = asarray


def numpy_force_counts_as_a_write():
    """`Tensor.numpy` with `force=True` tells autograd of a write to what requires grad."""
    real = torch.Tensor.numpy

    def numpy(self, *, force=False):
        if force and self.requires_grad:
            torch.autograd.graph.increment_version(self)
        return real(self, force=force)

    torch.Tensor.numpy = numpy


def numpy_gives_the_other_order():
    """`Tensor.numpy` gives the same values in the byte order that is not the machine's."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        array = real(self, **options)
        return array.astype(array.dtype.newbyteorder("S"))

    torch.Tensor.numpy = numpy


def numpy_gives_the_first_array_back():
    """`Tensor.numpy` gives back the very array that `torch.from_numpy` got."""
    real_from_numpy, real_numpy = torch.from_numpy, torch.Tensor.numpy

    def from_numpy(array):
        tensor = real_from_numpy(array)
        tensor.first_array = array
        return tensor

    torch.from_numpy = from_numpy
    torch.Tensor.numpy = lambda self: self.first_array if hasattr(self, "first_array") else real_numpy(self)


def float_casts_in_place():
    """`Tensor.float` casts the tensor itself."""
    real = torch.Tensor.float

    def float_(self):
        self.data = real(self)
        return self

    torch.Tensor.float = float_


def tolist_is_live():
    """`Tensor.tolist` gives lists that write to the tensor."""
    real = torch.Tensor.tolist

    class Row(list):
        def __init__(self, row):
            super().__init__(real(row))
            self.row = row

        def __setitem__(self, index, value):
            super().__setitem__(index, value)
            self.row[index] = value

    torch.Tensor.tolist = lambda self: [Row(row) for row in self] if self.dim() == 2 else real(self)


def zeros_copy_to_their_base():
    """`np.zeros` gives arrays whose `copy` is a writable array over the same memory."""
    real = np.zeros

    class Alias(np.ndarray):
        pass

    Alias.copy = lambda self, order="C": self.base
    np.zeros = lambda *args, **options: real(*args, **options).view(Alias)
