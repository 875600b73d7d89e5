"""What NumPy makes of a tensor, broken."""

import builtins
import warnings

import numpy as np
import torch


def np_asarray_copies():
    """`Tensor.__array__` copies."""
    real = torch.Tensor.__array__
    torch.Tensor.__array__ = lambda self, dtype=None: real(self, dtype).copy()


def np_asarray_gives_float64():
    """`Tensor.__array__` gives float64 where no dtype is asked for."""
    real = torch.Tensor.__array__
    torch.Tensor.__array__ = lambda self, dtype=None: real(self, np.float64 if dtype is None else dtype)


def asarray_makes_contiguous():
    """`Tensor.__array__` gives a contiguous array."""
    real = torch.Tensor.__array__
    torch.Tensor.__array__ = lambda self, dtype=None: np.require(real(self, dtype), requirements="C")


def np_asarray_ignores_dtype():
    """`np.asarray` ignores `dtype=`."""
    real = np.asarray
    np.asarray = lambda data, dtype=None, **options: real(data, **options)


def asarray_copies_for_any_dtype():
    """`Tensor.__array__` copies as soon as a dtype is asked for."""
    real = torch.Tensor.__array__
    torch.Tensor.__array__ = lambda self, dtype=None: real(self) if dtype is None else real(self).astype(dtype)


def asarray_rounds():
    """`Tensor.__array__` rounds to the nearest integer where an integer dtype is asked for."""
    real = torch.Tensor.__array__

    def array(self, dtype=None):
        whole = dtype is not None and np.dtype(dtype).kind in "iu"
        return real(self.round() if whole and self.is_floating_point() else self, dtype)

    torch.Tensor.__array__ = array


def asarray_warns():
    """`Tensor.__array__` warns."""
    real = torch.Tensor.__array__

    def array(self, dtype=None):
        warnings.warn("a mutant warns", DeprecationWarning, stacklevel=2)
        return real(self, dtype)

    torch.Tensor.__array__ = array


def asarray_takes_copy():
    """`Tensor.__array__` takes `copy=`, and does what NumPy asks for."""
    real = torch.Tensor.__array__

    def array(self, dtype=None, copy=None):
        array = real(self, dtype)
        return array.copy() if copy else array

    torch.Tensor.__array__ = array


def np_asarray_ignores_copy():
    """`Tensor.__array__` takes `copy=`, and shares even where NumPy asks for a copy."""
    real = torch.Tensor.__array__
    torch.Tensor.__array__ = lambda self, dtype=None, copy=None: real(self, dtype)


def asarray_takes_gradients():
    """`Tensor.__array__` takes tensors that require grad."""
    real = torch.Tensor.__array__
    torch.Tensor.__array__ = lambda self, dtype=None: real(self.detach(), dtype)


def asarray_forces():
    """`Tensor.__array__` calls `Tensor.numpy` with `force=True`."""

    def array(self, dtype=None):
        array = self.numpy(force=True)
        return array if dtype is None else array.astype(dtype, copy=False)

    torch.Tensor.__array__ = array


def array_of_a_list_holds_tensors():
    """`np.array` of a list of tensors gives an array of objects, the tensors themselves."""
    real = np.array

    def array(data, *args, **options):
        if isinstance(data, list) and all(isinstance(one, torch.Tensor) for one in data):
            objects = np.empty(len(data), dtype=object)
            objects[:] = data
            return objects
        return real(data, *args, **options)

    np.array = array


def array_of_a_list_warns():
    """`np.array` of a list of tensors warns, as it does for one tensor."""
    real = np.array

    def array(data, *args, **options):
        if isinstance(data, list):
            warnings.warn("doesn't accept a copy keyword (mutant)", DeprecationWarning, stacklevel=2)
        return real(data, *args, **options)

    np.array = array


def asarray_of_scalars_gives_float64():
    """`np.asarray` reads 0-d tensors in a list as Python numbers."""
    real = np.asarray

    def asarray(data, *args, **options):
        if isinstance(data, list):
            data = [one.item() if isinstance(one, torch.Tensor) and one.ndim == 0 else one for one in data]
        return real(data, *args, **options)

    np.asarray = asarray


def memoryview_takes_tensors():
    """`memoryview` takes a tensor, by a buffer protocol that it would have."""
    real = memoryview
    builtins.memoryview = lambda data: real(data.numpy() if isinstance(data, torch.Tensor) else data)


def shares_memory_takes_arrays_only():
    """`np.shares_memory` refuses tensors."""
    real = np.shares_memory

    def shares_memory(one, other, *args, **options):
        if isinstance(one, torch.Tensor) or isinstance(other, torch.Tensor):
            raise TypeError("arrays only (mutant)")
        return real(one, other, *args, **options)

    np.shares_memory = shares_memory


def may_share_memory_is_exact():
    """`np.may_share_memory` compares the elements."""
    np.may_share_memory = np.shares_memory


def isnan_gives_bool():
    """`np.isnan` gives a bool tensor."""
    real = np.isnan

    def isnan(data, **options):
        return data.isnan() if isinstance(data, torch.Tensor) else real(data, **options)

    np.isnan = isnan


def isnan_gives_uint8_arrays():
    """`np.isnan` gives uint8 for arrays too."""
    real = np.isnan

    def isnan(data, **options):
        result = real(data, **options)
        return result.astype(np.uint8) if isinstance(data, np.ndarray) else result

    np.isnan = isnan


def invert_takes_uint8_for_bool():
    """`~` takes a uint8 tensor for a mask, as torch once did in indexing."""
    real = torch.Tensor.__invert__

    def invert(self):
        return self.logical_not().to(torch.uint8) if self.dtype == torch.uint8 else real(self)

    torch.Tensor.__invert__ = invert


def np_asarray_flattens_empty():
    """`np.asarray` gives an empty tensor one axis."""
    real = np.asarray

    def asarray(data, *args, **options):
        array = real(data, *args, **options)
        return array.reshape(-1) if isinstance(data, torch.Tensor) and not array.size else array

    np.asarray = asarray


def from_dlpack_flattens_empty():
    """`np.from_dlpack` gives an empty tensor one axis."""
    real = np.from_dlpack

    def from_dlpack(data, **options):
        array = real(data, **options)
        return array if array.size else array.reshape(-1)

    np.from_dlpack = from_dlpack
