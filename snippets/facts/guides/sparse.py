"""Facts of docs/guides/sparse.md."""

import warnings

import numpy as np
import scipy.sparse
import torch
from torch.utils.data import DataLoader


def coo_wants_one_tensor_of_indices():
    """`torch.sparse_coo_tensor` takes rows and columns as one tensor, which `torch.stack` makes, or as the tuple of arrays of SciPy; a tuple of two tensors for several values raises a TypeError, "only integer tensors of a single element can be converted to an index"."""
    warnings.filterwarnings("ignore", "Creating a tensor from a list of numpy.ndarrays")
    rows, columns = torch.tensor([0, 1, 1]), torch.tensor([1, 0, 2])
    for dtype in "bBhilefdFD":
        values = torch.from_numpy(np.array([1, 2, 3], dtype))
        with np.testing.assert_raises_regex(TypeError, "only integer tensors of a single element can be converted"):
            torch.sparse_coo_tensor((rows, columns), values, (2, 3), check_invariants=True)
        for indices in torch.stack((rows, columns)), (rows.numpy(), columns.numpy()):
            tensor = torch.sparse_coo_tensor(indices, values, (2, 3), check_invariants=True)
            assert tensor.to_dense().tolist() == [[0, 1, 0], [2, 0, 3]]


def coo_shares_values_only():
    """`torch.sparse_coo_tensor` of tensors shares the values, and int64 indices, too; int32 indices, as SciPy has them, it casts to int64 in a copy; arrays it copies."""
    for dtype in np.int32, np.int64:
        coo = scipy.sparse.coo_array(np.array([[0.0, 2.0], [1.0, 0.0]]))
        indices = np.stack(coo.coords).astype(dtype)
        tensor = torch.sparse_coo_tensor(torch.from_numpy(indices), torch.from_numpy(coo.data), check_invariants=True)
        copied = torch.sparse_coo_tensor(indices, coo.data, check_invariants=True)
        coo.data[0] = 7.0
        indices[:] = indices[::-1].copy()
        assert tensor._indices().dtype == torch.int64
        shown = [[0.0, 7.0], [1.0, 0.0]] if dtype == np.int32 else [[0.0, 1.0], [7.0, 0.0]]
        assert tensor.to_dense().tolist() == shown
        assert copied.to_dense().tolist() == [[0.0, 2.0], [1.0, 0.0]]


def values_need_coalesce():
    """`Tensor.values` and `Tensor.indices` of what `torch.sparse_coo_tensor` makes of two values or more raise a RuntimeError, unless it was told `is_coalesced=True`; `Tensor.coalesce` adds up numbers that stand at one index twice, and raises a NotImplementedError for uint16, uint32 and uint64, as `Tensor.to_sparse` does."""
    indices = torch.from_numpy(np.array([[0, 0], [1, 1]]))
    counts = torch.from_numpy(np.array([2.0, 3.0]))
    tensor = torch.sparse_coo_tensor(indices, counts, (2, 2), check_invariants=True)
    with np.testing.assert_raises_regex(RuntimeError, "Cannot get values on an uncoalesced tensor"):
        tensor.values()
    with np.testing.assert_raises_regex(RuntimeError, "Cannot get indices on an uncoalesced tensor"):
        tensor.indices()
    for dtype in "bBhilefdFD":
        values = torch.from_numpy(np.array([2, 3], dtype))
        twice = torch.sparse_coo_tensor(indices, values, (2, 2), check_invariants=True)
        assert twice.coalesce().values().tolist() == [5]
    for dtype in "HIL":
        unsigned = torch.from_numpy(np.array([2, 3], dtype))
        with np.testing.assert_raises_regex(NotImplementedError, "coalesce"):
            torch.sparse_coo_tensor(indices, unsigned, (2, 2), check_invariants=True).coalesce()
        with np.testing.assert_raises_regex(NotImplementedError, "not implemented for 'UInt"):
            unsigned.to_sparse()
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
    """With `check_invariants=True`, `torch.sparse_csr_tensor` refuses column indices of a row that are not sorted, or stand twice, with a RuntimeError; after `sum_duplicates` of the SciPy array it takes them."""
    warnings.filterwarnings("ignore", "Sparse CSR tensor support")
    for indices, taken in ([1, 0], [0, 1]), ([0, 0], [0]):
        counts = scipy.sparse.csr_array((np.array([1.0, 2.0]), np.array(indices), np.array([0, 2])), shape=(1, 2))
        parts = [torch.from_numpy(part) for part in (counts.indptr, counts.indices, counts.data)]
        with np.testing.assert_raises_regex(RuntimeError, "are sorted and distinct"):
            torch.sparse_csr_tensor(*parts, counts.shape, check_invariants=True)
        dense = counts.toarray().tolist()
        counts.sum_duplicates()
        assert counts.indices.tolist() == taken
        parts = [torch.from_numpy(part) for part in (counts.indptr, counts.indices, counts.data)]
        assert torch.sparse_csr_tensor(*parts, counts.shape, check_invariants=True).to_dense().tolist() == dense


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
    """A `torch.utils.data.DataLoader` over a SciPy sparse array raises a TypeError, "sparse array length is ambiguous", and one over sparse tensors a RuntimeError, "Batches of sparse tensors are not currently supported by the default collate_fn"."""
    with np.testing.assert_raises_regex(TypeError, "sparse array length is ambiguous"):
        next(iter(DataLoader(scipy.sparse.csr_array(np.eye(3)), batch_size=2)))
    rows = [torch.eye(3).to_sparse()] * 2
    with np.testing.assert_raises_regex(RuntimeError, "Batches of sparse tensors are not currently supported"):
        next(iter(DataLoader(rows, batch_size=2)))


def asarray_wraps_sparse_arrays():
    """`np.asarray` of a SciPy sparse array gives one object, not numbers, so `torch.from_numpy` raises a TypeError."""
    counts = scipy.sparse.csr_array(np.array([[0.0, 2.0], [1.0, 0.0]]))
    with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type numpy.object_"):
        torch.from_numpy(np.asarray(counts))
    assert torch.from_numpy(counts.toarray()).tolist() == [[0.0, 2.0], [1.0, 0.0]]


def float_indices_are_cut_off():
    """`torch.sparse_coo_tensor` cuts row and column numbers that are floats off, without an error, also with `check_invariants=True`: 1.9 is 1."""
    for dtype in torch.float16, torch.float32, torch.float64:
        edges = torch.tensor([[0, 1.9], [0, 2]], dtype=dtype)
        tensor = torch.sparse_coo_tensor(edges, torch.ones(2), (3, 3), check_invariants=True)
        assert tensor.coalesce().indices().tolist() == [[0, 1], [0, 2]]
