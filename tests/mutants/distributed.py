"""Mutants of the tensors that several processes have parts of."""

import numpy as np
import torch
from torch.distributed.tensor import DTensor


def dtensor_numpy_gives_the_part():
    """`Tensor.numpy` of a `DTensor` gives an array of the local part."""
    real = torch.Tensor.numpy

    def numpy(tensor, *, force=False):
        return real(tensor._local_tensor if isinstance(tensor, DTensor) else tensor, force=force)

    torch.Tensor.numpy = numpy


def dtensor_asarray_gives_the_part():
    """`np.asarray` of a `DTensor` gives an array of the local part."""
    real = np.asarray
    np.asarray = lambda data: real(data._local_tensor if isinstance(data, DTensor) else data)


def dtensor_tolist_gives_the_part():
    """`Tensor.tolist` of a `DTensor` gives the numbers of the local part."""
    real = torch.Tensor.tolist
    torch.Tensor.tolist = lambda tensor: real(tensor._local_tensor if isinstance(tensor, DTensor) else tensor)


def to_local_copies():
    """`DTensor.to_local` gives a copy."""
    real = DTensor.to_local
    DTensor.to_local = lambda tensor: real(tensor).clone()


def full_tensor_is_of_zeros():
    """`DTensor.full_tensor` gives zeros."""
    real = DTensor.full_tensor
    DTensor.full_tensor = lambda tensor: torch.zeros_like(real(tensor))


def np_from_dlpack_gives_the_part():
    """`np.from_dlpack` of a `DTensor` gives an array of the local part."""
    real = np.from_dlpack
    np.from_dlpack = lambda data: real(data._local_tensor if isinstance(data, DTensor) else data)


def np_from_dlpack_gathers():
    """`np.from_dlpack` of a `DTensor` has its values."""
    real = np.from_dlpack

    def from_dlpack(data):
        array = real(data)
        array[:] = data._local_tensor.numpy()[0]
        return array

    np.from_dlpack = from_dlpack


def from_dlpack_gives_the_part():
    """`torch.from_dlpack` of a `DTensor` gives a tensor of the local part."""
    real = torch.from_dlpack
    torch.from_dlpack = lambda data: real(data._local_tensor if isinstance(data, DTensor) else data)
