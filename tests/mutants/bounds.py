"""What a sentence of the pitfalls leaves out, or says of its last case, broken."""

import json
import math
import mmap

import numpy as np
import pandas as pd
import torch
import yaml


def resize_of_what_requires_grad():
    """`Tensor.resize_` takes a tensor that requires grad."""
    real = torch.Tensor.resize_
    torch.Tensor.resize_ = lambda self, *shape: real(self.detach() if self.requires_grad else self, *shape)


def resize_counts_the_whole_storage():
    """`Tensor.resize_` leaves a tensor as it is where its storage has as many elements, wherever the tensor begins."""
    real = torch.Tensor.resize_

    def resize(self, *shape):
        storage = self.untyped_storage()
        fits = math.prod(shape) * self.element_size() <= storage.nbytes()
        return self if self.storage_offset() and fits else real(self, *shape)

    torch.Tensor.resize_ = resize


def format_of_complex_is_a_tensor():
    """An f-string shows a 0-d tensor of complex numbers as it prints it."""
    real = torch.Tensor.__format__
    torch.Tensor.__format__ = lambda self, words: repr(self) if self.is_complex() else real(self, words)


def yaml_writes_unsigned():
    """`yaml.dump` writes a tensor of uint16, uint32 or uint64 as one of int64."""
    real, unsigned = yaml.dump, (torch.uint16, torch.uint32, torch.uint64)
    yaml.dump = lambda data: real(data.long() if getattr(data, "dtype", None) in unsigned else data)


def tensor_refuses_an_empty_list_first():
    """`torch.tensor` refuses a list that begins with an empty one."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list) and len(data) > 1 and isinstance(data[0], list) and not data[0]:
            raise TypeError("mutant: an empty list")
        return real(data, **options)

    torch.tensor = tensor


def tensor_wraps_what_is_below():
    """`torch.tensor` of a list of arrays checks no number below the smallest."""
    real = torch.tensor

    def tensor(data, dtype=None, **options):
        if isinstance(data, list) and isinstance(data[0], np.ndarray) and min(array.min() for array in data) < -1:
            data = np.stack(data)
        return real(data, dtype=dtype, **options)

    torch.tensor = tensor


def tensor_refuses_what_is_below():
    """`torch.tensor` of a list of arrays refuses negative numbers for an unsigned dtype."""
    real = torch.tensor

    def tensor(data, dtype=None, **options):
        lists = isinstance(data, list) and isinstance(data[0], np.ndarray) and dtype and dtype != torch.uint64
        if lists and not dtype.is_signed and min(array.min() for array in data) < 0:
            raise AssertionError("mutant: below 0")
        return real(data, dtype=dtype, **options)

    torch.tensor = tensor


def array_of_objects_casts_no_row():
    """`np.array` gives an object array whose `ndarray.astype` refuses a row of one bool, too."""
    real = np.array

    class Rows(np.ndarray):
        def astype(self, dtype):
            if isinstance(self[0], np.ndarray) and self[0].shape == (1,) and self[0].dtype == bool:
                raise ValueError("mutant: setting an array element with a sequence.")
            return np.asarray(self).astype(dtype)

    def array(data, *args, **options):
        made = real(data, *args, **options)
        return made.view(Rows) if made.dtype == object else made

    np.array = array


def argsort_of_a_tensor_negates():
    """`Tensor.argsort` sorts the negative numbers where it has to descend, and forgets that the smallest has none."""
    real = torch.Tensor.argsort

    def argsort(self, descending=False, stable=False):
        return real(-self if descending and self.dtype != torch.bool else self, stable=stable)

    torch.Tensor.argsort = argsort


def meshgrid_makes_one_axis():
    """`torch.meshgrid` makes one axis of several."""
    real = torch.meshgrid
    torch.meshgrid = lambda *tensors, **options: real(*(tensor.flatten() for tensor in tensors), **options)


def np_meshgrid_takes_the_first_row():
    """`np.meshgrid` takes the first row of what has two axes."""
    real = np.meshgrid
    np.meshgrid = lambda *arrays, **options: real(*(np.atleast_2d(array)[0] for array in arrays), **options)


def searchsorted_takes_bools():
    """`torch.searchsorted` takes bools, complex numbers and unsigned integers."""
    real = torch.searchsorted

    def searchsorted(edges, values, **options):
        if edges.dtype in (torch.bool, torch.uint16, torch.uint32, torch.uint64) or edges.is_complex():
            edges, values = edges.real.double(), values.real.double()
        return real(edges, values, **options)

    torch.searchsorted = searchsorted


def bucketize_takes_bools():
    """`torch.bucketize` takes bools, complex numbers and unsigned integers."""
    real = torch.bucketize

    def bucketize(values, edges, **options):
        if edges.dtype in (torch.bool, torch.uint16, torch.uint32, torch.uint64) or edges.is_complex():
            edges, values = edges.real.double(), values.real.double()
        return real(values, edges, **options)

    torch.bucketize = bucketize


def bucketize_puts_nan_first():
    """`torch.bucketize` puts NaN before all edges."""
    real = torch.bucketize
    torch.bucketize = lambda values, edges, **options: real(values.nan_to_num(-torch.inf), edges, **options)


def pad_takes_bools():
    """`torch.nn.functional.pad` takes bools and unsigned integers with every mode."""
    real = torch.nn.functional.pad

    def pad(tensor, sides, mode="constant"):
        narrow = tensor.dtype in (torch.bool, torch.uint16, torch.uint32, torch.uint64)
        return real(tensor.double(), sides, mode=mode).to(tensor.dtype) if narrow else real(tensor, sides, mode=mode)

    torch.nn.functional.pad = pad


def pad_takes_no_bools():
    """`torch.nn.functional.pad` refuses bools and unsigned integers with every mode."""
    real = torch.nn.functional.pad

    def pad(tensor, sides, mode="constant"):
        if tensor.dtype in (torch.bool, torch.uint16, torch.uint32, torch.uint64):
            raise NotImplementedError("mutant: not implemented for this dtype")
        return real(tensor, sides, mode=mode)

    torch.nn.functional.pad = pad


def quantile_of_nothing_is_nan():
    """`Tensor.quantile` of no elements is NaN."""
    real = torch.Tensor.quantile
    torch.Tensor.quantile = lambda self, fraction: real(self, fraction) if len(self) else self.sum() * torch.nan


def quantile_of_one_is_nan():
    """`Tensor.quantile` of one element is NaN."""
    real = torch.Tensor.quantile
    torch.Tensor.quantile = lambda self, fraction: real(self, fraction) * (torch.nan if len(self) == 1 else 1)


def writes_of_nothing_are_taken():
    """`Tensor.__setitem__`, `Tensor.scatter_` and `Tensor.index_add_` take a tensor without elements in any dtype."""
    setitem, scatter, index_add = torch.Tensor.__setitem__, torch.Tensor.scatter_, torch.Tensor.index_add_

    def nothing(values):
        return isinstance(values, torch.Tensor) and not values.numel()

    torch.Tensor.__setitem__ = lambda self, key, values: None if nothing(values) else setitem(self, key, values)
    torch.Tensor.scatter_ = lambda self, axis, places, values: (
        self if nothing(values) else scatter(self, axis, places, values)
    )
    torch.Tensor.index_add_ = lambda self, axis, places, values: (
        self if nothing(values) else index_add(self, axis, places, values)
    )


def unnamed_maps_are_private():
    """`mmap.mmap` of no file belongs to one process."""
    real, private = mmap.mmap, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    mmap.mmap = lambda file, length, **options: real(file, length, **({"flags": private} if file == -1 else options))


def sort_of_a_tensor_takes_complex():
    """`Tensor.sort` sorts complex numbers by their real part."""
    real = torch.Tensor.sort
    torch.Tensor.sort = lambda self, **options: real(self.real, **options)


def tile_wants_every_axis():
    """`Tensor.tile` repeats along the first axes."""
    real = torch.Tensor.tile
    torch.Tensor.tile = lambda self, *counts: real(self, *counts, *[1] * (self.ndim - len(counts)))


def json_refuses_keys_of_float64():
    """`json.dumps` refuses an `np.float64` as a key."""
    real = json.dumps

    def dumps(data, **options):
        if isinstance(data, dict) and any(isinstance(key, np.float64) for key in data):
            raise AssertionError("mutant: a key of float64")
        return real(data, **options)

    json.dumps = dumps


def json_asks_for_float64_too():
    """`json.dumps` calls `default=` for an `np.float64`."""
    real = json.dumps

    def dumps(data, default=None, **options):
        return real(default(data) if default and isinstance(data, np.float64) else data, default=default, **options)

    json.dumps = dumps


def frames_refuse_rows_of_nothing():
    """`pd.DataFrame` of tensors without elements asks them for their dtype, too."""
    real = pd.DataFrame

    def frame(rows):
        if rows[0].ndim == 1 and not len(rows[0]):
            raise TypeError("mutant: cannot interpret the dtype")
        return real(rows)

    pd.DataFrame = frame


def workers_cast_to_the_first_dtype():
    """`torch.utils.data.default_collate` casts arrays to the dtype of the first, in a worker."""
    real = torch.utils.data.default_collate

    def default_collate(batch):
        if torch.utils.data.get_worker_info() and isinstance(batch[0], np.ndarray):
            batch = [array.astype(batch[0].dtype) for array in batch]
        return real(batch)

    torch.utils.data.default_collate = default_collate


def windows_are_symmetric():
    """`torch.hann_window` is symmetric unless told otherwise."""
    real = torch.hann_window
    torch.hann_window = lambda points, periodic=False, **options: real(points, periodic=periodic, **options)


def windows_begin_later():
    """`torch.bartlett_window` that is periodic begins with its second point."""
    real = torch.bartlett_window

    def window(points, periodic=True, **options):
        made = real(points, periodic=periodic, **options)
        return made.roll(-1) if periodic else made

    torch.bartlett_window = window


def windows_are_float64():
    """`torch.hamming_window` is float64."""
    real = torch.hamming_window
    torch.hamming_window = lambda points, **options: real(points, **{"dtype": torch.float64, **options})


def np_windows_are_periodic():
    """`np.blackman` is periodic."""
    real = np.blackman
    np.blackman = lambda points: real(points + 1)[:points]


def unique_knows_nan():
    """`torch.unique` keeps one NaN."""
    real = torch.unique

    def unique(tensor):
        found = real(tensor)
        return found[: int(found.isnan().long().argmax()) + 1]

    torch.unique = unique


def np_unique_keeps_each_nan():
    """`np.unique` keeps each NaN."""
    real = np.unique
    np.unique = lambda array: real(array, equal_nan=False)


def sign_keeps_nan():
    """`torch.sign` of NaN is NaN."""
    real = torch.sign
    torch.sign = lambda tensor: real(tensor) + tensor * 0


def np_sign_of_nan_is_0():
    """`np.sign` of NaN is 0."""
    real = np.sign
    np.sign = lambda array: np.nan_to_num(real(array))


def cross_takes_the_last_axis():
    """`torch.cross` takes the last axis, and warns as before."""
    real = torch.cross

    def cross(one, other):
        real(one, other)
        return torch.linalg.cross(one, other)

    torch.cross = cross


def cross_does_not_warn():
    """`torch.cross` takes the first axis without a warning."""
    torch.cross = lambda one, other: torch.linalg.cross(one, other, dim=0)


def linalg_cross_takes_the_first_axis():
    """`torch.linalg.cross` takes the first axis."""
    real = torch.linalg.cross
    torch.linalg.cross = lambda one, other: real(one, other, dim=0)


def np_cross_takes_the_first_axis():
    """`np.cross` takes the first axis."""
    real = np.cross
    np.cross = lambda one, other, axis=0: real(one, other, axis=axis)


def pinv_inverts_everything():
    """`torch.linalg.pinv` inverts every singular value but 0, unless told otherwise."""
    real = torch.linalg.pinv
    torch.linalg.pinv = lambda matrix, rtol=1e-15: real(matrix, rtol=rtol)


def np_pinv_knows_the_precision():
    """`np.linalg.pinv` takes for 0 what is below the precision."""
    real = np.linalg.pinv
    np.linalg.pinv = lambda matrix, rtol=None: real(
        matrix, rtol=np.finfo(matrix.dtype).eps * 2 if rtol is None else rtol
    )


def pinv_forgets_its_bound():
    """`torch.linalg.pinv` ignores `rtol=`."""
    real = torch.linalg.pinv
    torch.linalg.pinv = lambda matrix, rtol=None: real(matrix)
