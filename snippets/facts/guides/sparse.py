"""Facts of docs/guides/sparse.md."""

import warnings

import numpy as np
import scipy.sparse
import torch
from torch.utils.data import DataLoader


def coo_wants_one_tensor_of_indices():
    """`torch.sparse_coo_tensor` takes rows and columns as one tensor, which `torch.stack` makes; a tuple of the two for several values, as SciPy takes it, raises a TypeError, "only integer tensors of a single element can be converted to an index"."""
    rows, columns = torch.tensor([0, 1, 1]), torch.tensor([1, 0, 2])
    for dtype in "bBhilefdFD":
        values = torch.from_numpy(np.array([1, 2, 3], dtype))
        with np.testing.assert_raises_regex(TypeError, "only integer tensors of a single element can be converted"):
            torch.sparse_coo_tensor((rows, columns), values, (2, 3), check_invariants=True)
        tensor = torch.sparse_coo_tensor(torch.stack((rows, columns)), values, (2, 3), check_invariants=True)
        assert tensor.to_dense().tolist() == [[0, 1, 0], [2, 0, 3]]


def coo_shares_values_only():
    """`torch.sparse_coo_tensor` shares the values, and casts the int32 indices of SciPy to int64 in a copy; int64 indices it shares, too."""
    for dtype in np.int32, np.int64:
        coo = scipy.sparse.coo_array(np.array([[0.0, 2.0], [1.0, 0.0]]))
        indices = np.stack(coo.coords).astype(dtype)
        tensor = torch.sparse_coo_tensor(torch.from_numpy(indices), torch.from_numpy(coo.data), check_invariants=True)
        coo.data[0] = 7.0
        indices[:] = indices[::-1].copy()
        assert tensor._indices().dtype == torch.int64
        shown = [[0.0, 7.0], [1.0, 0.0]] if dtype == np.int32 else [[0.0, 1.0], [7.0, 0.0]]
        assert tensor.to_dense().tolist() == shown


def values_need_coalesce():
    """`Tensor.values` and `Tensor.indices` of what `torch.sparse_coo_tensor` makes of two values or more raise a RuntimeError, unless it was told `is_coalesced=True`; `Tensor.coalesce` adds up what stands at one index twice."""
    indices = torch.from_numpy(np.array([[0, 0], [1, 1]]))
    counts = torch.from_numpy(np.array([2.0, 3.0]))
    tensor = torch.sparse_coo_tensor(indices, counts, (2, 2), check_invariants=True)
    with np.testing.assert_raises_regex(RuntimeError, "Cannot get values on an uncoalesced tensor"):
        tensor.values()
    with np.testing.assert_raises_regex(RuntimeError, "Cannot get indices on an uncoalesced tensor"):
        tensor.indices()
    assert tensor.coalesce().values().tolist() == [5.0]
    told = torch.sparse_coo_tensor(
        torch.tensor([[0, 1], [0, 1]]), counts, (2, 2), is_coalesced=True, check_invariants=True
    )
    assert told.values().tolist() == [2.0, 3.0]


def sparse_product_wants_one_dtype():
    """The matrix product of a sparse float64 tensor, as SciPy makes them, with a float32 tensor raises a RuntimeError; `*` gives float64."""
    coo = scipy.sparse.coo_array(np.array([[0.0, 2.0], [1.0, 0.0]]))
    indices = torch.from_numpy(np.stack(coo.coords))
    tensor = torch.sparse_coo_tensor(indices, torch.from_numpy(coo.data), coo.shape, check_invariants=True)
    with np.testing.assert_raises_regex(RuntimeError, "Double"):
        tensor @ torch.ones(2, 1)
    assert (tensor * torch.ones(2, 2)).dtype == torch.float64


def csr_shares_all_parts():
    """`torch.sparse_csr_tensor` of tensors shares their memory, and keeps the int32 of SciPy's indices."""
    warnings.filterwarnings("ignore", "Sparse CSR tensor support")
    counts = scipy.sparse.csr_array(np.array([[0.0, 2.0], [1.0, 0.0]]))
    parts = [torch.from_numpy(part) for part in (counts.indptr, counts.indices, counts.data)]
    tensor = torch.sparse_csr_tensor(*parts, counts.shape, check_invariants=True)
    counts.indices[:] = [0, 1]
    counts.data[0] = 7.0
    assert tensor.to_dense().tolist() == [[7.0, 0.0], [0.0, 1.0]]
    assert tensor.col_indices().dtype == torch.int32


def invariants_catch_unsorted_indices():
    """With `check_invariants=True`, `torch.sparse_csr_tensor` refuses indices that SciPy has not sorted with a RuntimeError."""
    warnings.filterwarnings("ignore", "Sparse CSR tensor support")
    counts = scipy.sparse.csr_array((np.array([1.0, 2.0]), np.array([1, 0]), np.array([0, 2])), shape=(1, 2))
    parts = [torch.from_numpy(part) for part in (counts.indptr, counts.indices, counts.data)]
    with np.testing.assert_raises_regex(RuntimeError, "are sorted and distinct"):
        torch.sparse_csr_tensor(*parts, counts.shape, check_invariants=True)
    counts.sort_indices()
    assert torch.sparse_csr_tensor(*parts, counts.shape, check_invariants=True).values().tolist() == [2.0, 1.0]


def csr_wants_where_rows_begin():
    """`torch.sparse_csr_tensor` wants to know where each row begins, `indptr` in SciPy: with the row of each value in its place, it makes another matrix without an error, or with `check_invariants=True` raises a RuntimeError."""
    warnings.filterwarnings("ignore", "Sparse")
    rows, values = torch.arange(4), torch.from_numpy(np.array([1.0, 2.0, 3.0, 4.0]))
    assert torch.sparse_csr_tensor(rows, rows, values).shape == (3, 4)
    with np.testing.assert_raises_regex(RuntimeError, "== nnz` is not satisfied"):
        torch.sparse_csr_tensor(rows, rows, values, check_invariants=True)
    counts = scipy.sparse.csr_array((values.numpy(), (rows.numpy(), rows.numpy())))
    parts = [torch.from_numpy(part) for part in (counts.indptr, counts.indices, counts.data)]
    tensor = torch.sparse_csr_tensor(*parts, counts.shape, check_invariants=True)
    assert tensor.to_dense().diagonal().tolist() == [1.0, 2.0, 3.0, 4.0]


def loaders_take_no_sparse_rows():
    """A `torch.utils.data.DataLoader` over a SciPy sparse array raises a TypeError, "sparse array length is ambiguous", and one over sparse tensors, in a worker, a RuntimeError, "Batches of sparse tensors are not currently supported by the default collate_fn"."""
    with np.testing.assert_raises_regex(TypeError, "sparse array length is ambiguous"):
        next(iter(DataLoader(scipy.sparse.csr_array(np.eye(3)), batch_size=2)))
    rows = [torch.eye(3).to_sparse()] * 2
    with np.testing.assert_raises_regex(RuntimeError, "Batches of sparse tensors are not currently supported"):
        next(iter(DataLoader(rows, batch_size=2, num_workers=1, multiprocessing_context="fork")))


def asarray_wraps_sparse_arrays():
    """`np.asarray` of a SciPy sparse array gives one object, not numbers, so `torch.from_numpy` raises a TypeError."""
    counts = scipy.sparse.csr_array(np.array([[0.0, 2.0], [1.0, 0.0]]))
    with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type numpy.object_"):
        torch.from_numpy(np.asarray(counts))
    assert torch.from_numpy(counts.toarray()).tolist() == [[0.0, 2.0], [1.0, 0.0]]
