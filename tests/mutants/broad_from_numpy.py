"""What sharing and cloning are about, broken where no other mutant breaks it."""

import numpy as np
import torch


def array_of_floats_is_float32():
    """`np.array` gives float32 for Python floats."""
    real = np.array

    def array(data, *args, **options):
        made = real(data, *args, **options)
        return made.astype(np.float32) if isinstance(data, list) and made.dtype == np.float64 else made

    np.array = array


def array_takes_none_for_nan():
    """`np.array` takes `None` for NaN, and gives floats."""
    real = np.array

    def array(data, *args, **options):
        if isinstance(data, list) and None in data:
            data = [np.nan if value is None else value for value in data]
        return real(data, *args, **options)

    np.array = array


def zeros_copy_themselves():
    """`ndarray.copy` of an array that `np.zeros` made gives the array itself."""
    real = np.zeros

    class Zeros(np.ndarray):
        def copy(self, order="C"):
            return self

    np.zeros = lambda *args, **options: real(*args, **options).view(Zeros)


def from_numpy_reads_zeros_of_maps():
    """`torch.from_numpy` gives zeros for a memory map."""
    real = torch.from_numpy

    def from_numpy(array):
        return torch.zeros_like(real(array)) if isinstance(array, np.memmap) else real(array)

    torch.from_numpy = from_numpy


def from_numpy_refuses_axes_of_length_1():
    """`torch.from_numpy` refuses each axis of length 1, reversed or not."""
    real = torch.from_numpy

    def from_numpy(array):
        if 1 in array.shape:
            raise ValueError("a stride may be negative (mutant)")
        return real(array)

    torch.from_numpy = from_numpy


def from_numpy_caches():
    """`torch.from_numpy` gives the same tensor again for the same array."""
    real, made = torch.from_numpy, {}
    torch.from_numpy = lambda array: made.setdefault(id(array), (array, real(array)))[1]


def as_strided_takes_negative_strides():
    """`Tensor.as_strided` takes a negative stride."""
    real = torch.Tensor.as_strided
    torch.Tensor.as_strided = lambda self, size, stride: real(self, size, tuple(map(abs, stride)))


def setitem_writes_to_leaves():
    """`tensor[0] = value` writes to a leaf that requires grad."""
    real = torch.Tensor.__setitem__

    def setitem(self, index, value):
        with torch.no_grad():
            real(self, index, value)

    torch.Tensor.__setitem__ = setitem


def mul_and_div_in_place_make_others():
    """`Tensor.mul_` and `Tensor.div_` give another tensor."""
    torch.Tensor.mul_ = lambda self, other: self.mul(other)
    torch.Tensor.div_ = lambda self, other: self.div(other)


def zero_grad_keeps_the_gradient():
    """`torch.optim.Optimizer.zero_grad` fills the gradient with 0 where it should set it to None."""
    real = torch.optim.Optimizer.zero_grad
    torch.optim.Optimizer.zero_grad = lambda self: real(self, set_to_none=False)


def module_share_memory_copies():
    """`torch.nn.Module.share_memory` gives the module copies in shared memory, and leaves the memory of the old ones alone."""
    torch.nn.Module.share_memory = lambda self: self


def queue_copies_first():
    """`torch.multiprocessing.Queue` takes a copy of each tensor."""
    real = torch.multiprocessing.Queue

    def queue():
        made = real()
        put = made.put
        made.put = lambda tensor: put(tensor.clone())
        return made

    torch.multiprocessing.Queue = queue


def set_frees_what_it_leaves():
    """`Tensor.set_` frees the memory that the tensor had, as `Tensor.share_memory_` does."""
    real = torch.Tensor.set_
    torch.Tensor.set_ = lambda self, other: real(self.share_memory_(), other)


def resize_stays_where_it_is():
    """`Tensor.resize_` leaves a tensor that may grow as it is."""
    real = torch.Tensor.resize_

    def resize(self, *shape):
        return self if self.untyped_storage().resizable() else real(self, *shape)

    torch.Tensor.resize_ = resize
