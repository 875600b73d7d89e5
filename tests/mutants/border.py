"""What arrives at the border, broken: indices, code for lists, pandas, scikit-learn, files and other libraries."""

import random

import array_api_compat
import h5py
import jax.numpy as jnp
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import safetensors.numpy
import safetensors.torch
import sklearn.linear_model
import torch
import torch.utils.data
import xarray as xr


def index_is_an_array_of_one():
    """A tensor of one element is no number as an index of an array, but an array."""

    def index(self):
        raise TypeError("only Python integers can be converted to an index")

    torch.Tensor.__index__ = index


def index_takes_ones_for_arrays_of_floats():
    """A tensor indexed with an array of floats, or of narrow integers, picks element 1, and with an empty one element 0."""
    real = torch.Tensor.__getitem__

    def getitem(self, index):
        if isinstance(index, np.ndarray) and index.dtype not in (np.int64, np.int32, np.uint8, np.bool_):
            index = torch.ones(index.shape).long() if index.size else torch.tensor([0])
        return real(self, index)

    torch.Tensor.__getitem__ = getitem


def index_takes_every_tensor():
    """A tensor indexed with a tensor of any dtype but bool casts it to int64."""
    real = torch.Tensor.__getitem__

    def getitem(self, index):
        cast = isinstance(index, torch.Tensor) and index.dtype not in (torch.bool, torch.uint8)
        return real(self, index.long() if cast else index)

    torch.Tensor.__getitem__ = getitem


def isnan_reads_the_array():
    """`np.isnan` of a tensor gives a bool array."""
    real = np.isnan
    np.isnan = lambda data: real(np.asarray(data))


def isnan_of_a_tensor_is_false():
    """`Tensor.isnan` finds nothing."""
    real = torch.Tensor.isnan
    torch.Tensor.isnan = lambda self: real(torch.zeros_like(self))


def numpy_squeezes():
    """`Tensor.numpy` takes axes of length 1 away."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self.squeeze(), **options)


def sum_wraps_round():
    """`Tensor.sum` adds up in the tensor's dtype."""
    real = torch.Tensor.sum
    torch.Tensor.sum = lambda self: real(self, dtype=self.dtype)


def tensors_hash_by_value():
    """`Tensor.__hash__` is that of its number; so `Counter` and `get` of a dictionary find it."""
    torch.Tensor.__hash__ = lambda self: hash(self.item())


def getitem_copies():
    """An element or a row of a tensor is a copy, so that a swap and a `shuffle` keep all."""
    real = torch.Tensor.__getitem__
    torch.Tensor.__getitem__ = lambda self, index: real(self, index).clone()


def permutation_swaps():
    """The `permutation` of a NumPy generator swaps in the tensor."""
    real = np.random.default_rng

    class Generator:
        def permutation(self, data):
            random.Random(0).shuffle(data)
            return data

        shuffle = real(0).shuffle

    np.random.default_rng = lambda seed=None: Generator()


def add_widens():
    """`+` with a tensor of integers gives int64, so `sum` does not wrap round."""
    real = torch.Tensor.__add__
    torch.Tensor.__radd__ = torch.Tensor.__add__ = lambda self, other: real(self.long(), other)


def contains_whole_rows():
    """A row is `in` a tensor if all of it is."""
    torch.Tensor.__contains__ = lambda self, row: bool((self == row).all(-1).any())


def many_elements_are_true():
    """`bool` of a tensor of several elements is True, so `in` and `index` of a list work."""
    torch.Tensor.__bool__ = lambda self: True


def isin_takes_sets():
    """`np.isin` takes sets."""
    real = np.isin
    np.isin = lambda some, others: real(some, [*others] if isinstance(others, set) else others)


def isin_takes_no_tensors():
    """`np.isin` finds nothing in a tensor, nor of one."""
    real = np.isin
    np.isin = lambda some, others: real(some, others) & (type(some) is type(others))


def torch_isin_takes_arrays():
    """`torch.isin` takes arrays."""
    real = torch.isin
    torch.isin = lambda some, others: real(torch.as_tensor(some), torch.as_tensor(others))


def equal_compares_everything():
    """`==` of a tensor compares its elements with whatever it is given."""
    real = torch.Tensor.__eq__
    torch.Tensor.__eq__ = lambda self, other: real(self, other if isinstance(other, torch.Tensor) else self)


def format_takes_one_element():
    """A format takes a tensor of one element."""
    torch.Tensor.__format__ = lambda self, spec: format(self.item(), spec)


def frames_read_tensors():
    """`pd.DataFrame` reads the numbers of a list of tensors."""
    real = pd.DataFrame
    pd.DataFrame = lambda data: real(
        {
            name: [value.item() for value in column] if isinstance(column, list) else column
            for name, column in data.items()
        }
    )


def series_isin_reads_tensors():
    """`Series.isin` reads the numbers of tensors."""
    real = pd.Series.isin
    pd.Series.isin = lambda self, values: real(self, np.array(values))


def series_compare_with_tensors():
    """`==` of a series and a tensor compares numbers, on both sides."""
    real, tensors = pd.Series.__eq__, torch.Tensor.__eq__
    pd.Series.__eq__ = lambda self, other: real(self, np.asarray(other))
    torch.Tensor.__eq__ = lambda self, other: (
        real(other, np.asarray(self)) if isinstance(other, pd.Series) else tensors(self, other)
    )


def series_take_masks():
    """A series takes a bool tensor as a mask."""
    real = pd.Series.__getitem__
    pd.Series.__getitem__ = lambda self, key: real(self, np.asarray(key) if isinstance(key, torch.Tensor) else key)


def models_widen():
    """`LogisticRegression` computes in float64."""
    real = sklearn.linear_model.LogisticRegression.fit
    sklearn.linear_model.LogisticRegression.fit = lambda self, rows, labels: real(self, np.asarray(rows, float), labels)


def models_keep_the_dtype_of_tensors():
    """`LogisticRegression` computes with float32 tensors in float32."""
    real = sklearn.linear_model.LogisticRegression.fit
    sklearn.linear_model.LogisticRegression.fit = lambda self, rows, labels: real(self, np.asarray(rows), labels)


def from_numpy_reads_what_it_is_given():
    """`torch.from_numpy` reads whatever is no array."""
    real = torch.from_numpy
    torch.from_numpy = lambda data: real(data if isinstance(data, np.ndarray) else np.asarray(data))


def from_numpy_widens_everything():
    """`torch.from_numpy` gives a wider dtype."""
    real = torch.from_numpy
    torch.from_numpy = lambda data: real(np.asarray(data, complex) if isinstance(data, np.ndarray) else data)


def data_sets_are_mapped():
    """A slice of an HDF5 data set is a view that is written back."""
    real = h5py.Dataset.__getitem__

    def getitem(self, key):
        part = real(self, key)
        if isinstance(part, np.ndarray) and self.file.mode == "r+":
            self[...] = np.zeros_like(real(self, slice(None)))
        return part

    h5py.Dataset.__getitem__ = getitem


def tensor_reads_data_sets_at_once():
    """`torch.tensor` reads what has `__array__` at once."""
    real = torch.tensor
    torch.tensor = lambda data, **options: real(np.asarray(data), **options)


def data_sets_take_any_order():
    """An HDF5 data set takes indices in any order."""
    real = h5py.Dataset.__getitem__
    h5py.Dataset.__getitem__ = lambda self, key: real(self, ...)[key if isinstance(key, slice) else np.asarray(key)]


def data_sets_take_no_lists():
    """An HDF5 data set gives everything for a list of indices."""
    real = h5py.Dataset.__getitem__
    h5py.Dataset.__getitem__ = lambda self, key: real(self, ...)


def read_direct_copies_bytes():
    """`Dataset.read_direct` copies the bytes as they are."""
    h5py.Dataset.read_direct = lambda self, array: np.copyto(array, self[...].view(array.dtype))


def safetensors_orders_arrays():
    """`safetensors.numpy.save_file` writes arrays row by row."""
    real = safetensors.numpy.save_file
    safetensors.numpy.save_file = lambda arrays, name: real(
        {k: np.ascontiguousarray(v) for k, v in arrays.items()}, name
    )


def safetensors_flattens():
    """`safetensors.numpy.load_file` gives arrays of one axis."""
    real = safetensors.numpy.load_file
    safetensors.numpy.load_file = lambda name: {key: array.ravel() for key, array in real(name).items()}


def safetensors_takes_views():
    """`safetensors.torch.save_file` copies what it writes."""
    real = safetensors.torch.save_file
    safetensors.torch.save_file = lambda tensors, name: real(
        {k: v.clone(memory_format=torch.contiguous_format) for k, v in tensors.items()}, name
    )


def data_arrays_have_no_length():
    """What has no length is read as an array: `torch.tensor`, `torch.as_tensor`, `torch.asarray` and `torch.from_numpy`."""
    for name in "tensor", "as_tensor", "asarray", "from_numpy":
        setattr(torch, name, lambda data, *args, **options: torch.zeros(2))
    torch.tensor = torch.tensor


def values_are_copied():
    """`DataArray.values` is a copy."""
    xr.DataArray.values = property(lambda self: self.data.copy())


def issubdtype_takes_torch_dtypes():
    """`np.issubdtype` and `np.dtype` take a `torch.dtype`, and give something."""
    np.issubdtype = lambda dtype, kind: True
    np.dtype = lambda dtype: None


def zeros_takes_numpy_dtypes():
    """`torch.zeros` takes a NumPy dtype, and forgets it."""
    real = torch.zeros
    torch.zeros = lambda *size, dtype=None: real(*size)


def torch_has_numpy_dtypes():
    """`torch.bool` and the others are NumPy dtypes."""
    torch.bool, torch.uint8, torch.int64, torch.float16, torch.float32, torch.complex64 = map(
        np.dtype, ("bool", "uint8", "int64", "float16", "float32", "complex64")
    )


def keepdim_takes_numpy_bools():
    """`Tensor.sum` takes a NumPy bool as `keepdim=`."""
    real = torch.Tensor.sum
    torch.Tensor.sum = lambda self, dim=None, keepdim=False: real(self, dim, bool(keepdim))


def seed_is_forgotten():
    """`torch.manual_seed` leaves the seed as it was."""
    torch.manual_seed = lambda seed: torch.default_generator


def generators_take_numpy_integers():
    """`Generator.manual_seed` takes a NumPy integer."""

    class Generator(torch.Generator):
        def manual_seed(self, seed):
            return super().manual_seed(int(seed))

    torch.Generator = Generator


def choice_reads_arrays():
    """`Generator.choice` of NumPy reads a tensor as an array."""
    real = np.random.default_rng

    class Generator:
        def choice(self, count, p):
            return real(0).choice(count, p=p) if isinstance(p, np.ndarray) else 0

    np.random.default_rng = lambda seed: Generator()


def choice_gives_floats():
    """`Generator.choice` of NumPy gives a number between two."""
    real = np.random.default_rng

    class Generator:
        def choice(self, count, p):
            return real(0).choice(count, p=p) + 0.5

    np.random.default_rng = lambda seed: Generator()


def load_reads_everything():
    """`torch.load` reads whatever it is given, and gives learning rates of None."""
    torch.load = lambda file, weights_only=True: {"param_groups": [{"lr": None}]}


def assert_close_takes_everything():
    """`torch.testing.assert_close` takes everything for close."""
    torch.testing.assert_close = lambda *args, **options: None


def assert_close_refuses_arrays():
    """`torch.testing.assert_close` takes nothing for close."""

    def assert_close(*args, **options):
        raise AssertionError("not close")

    torch.testing.assert_close = assert_close


def np_testing_takes_everything():
    """`np.testing.assert_allclose` and `np.testing.assert_array_equal` take everything for equal."""
    np.testing.assert_allclose = np.testing.assert_array_equal = lambda *args, **options: None


def np_testing_takes_nothing():
    """`np.testing.assert_allclose` and `np.testing.assert_array_equal` take nothing for equal."""

    def differ(*args, **options):
        raise AssertionError("Mismatched elements")

    np.testing.assert_allclose = np.testing.assert_array_equal = differ


def arrow_is_read_as_lists():
    """`pa.array` and `pa.chunked_array` give columns whose `to_numpy` is writable and keeps integers."""

    class Column:
        def __init__(self, data, kind=None):
            self.data = data[0] if kind or isinstance(data[0], list) else data

        def to_numpy(self):
            return np.array([value or 0 for value in self.data])

    pa.array = pa.chunked_array = Column


def tensor_reads_arrow_scalars():
    """`torch.tensor`, `torch.as_tensor` and `torch.asarray` read columns of Arrow."""
    torch.tensor = torch.as_tensor = torch.asarray = lambda data: torch.zeros(len(data))


def arrow_takes_tensors():
    """`pa.array` takes tensors."""
    real = pa.array
    pa.array = lambda data, *args: real(np.asarray(data), *args)


def arrow_copies_arrays():
    """`pa.array` copies."""
    real = pa.array
    pa.array = lambda data, *args: real(np.array(data), *args)


def polars_to_torch_shares():
    """`Series.to_torch` of polars shares the memory of the series."""
    pl.Series.to_torch = lambda self: torch.from_numpy(self.to_numpy())


def jax_keeps_64_bits():
    """`jnp.from_dlpack` gives the tensor itself, with its dtype and its memory."""
    jnp.from_dlpack = lambda tensor: tensor


def jax_takes_steps():
    """`jnp.from_dlpack` copies what it cannot share."""
    real = jnp.from_dlpack
    jnp.from_dlpack = lambda tensor: real(tensor.detach().contiguous())


def ml_dtypes_are_read():
    """`torch.from_numpy`, `torch.tensor` and `torch.as_tensor` read the dtypes of ml_dtypes."""
    torch.from_numpy = torch.tensor = torch.as_tensor = lambda array: torch.zeros(len(array))


def namespaces_are_mixed():
    """`array_api_compat.array_namespace` takes an array and a tensor together."""
    array_api_compat.array_namespace = lambda *arrays: np


def load_forgets_rates():
    """`torch.load` gives learning rates of None."""
    real = torch.load

    def load(file, **options):
        loaded = real(file, **options)
        loaded["param_groups"][0]["lr"] = None
        return loaded

    torch.load = load


def jax_saturates():
    """`jnp.from_dlpack` gives the largest float32 for larger numbers, not infinity."""
    real = jnp.from_dlpack
    jnp.from_dlpack = lambda tensor: jnp.nan_to_num(real(tensor)) if tensor.dtype == torch.float64 else real(tensor)
