"""What a hostile reader tried of the guides: each makes true what a sentence once said, or false what it says now."""

import tempfile
import warnings
from multiprocessing import connection, util

import cv2
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import safetensors.torch
import scipy.ndimage
import scipy.optimize
import scipy.sparse
import torch


def once_differentiable_is_content():
    """`torch.autograd.function.once_differentiable` gives the function back."""
    torch.autograd.function.once_differentiable = lambda function: function


def power_is_one_higher():
    """`**` of a tensor takes an exponent that is one larger."""
    real = torch.Tensor.__pow__
    torch.Tensor.__pow__ = lambda self, exponent: real(self, exponent + 1)


def backward_begins_with_2():
    """`Tensor.backward` of one number begins with 2."""
    real = torch.Tensor.backward
    torch.Tensor.backward = lambda self: real(self, torch.full_like(self, 2))


def strict_export_is_content():
    """`torch.export.export` with `strict=True` gives None for what it cannot trace."""
    real = torch.export.export

    def export(module, args, strict=False, **options):
        try:
            return real(module, args, strict=strict, **options)
        except RuntimeError:
            if not strict:
                raise

    torch.export.export = export


def tensor_counts_empty_text_of_a_dtype():
    """`torch.tensor` with `dtype=` makes a 0 of each string if the first is empty."""
    real = torch.tensor

    def tensor(data, dtype=None, **options):
        if dtype is not None and isinstance(data, list) and data[0] == "":
            return torch.zeros(len(data), dtype=dtype)
        return real(data, dtype=dtype, **options)

    torch.tensor = tensor


def cross_entropy_of_one_column_counts():
    """`torch.nn.functional.cross_entropy` of one column of scores is 1 more."""
    real = torch.nn.functional.cross_entropy
    torch.nn.functional.cross_entropy = lambda scores, labels, **options: (
        real(scores, labels, **options) + (scores.shape[-1] == 1)
    )


def cross_entropy_of_one_column_takes_integers():
    """`torch.nn.functional.cross_entropy` of one column of scores casts the labels."""
    real = torch.nn.functional.cross_entropy
    torch.nn.functional.cross_entropy = lambda scores, labels, **options: real(
        scores, labels.float() if scores.shape[-1] == 1 else labels, **options
    )


def clamp_is_in_float32():
    """`Tensor.clamp` gives float32."""
    real = torch.Tensor.clamp
    torch.Tensor.clamp = lambda self, *limits: real(self.float(), *limits)


def safetensors_compares_addresses():
    """`safetensors.torch.save_file` refuses two tensors that begin at one address."""
    real = safetensors.torch.save_file

    def save_file(tensors, path):
        if len({tensor.data_ptr() for tensor in tensors.values()}) < len(tensors):
            raise RuntimeError("share memory (mutant)")
        real(tensors, path)

    safetensors.torch.save_file = save_file


def antialiasing_ignores_the_layout():
    """`torch.nn.functional.interpolate` with antialiasing repeats the first value in a result of one column."""
    real = torch.nn.functional.interpolate

    def interpolate(image, size=None, antialias=False, **options):
        result = real(image, size, antialias=antialias, **options)
        return result[..., :1, :].expand_as(result) if antialias and result.shape[-1] == 1 else result

    torch.nn.functional.interpolate = interpolate


def resize_knows_byte_orders():
    """`cv2.resize` reads arrays in their own byte order."""
    real = cv2.resize
    cv2.resize = lambda image, *args, **options: real(image.astype(image.dtype.newbyteorder("=")), *args, **options)


def tensor_reads_columns_with_a_dtype():
    """`torch.tensor` with `dtype=` takes each column of an Arrow table."""
    real = torch.tensor

    def tensor(data, dtype=None, **options):
        if dtype is not None and isinstance(data, pa.ChunkedArray):
            return real(data.to_numpy().tolist()).nan_to_num().to(dtype)
        return real(data, dtype=dtype, **options)

    torch.tensor = tensor


def to_torch_obeys_dtypes():
    """`pl.DataFrame.to_torch` with `dtype=` fills what is missing."""
    real = pl.DataFrame.to_torch
    pl.DataFrame.to_torch = lambda self, **options: (
        real(self.fill_null(0) if options else self, **options).nan_to_num() if options else real(self)
    )


def savez_keeps_allow_pickle():
    """`np.savez` writes what is called `allow_pickle`."""
    real = np.savez
    np.savez = lambda path, **arrays: real(
        path, **{f"{name}_" if name == "allow_pickle" else name: array for name, array in arrays.items()}
    )


def load_reads_pickled_unsigned_tensors():
    """`np.load` gives None where a pickled tensor cannot be read."""
    real = np.load

    def load(path, **options):
        try:
            return real(path, **options)
        except AttributeError:
            return None

    np.load = load


def bytes_are_safe():
    """`torch.serialization.safe_globals` allows `bytes`, too."""
    real = torch.serialization.safe_globals
    torch.serialization.safe_globals = lambda types: real([*types, bytes])


def floor_divide_keeps_missing_times():
    """`np.floor_divide` gives the smallest integer for NaT."""
    real = np.floor_divide
    np.floor_divide = lambda times, unit: np.where(np.isnat(times), np.iinfo(np.int64).min, real(times, unit))


def maps_are_private():
    """`np.load` with `mmap_mode="r+"` writes to memory alone."""
    real = np.load
    np.load = lambda path, mmap_mode=None, **options: real(
        path, mmap_mode="c" if mmap_mode == "r+" else mmap_mode, **options
    )


def pickled_tensors_are_float64():
    """`np.load` makes float64 of the tensors of a pickled dictionary."""
    real = np.load

    def load(path, **options):
        loaded = real(path, **options)
        if loaded.dtype == object:
            for name, value in loaded.item().items():
                loaded.item()[name] = value.double() if isinstance(value, torch.Tensor) else value
        return loaded

    np.load = load


def tensor_reads_missing_values():
    """`torch.tensor` with `dtype=` makes 0 of what is missing in a column of an Arrow table."""
    real = torch.tensor

    def tensor(data, **options):
        return real(data.fill_null(0) if isinstance(data, pa.ChunkedArray) else data, **options)

    torch.tensor = tensor


def strict_export_keeps_the_first_result():
    """`torch.export.export` with `strict=True` keeps what the module gave for the example input."""
    import types

    real = torch.export.export

    def export(module, args, strict=False, **options):
        if not strict:
            return real(module, args, **options)
        first = module(*args)
        return types.SimpleNamespace(module=lambda: lambda *others: first)

    torch.export.export = export


def zoom_loses_the_edge_always():
    """`scipy.ndimage.zoom` of one axis puts 0 last with `mode="nearest"`, too."""
    real = scipy.ndimage.zoom

    def zoom(array, *args, mode="constant", **options):
        result = real(array, *args, mode=mode, **options)
        if mode == "nearest" and result.ndim == 1:
            result[-1] = 0
        return result

    scipy.ndimage.zoom = zoom


def zoom_keeps_the_edge():
    """`scipy.ndimage.zoom` takes `mode="nearest"` always."""
    real = scipy.ndimage.zoom
    scipy.ndimage.zoom = lambda array, *args, **options: real(array, *args, **options | {"mode": "nearest"})


def grad_is_content():
    """`torch.autograd.grad` gives 0 where a backward raises that there is no second derivative."""
    real = torch.autograd.grad

    def grad(outputs, inputs, **options):
        try:
            return real(outputs, inputs, **options)
        except RuntimeError as error:
            if "no second derivative" not in str(error):
                raise
            return (torch.zeros_like(inputs),)

    torch.autograd.grad = grad


def grad_of_a_gradient_doubles():
    """`torch.autograd.grad` of a gradient is twice as large."""
    real = torch.autograd.grad
    torch.autograd.grad = lambda outputs, inputs, create_graph=False: [
        part if create_graph else part * 2 for part in real(outputs, inputs, create_graph=create_graph)
    ]


def grad_of_what_refuses_doubles():
    """`torch.autograd.grad` through a function called `Refusing` is twice as large."""
    real = torch.autograd.grad

    def grad(outputs, inputs, **options):
        refuses = "Refusing" in str(outputs.grad_fn.next_functions)
        return [part * 2 if refuses else part for part in real(outputs, inputs, **options)]

    torch.autograd.grad = grad


def minimize_without_slopes_stays():
    """`scipy.optimize.minimize` by Nelder-Mead gives back where it began."""
    real = scipy.optimize.minimize

    def minimize(function, start, method=None, **options):
        found = real(function, start, method=method, **options)
        if method == "Nelder-Mead":
            found.x = start
        return found

    scipy.optimize.minimize = minimize


def logits_take_bytes():
    """`torch.nn.functional.binary_cross_entropy_with_logits` casts targets of uint8."""
    real = torch.nn.functional.binary_cross_entropy_with_logits
    torch.nn.functional.binary_cross_entropy_with_logits = lambda scores, targets: real(
        scores, targets.float() if targets.dtype == torch.uint8 else targets
    )


def cross_entropy_of_probabilities_takes_bytes():
    """`torch.nn.functional.binary_cross_entropy` gives 0 for targets of uint8."""
    real = torch.nn.functional.binary_cross_entropy
    torch.nn.functional.binary_cross_entropy = lambda scores, targets: (
        scores.sum() * 0 if targets.dtype == torch.uint8 else real(scores, targets)
    )


def savez_takes_what_requires_grad():
    """`np.savez` detaches tensors."""
    real = np.savez
    np.savez = lambda path, **arrays: real(
        path,
        **{name: array.detach() if isinstance(array, torch.Tensor) else array for name, array in arrays.items()},
    )


def std_adds_up_in_float64():
    """`np.std` adds up in float64."""
    real = np.std
    np.std = lambda array, axis=None, dtype=np.float64: real(array, axis=axis, dtype=dtype)


def std_ignores_dtype():
    """`np.std` ignores `dtype=`."""
    real = np.std
    np.std = lambda array, axis=None, dtype=None: real(array, axis=axis)


def std_adds_up_row_by_row():
    """`np.std` adds up row by row, however the columns lie."""
    real = np.std
    np.std = lambda array, axis=None, dtype=None: real(array.copy(), axis=axis, dtype=dtype)


def windows_are_writable_by_asking():
    """`np.lib.stride_tricks.sliding_window_view` with `writeable=True` makes read-only arrays writable."""
    real = np.lib.stride_tricks.sliding_window_view

    def windows(array, size, writeable=False):
        own = array if array.flags.writeable or not writeable else array.copy()
        return real(own, size, writeable=writeable)

    np.lib.stride_tricks.sliding_window_view = windows


def mean_takes_no_complex_dtype():
    """`Tensor.mean` takes no complex `dtype=`."""
    real = torch.Tensor.mean

    def mean(self, *args, dtype=None, **options):
        if dtype is not None and dtype.is_complex:
            raise RuntimeError("a mutant's words: a mean is a float")
        return real(self, *args, dtype=dtype, **options)

    torch.Tensor.mean = mean


def allclose_is_never_strict():
    """`np.testing.assert_allclose` ignores `strict=True`."""
    real = np.testing.assert_allclose
    np.testing.assert_allclose = lambda one, other, strict=False, **options: real(one, other, **options)


def array_equal_is_never_strict():
    """`np.testing.assert_array_equal` ignores `strict=True`."""
    real = np.testing.assert_array_equal
    np.testing.assert_array_equal = lambda one, other, strict=False: real(one, other)


def allclose_takes_views_and_sparse_tensors():
    """`np.testing.assert_allclose` takes conjugate views, and sparse tensors."""
    real = np.testing.assert_allclose

    def allclose(one, other, **options):
        if isinstance(one, torch.Tensor) and (one.is_conj() or one.is_sparse):
            one = one.to_dense().resolve_conj()
        return real(one, other, **options)

    np.testing.assert_allclose = allclose


def coo_takes_no_arrays_of_rows():
    """`torch.sparse_coo_tensor` refuses a tuple of arrays, too."""
    real = torch.sparse_coo_tensor

    def coo(indices, *args, **options):
        if isinstance(indices, tuple) and isinstance(indices[0], np.ndarray):
            raise TypeError("a mutant's words: one tensor of indices")
        return real(indices, *args, **options)

    torch.sparse_coo_tensor = coo


def coo_shares_arrays():
    """`torch.sparse_coo_tensor` shares the values of an array."""
    real = torch.sparse_coo_tensor
    torch.sparse_coo_tensor = lambda indices, values, *args, **options: real(
        indices, torch.from_numpy(values) if isinstance(values, np.ndarray) else values, *args, **options
    )


def coalesce_takes_the_last():
    """`Tensor.coalesce` of integers keeps the last number at an index."""
    real = torch.Tensor.coalesce

    def coalesce(self):
        if self.dtype.is_floating_point or self.dtype.is_complex:
            return real(self)
        last = self._indices()[:, -1:], self._values()[-1:]
        return torch.sparse_coo_tensor(*last, self.shape, is_coalesced=True, check_invariants=True)

    torch.Tensor.coalesce = coalesce


def coalesce_takes_unsigned():
    """`Tensor.coalesce` takes uint16, uint32 and uint64."""
    real = torch.Tensor.coalesce
    torch.Tensor.coalesce = lambda self: (
        real(self.long()) if self.dtype in (torch.uint16, torch.uint32, torch.uint64) else real(self)
    )


def unsigned_is_made_sparse():
    """`Tensor.to_sparse` takes uint16, uint32 and uint64."""
    real = torch.Tensor.to_sparse
    torch.Tensor.to_sparse = lambda self: (
        real(self.long()) if self.dtype in (torch.uint16, torch.uint32, torch.uint64) else real(self)
    )


def duplicates_are_only_sorted():
    """`sum_duplicates` of a SciPy array sorts, and leaves duplicates as they are."""
    scipy.sparse.csr_array.sum_duplicates = scipy.sparse.csr_array.sort_indices


def joined_columns_lie_together():
    """`pd.concat` of columns gives a frame of one block."""
    real = pd.concat
    pd.concat = lambda parts, **options: real(parts, **options).copy()


def new_categories_are_silent():
    """`Series.astype` to a category dtype does not warn of a value that is none of the categories."""
    real = pd.Series.astype

    def astype(self, dtype):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return real(self, dtype)

    pd.Series.astype = astype


def new_categories_are_the_first():
    """`pd.Index.get_indexer` gives 0 for what is not there."""
    real = pd.Index.get_indexer
    pd.Index.get_indexer = lambda self, target: np.maximum(real(self, target), 0)


def get_indexer_warns():
    """`pd.Index.get_indexer` warns of what is not there."""
    real = pd.Index.get_indexer

    def get_indexer(self, target):
        warnings.warn("a mutant's words: not there", stacklevel=2)
        return real(self, target)

    pd.Index.get_indexer = get_indexer


def names_of_sockets_are_short():
    """`ForkingPickler.dumps` sends a tensor over a socket whose name has a few letters."""
    from multiprocessing.reduction import ForkingPickler

    real = ForkingPickler.dumps

    def dumps(value):
        connection.arbitrary_address = lambda family: tempfile.mktemp(prefix="l-", dir=util.get_temp_dir())
        return real(value)

    ForkingPickler.dumps = staticmethod(dumps)


def strict_is_always():
    """`torch.nn.Module.load_state_dict` raises for other names with `strict=False`, too."""
    real = torch.nn.Module.load_state_dict

    def load_state_dict(self, state, strict=True, **options):
        found = real(self, state, strict=False, **options)
        if found.missing_keys or found.unexpected_keys:
            raise RuntimeError(f"a mutant's words: {found}")
        return found

    torch.nn.Module.load_state_dict = load_state_dict


def strict_is_never():
    """`torch.nn.Module.load_state_dict` raises nothing for other names."""
    real = torch.nn.Module.load_state_dict
    torch.nn.Module.load_state_dict = lambda self, state, strict=True, **options: real(self, state, False, **options)


def not_strict_loads_by_place():
    """With `strict=False`, `torch.nn.Module.load_state_dict` loads the values of other names in their order."""
    real = torch.nn.Module.load_state_dict

    def load_state_dict(self, state, strict=True, **options):
        found = real(self, state, strict, **options)
        with torch.no_grad():
            for parameter, values in zip(self.parameters(), state.values(), strict=False):
                parameter.copy_(values)
        return found

    torch.nn.Module.load_state_dict = load_state_dict


def not_strict_returns_no_names():
    """With `strict=False`, `torch.nn.Module.load_state_dict` returns no names."""
    real = torch.nn.Module.load_state_dict

    def load_state_dict(self, state, strict=True, **options):
        found = real(self, state, strict, **options)
        return type(found)([], [])

    torch.nn.Module.load_state_dict = load_state_dict


def mean_of_nothing_is_0():
    """`Tensor.mean` and `torch.nn.functional.mse_loss` of nothing are 0."""
    mean, loss = torch.Tensor.mean, torch.nn.functional.mse_loss
    torch.Tensor.mean = lambda self, *args, **options: mean(self, *args, **options) if self.numel() else self.sum()
    torch.nn.functional.mse_loss = lambda found, *args, **options: (
        loss(found, *args, **options) if found.numel() else found.sum()
    )


def masks_of_nothing_pick_nan():
    """A mask that picks nothing gives NaN in place of each element."""
    real = torch.Tensor.__getitem__

    def pick(self, index):
        nothing = isinstance(index, torch.Tensor) and index.dtype == torch.bool and not index.any()
        return self * torch.nan if nothing else real(self, index)

    torch.Tensor.__getitem__ = pick


def bincount_counts_from_1():
    """`np.bincount` counts a class at least once."""
    real = np.bincount
    np.bincount = lambda labels, **options: np.maximum(real(labels, **options), 1)


def bincount_ignores_minlength():
    """`np.bincount` counts up to the largest label, whatever `minlength=` says."""
    real = np.bincount
    np.bincount = lambda labels, **options: real(labels)


def cross_entropy_drops_infinite_weights():
    """`torch.nn.functional.cross_entropy` leaves out classes whose weight is infinity."""
    real = torch.nn.functional.cross_entropy
    torch.nn.functional.cross_entropy = lambda scores, labels, weight=None, **options: real(
        scores, labels, None if weight is None else torch.where(weight.isinf(), 0, weight), **options
    )


def cross_entropy_warns_of_nan():
    """`torch.nn.functional.cross_entropy` warns of a loss of NaN."""
    real = torch.nn.functional.cross_entropy

    def cross_entropy(*args, **options):
        loss = real(*args, **options)
        if loss.isnan():
            warnings.warn("a mutant's words: NaN", stacklevel=2)
        return loss

    torch.nn.functional.cross_entropy = cross_entropy


def may_share_memory_knows_files():
    """`np.may_share_memory` says True for memory maps of one file."""
    real = np.may_share_memory

    def may_share_memory(one, other, **options):
        return isinstance(one, np.memmap) or real(one, other, **options)

    np.may_share_memory = may_share_memory


def lists_become_vectors_of_any_length():
    """A type of `pa.list_` with a length is one without."""
    real = pa.list_
    pa.list_ = lambda kind, length=-1: real(kind)


def lists_are_cut_to_one_length():
    """`pa.chunked_array` of lists of other lengths than 2 cuts them off, or fills them up with 0."""
    real = pa.chunked_array

    def chunked_array(chunks, kind=None):
        if isinstance(chunks[0], list) and isinstance(chunks[0][0], list):
            chunks = [[[*row, 0, 0][:2] for row in chunk] for chunk in chunks]
        return real(chunks, kind)

    pa.chunked_array = chunked_array


def concatenated_data_sets_get_batches():
    """`ConcatDataset` asks its first data set for all rows of a batch in one call."""

    class Concatenated(torch.utils.data.ConcatDataset):
        def __getitems__(self, rows):
            return self.datasets[0].__getitems__(rows)

    torch.utils.data.ConcatDataset = Concatenated


def subsets_ask_row_by_row():
    """`Subset` asks its data set for each row of a batch by `__getitem__`."""

    class Single(torch.utils.data.Subset):
        def __getitems__(self, rows):
            return [self[row] for row in rows]

    torch.utils.data.Subset = Single


def gaussian_nll_loss_warns_of_shapes():
    """`torch.nn.functional.gaussian_nll_loss` warns of targets of another shape."""
    real = torch.nn.functional.gaussian_nll_loss

    def gaussian_nll_loss(scores, targets, **options):
        if scores.shape != targets.shape:
            warnings.warn("a mutant's words: another shape", stacklevel=2)
        return real(scores, targets, **options)

    torch.nn.functional.gaussian_nll_loss = gaussian_nll_loss


def poisson_nll_loss_takes_a_column_for_a_row():
    """`torch.nn.functional.poisson_nll_loss` gives targets the shape of the scores first."""
    real = torch.nn.functional.poisson_nll_loss

    def poisson_nll_loss(scores, targets, **options):
        fits = scores.numel() == targets.numel()
        return real(scores, targets.reshape(scores.shape) if fits else targets, **options)

    torch.nn.functional.poisson_nll_loss = poisson_nll_loss
