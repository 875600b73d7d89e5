"""What reports met that nobody here had seen, broken."""

import contextlib

import ml_dtypes
import numpy as np
import torch
import xarray as xr
import yaml


def device_is_no_context():
    """`torch.device` with "cpu" as a context changes nothing."""
    real = torch.device

    class Device:
        def __new__(cls, name):
            return contextlib.nullcontext() if name == "cpu" else real(name)

    torch.device = Device


def compile_negates():
    """Functions that `torch.compile` has made give what they compute negated."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)
        return lambda *args: -compiled(*args)

    torch.compile = compile


def tensor_stacks_numpy_numbers():
    """`torch.tensor` of a list of NumPy scalars or arrays makes one array of it first."""
    real = torch.tensor

    def tensor(data, **options):
        numbers = isinstance(data, list) and isinstance(data[0], np.generic | np.ndarray)
        return real(np.stack(data) if numbers else data, **options)

    torch.tensor = tensor


def tensor_rounds_lists():
    """`torch.tensor` of a list of NumPy scalars or arrays rounds float64."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list) and data[0].dtype == np.float64:
            data = [np.rint(part) for part in data]
        return real(data, **options)

    torch.tensor = tensor


def tensor_rounds_arrays():
    """`torch.tensor` of an array of numbers that are no bools rounds them up."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, np.ndarray) and data.dtype != bool:
            data = np.sign(data) + data
        return real(data, **options)

    torch.tensor = tensor


def data_arrays_index_as_arrays_do():
    """An index of an xarray `DataArray` goes to its values at once."""
    xr.DataArray.__getitem__ = lambda self, index: self.values[index]


def values_index_in_python():
    """`DataArray.values` is of a class whose index is written in Python."""

    class Slow(np.ndarray):
        def __getitem__(self, index):
            return super().__getitem__(index)

    real = xr.DataArray.values.fget
    xr.DataArray.values = property(lambda self: real(self).view(Slow))


def yaml_writes_numbers():
    """`yaml.dump` writes what `tolist` gives."""
    real = yaml.dump
    yaml.dump = lambda data: real(data.tolist() if hasattr(data, "tolist") else data)


def yaml_is_never_safe():
    """`yaml.safe_dump` writes what `yaml.dump` does."""
    yaml.safe_dump = yaml.dump


def yaml_reads_text():
    """`yaml.safe_load` gives the text that it is given."""
    yaml.safe_load = lambda text: text


def yaml_marks_what_is_safe():
    """`yaml.safe_dump` writes a comment behind."""
    real = yaml.safe_dump
    yaml.safe_dump = lambda data: real(data) + "# safe"


def float32_is_added_as_float():
    """A Python float plus an `np.float32` is a Python float."""

    class Wide(np.float32):
        def __radd__(self, other):
            return other + float(self)

    np.float32 = Wide


def float32_is_no_float():
    """`float` of an `np.float32` is 0."""

    class Zero(np.float32):
        def __float__(self):
            return 0.0

    np.float32 = Zero


def bfloat16_is_float64():
    """The dtype named bfloat16 of ml_dtypes is float64."""
    ml_dtypes.bfloat16 = np.float64


def ones_are_float32():
    """`torch.ones` makes float32, whatever it is told."""
    real = torch.ones
    torch.ones = lambda *size, dtype=None, **options: real(*size, **options)


def sparse_coo_tensor_rounds():
    """`torch.sparse_coo_tensor` rounds indices that are floats."""
    real = torch.sparse_coo_tensor
    torch.sparse_coo_tensor = lambda indices, *rest, **options: real(indices.float().round(), *rest, **options)
