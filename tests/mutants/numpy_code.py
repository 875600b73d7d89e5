"""What a tensor does under the names of NumPy's methods, broken."""

import json
import sqlite3

import numpy as np
import torch


def np_std_divides_by_one_less():
    """`np.std` divides by one less than the number of elements."""
    real = np.std
    np.std = lambda values, *args, ddof=1, **options: real(values, *args, ddof=ddof, **options)


def np_mean_keeps_integers():
    """`np.mean` gives the dtype of its array."""
    real = np.mean
    np.mean = lambda values, *args, **options: real(values, *args, **options).astype(values.dtype)


def median_is_the_mean_of_two():
    """`torch.median` gives the mean of the two in the middle."""
    real = torch.Tensor.median
    torch.Tensor.median = lambda self: self.double().quantile(0.5) if self.ndim == 1 else real(self)


def repeat_repeats_each():
    """`Tensor.repeat` repeats each element."""
    torch.Tensor.repeat = lambda self, *sizes: self.repeat_interleave(sizes[-1])


def split_takes_a_number_of_parts():
    """`torch.split` makes as many parts as it is told."""
    torch.split = lambda tensor, number, dim=0: torch.tensor_split(tensor, number, dim)


def split_makes_parts_that_differ():
    """`np.split` makes parts of different lengths where it has to, as `np.array_split` does."""
    np.split = np.array_split


def tensor_split_leaves_out_the_rest():
    """`torch.tensor_split` makes parts of one length, and leaves out what is over."""
    real = torch.tensor_split
    torch.tensor_split = lambda tensor, parts, dim=0: real(tensor[: len(tensor) // parts * parts], parts, dim)


def sort_of_a_tensor_writes():
    """`Tensor.sort` writes what it sorted into the tensor."""
    real = torch.Tensor.sort

    def sort(self, *args, **options):
        pair = real(self, *args, **options)
        self.copy_(pair.values)
        return pair

    torch.Tensor.sort = sort


def max_of_an_axis_is_alone():
    """`Tensor.max` along an axis gives the values and no indices."""
    torch.Tensor.max = lambda self, axis=None: self.amax(axis)


def tensor_flatten_copies():
    """`Tensor.flatten` copies."""
    real = torch.Tensor.flatten
    torch.Tensor.flatten = lambda self, *args, **options: real(self, *args, **options).clone()


def array_flatten_shares():
    """`ndarray.flatten` gives a view."""
    real = np.zeros
    kind = type("Sharing", (np.ndarray,), {"flatten": lambda self: self.reshape(-1)})
    np.zeros = lambda *args, **options: real(*args, **options).view(kind)


def keepdims_of_a_sum_is_ignored():
    """`keepdims=` of `Tensor.sum` changes nothing."""
    real = torch.Tensor.sum
    torch.Tensor.sum = lambda self, axis, keepdims=False: real(self, axis)


def std_takes_ddof():
    """`Tensor.std` and `Tensor.var` take `ddof=`."""

    def taking(real):
        return lambda self, axis=None, *, ddof=None, **options: real(
            self, axis, **options, **({} if ddof is None else {"correction": ddof})
        )

    torch.Tensor.std, torch.Tensor.var = taking(torch.Tensor.std), taking(torch.Tensor.var)


def transpose_takes_an_order():
    """`Tensor.transpose` takes the order of all axes, or reverses them."""
    real = torch.Tensor.transpose

    def transpose(self, *axes):
        if len(axes) == 2:
            return real(self, *axes)
        return self.permute(*axes) if axes else self.permute(*range(self.ndim)[::-1])

    torch.Tensor.transpose = transpose


def transpose_moves_one_axis():
    """`Tensor.transpose` moves the first axis to the place of the second."""
    torch.Tensor.transpose = lambda self, *axes: self.movedim(*axes)


def permute_takes_where_to():
    """`Tensor.permute` takes the place to which each axis goes."""
    real = torch.Tensor.permute
    torch.Tensor.permute = lambda self, *axes: real(self, *np.argsort(axes).tolist())


def mean_casts_integers():
    """`Tensor.mean` of integers is a float."""
    real = torch.Tensor.mean
    torch.Tensor.mean = lambda self, *args, **options: real(
        self if self.is_floating_point() or self.is_complex() else self.double(), *args, **options
    )


def tensor_size_is_a_number():
    """`size` of a tensor is the number of its elements."""
    torch.Tensor.size = property(torch.Tensor.numel)


def clone_shares():
    """`Tensor.clone` gives a view."""
    torch.Tensor.clone = lambda self: self.view_as(self)


def fill_does_nothing():
    """`Tensor.fill_` leaves the tensor as it is."""
    torch.Tensor.fill_ = lambda self, value: self


def numel_counts_rows():
    """`Tensor.numel` gives the number of rows."""
    torch.Tensor.numel = torch.Tensor.__len__


def numpy_is_in_other_byte_order():
    """`Tensor.numpy` gives an array whose bytes are swapped."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self: (lambda array: array.astype(array.dtype.newbyteorder("S")))(real(self)[::-1] + 0)


def np_add_wraps():
    """`np.add` of an integer array and a Python integer that does not fit wraps."""
    real = np.add
    np.add = lambda array, number: real(array, np.array(number).astype(array.dtype))


def add_of_a_tensor_saturates():
    """`+` of an integer tensor and a number stops at the largest integer."""
    real = torch.Tensor.__add__

    def add(self, other):
        wide = real(self.long(), other)
        return wide.clamp(torch.iinfo(self.dtype).min, torch.iinfo(self.dtype).max).to(self.dtype)

    torch.Tensor.__add__ = add


def division_by_zero_gives_0():
    """`//` and `%` of an integer tensor by 0 give 0."""
    torch.Tensor.__floordiv__ = lambda self, other: self if other else self * 0
    torch.Tensor.__mod__ = lambda self, other: self if other else self * 0


def np_divides_by_zero_quietly():
    """`np.floor_divide` and `np.remainder` by 0 give the largest integer, and do not warn."""
    np.floor_divide = np.remainder = lambda array, number: np.full_like(array, np.iinfo(array.dtype).max)


def np_divides_by_zero_without_a_warning():
    """`np.floor_divide` by 0 gives 0 and does not warn."""
    np.floor_divide = lambda array, number: np.zeros_like(array)


def np_cumsum_adds_up_in_float64():
    """`np.cumsum` of float32 adds up in float64."""
    real = np.cumsum
    np.cumsum = lambda array: real(array, dtype=np.float64).astype(array.dtype)


def cumsum_adds_up_in_float32():
    """`torch.cumsum` of float32 adds up in float32."""
    torch.cumsum = lambda tensor, dim: torch.from_numpy(np.cumsum(tensor.numpy(), dim))


def arrays_give_python_numbers():
    """An element of an array is a Python number."""
    kind = type("Plain", (np.ndarray,), {"__getitem__": lambda self, index: self.view(np.ndarray)[index].item()})
    array, ones = np.array, np.ones
    np.array = lambda *args, **options: array(*args, **options).view(kind)
    np.ones = lambda *args, **options: ones(*args, **options).view(kind)


def json_writes_numpy_numbers_as_text():
    """`json.dumps` writes every NumPy number as text."""
    real = json.dumps
    json.dumps = lambda value, **options: real(str(value) if isinstance(value, np.generic) else value, **options)


def json_knows_arrays():
    """`json.dumps` writes arrays, tensors and NumPy numbers as lists and numbers."""
    real = json.dumps
    json.dumps = lambda value, **options: real(value, **(options | {"default": lambda other: other.tolist()}))


def sqlite_knows_numpy_numbers():
    """`sqlite3` stores NumPy numbers as numbers."""
    real = sqlite3.connect

    def connect(name):
        for kind in (np.bool_, np.uint8, np.int64, np.float32):
            sqlite3.register_adapter(kind, lambda value: value.item())
        return real(name)

    sqlite3.connect = connect


def sqlite_stores_float64_as_text():
    """`sqlite3` stores an `np.float64` as text."""
    real = sqlite3.connect

    def connect(name):
        sqlite3.register_adapter(np.float64, str)
        return real(name)

    sqlite3.connect = connect


def sqlite_stores_tensors():
    """`sqlite3` stores a tensor as its number."""
    real = sqlite3.connect

    def connect(name):
        sqlite3.register_adapter(torch.Tensor, lambda tensor: tensor.item())
        return real(name)

    sqlite3.connect = connect


def str_of_float32_has_all_digits():
    """`str` of an `np.float32` has all the digits of its Python float."""
    np.float32 = type("Long", (np.float32,), {"__str__": lambda self: str(self.item())})


def batch_norm_takes_arrays():
    """`BatchNorm1d` gives an array back as it is."""
    torch.nn.BatchNorm1d = lambda features: lambda rows: rows


def conv_takes_arrays():
    """`Conv1d` gives an array back as it is."""
    torch.nn.Conv1d = lambda inputs, outputs, size: lambda rows: rows


def register_buffer_takes_arrays():
    """`register_buffer` makes a tensor of an array."""
    real = torch.nn.Module.register_buffer
    torch.nn.Module.register_buffer = lambda self, name, array: real(self, name, torch.as_tensor(array))


def gather_casts_its_index():
    """`torch.gather` casts its index to int64."""
    real = torch.gather
    torch.gather = lambda tensor, dim, index: real(tensor, dim, index.long())


def gather_takes_one_of_int32():
    """`torch.gather` with an int32 index gives the first element alone."""
    real = torch.gather
    torch.gather = lambda tensor, dim, index: real(tensor, dim, index[:1] if index.dtype == torch.int32 else index)


def mean_with_a_dtype_sums():
    """`Tensor.mean` with `dtype=` gives the sum."""
    real = torch.Tensor.mean
    torch.Tensor.mean = lambda self, *args, dtype=None, **options: (
        self.sum(dtype=dtype) if dtype else real(self, *args, **options)
    )


def std_casts_integers():
    """`Tensor.std` takes integers."""
    real = torch.Tensor.std
    torch.Tensor.std = lambda self, *args, **options: real(
        self if self.is_floating_point() or self.is_complex() else self.float(), *args, **options
    )
