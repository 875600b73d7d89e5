"""What a hostile reader tried of the guides: each makes true what a sentence once said, or false what it says now."""

import tempfile
import warnings
from multiprocessing import connection, util

import numpy as np
import pandas as pd
import scipy.sparse
import torch


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
