"""Facts of docs/guides/arrow.md."""

import numpy as np
import polars as pl
import pyarrow as pa
import torch


def numbers_are_read_only():
    """`to_numpy` of a column of integers or floats that has rows, and no missing values, is read-only where the column is in one piece of memory, a chunk, in Arrow and in polars; of several it is a writable copy."""
    for dtype in "bBhHiIlLefd":
        numbers = np.ones(2, dtype)
        for column in pa.array(numbers), pa.table({"a": numbers})["a"], pl.Series(numbers):
            assert not column.to_numpy().flags.writeable
        for chunks in pa.chunked_array([numbers] * 2), pl.concat([pl.Series(numbers)] * 2, rechunk=False):
            assert chunks.to_numpy().flags.writeable


def missing_integers_become_floats():
    """With missing values, integers of an Arrow column are float64 with NaN in `ChunkedArray.to_numpy`, and some integers above 2**53 lose their last digit."""
    signed, unsigned = (
        (pa.int8(), pa.int16(), pa.int32(), pa.int64()),
        (pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64()),
    )
    for kind in *signed, *unsigned:
        assert pa.chunked_array([[1, None]], kind).to_numpy().dtype == np.float64
    assert pa.chunked_array([[2**53 + 1, None]]).to_numpy()[0] == 2**53


def columns_are_lists_of_scalars():
    """`torch.tensor`, `torch.as_tensor` and `torch.asarray` of a column of integers or floats of an Arrow table that has rows raise a RuntimeError; with `dtype=` they take it, but raise a TypeError for missing values, for `torch.uint64`, and for floats where that is a dtype of integers."""
    integers = [getattr(pa, f"{sign}int{bits}")() for sign in ("", "u") for bits in (8, 16, 32, 64)]
    for kind in *integers, pa.float32(), pa.float64():
        column = pa.table({"a": pa.array([1, 2], kind)})["a"]
        for convert in torch.tensor, torch.as_tensor, torch.asarray:
            with np.testing.assert_raises_regex(RuntimeError, "Could not infer dtype of pyarrow.lib"):
                convert(column)
            array = column.to_numpy().copy()
            assert (str(convert(array).dtype), convert(array).tolist()) == (f"torch.{array.dtype}", [1, 2])
            for letter in "bBhHiIlLefd":
                dtype = torch.from_numpy(np.ones(1, letter)).dtype
                if dtype.is_floating_point or (kind in integers and letter != "L"):
                    assert (convert(column, dtype=dtype).dtype, convert(column, dtype=dtype).tolist()) == (
                        dtype,
                        [1, 2],
                    )
                else:
                    with np.testing.assert_raises(TypeError):
                        convert(column, dtype=dtype)
            with np.testing.assert_raises(TypeError):
                convert(pa.table({"a": pa.array([1, None], kind)})["a"], dtype=torch.float32)


def flatten_leaves_out_missing_vectors():
    """`flatten` of an Arrow column of vectors leaves out a missing one without a word, so the rows behind it move up; `null_count` counts them."""
    for kind in pa.float32(), pa.float64(), pa.int64():
        column = pa.array([[1, 2], None, [3, 4]], pa.list_(kind, 2))
        assert torch.from_numpy(column.flatten().to_numpy().copy()).reshape(-1, 2).tolist() == [[1, 2], [3, 4]]
        assert column.null_count == 1


def flatten_mixes_lengths():
    """`flatten` of an Arrow column of lists takes lists of any length, so reshaped they mix without a word; a cast to lists of one length raises an ArrowInvalid for a list of another."""
    for kind in pa.float32(), pa.float64(), pa.int64():
        column = pa.chunked_array([[[1, 2, 3], [4]]], pa.list_(kind))
        flat = column.combine_chunks().flatten().to_numpy().copy()
        assert torch.from_numpy(flat).reshape(-1, 2).tolist() == [[1, 2], [3, 4]]
        with np.testing.assert_raises_regex(pa.ArrowInvalid, "if the lists are all the expected size"):
            column.cast(pa.list_(kind, 2))


def dlpack_writes_to_arrow():
    """`torch.from_dlpack` shares memory with an Arrow array of numbers without missing values: what you write to the tensor changes the array."""
    for dtype in "bBhHiIlLefd":
        column = pa.array(np.ones(2, dtype))
        torch.from_dlpack(column)[0] = 0
        assert column[0].as_py() == 0


def arrow_takes_no_tensors():
    """`pa.array` and `pa.table`, without a type, raise an ArrowInvalid for a tensor of one axis that has elements."""
    for dtype in "bBhHiIlLefd":
        tensor = torch.from_numpy(np.ones(2, dtype))
        for make in lambda: pa.array(tensor), lambda: pa.table({"a": tensor}):
            with np.testing.assert_raises_regex(pa.ArrowInvalid, "did not recognize Python value type"):
                make()


def arrow_shares_arrays():
    """`pa.array` and `pl.Series` share memory with a contiguous, aligned array of integers or floats with one axis in the machine's byte order: a later write to the array changes the column; several elements with a step they copy."""
    for dtype in "bBhHiIlLefd":
        for make in pa.array, pl.Series:
            numbers = np.ones(2, dtype)
            column = make(numbers)
            numbers[0] = 0
            assert column.to_numpy().tolist() == [0, 1]
            for steps in np.ones(4, dtype)[::2], np.ones(2, dtype)[::-1]:
                column = make(steps)
                steps[:] = 0
                assert column.to_numpy().tolist() == [1, 1]


def to_torch_copies():
    """`pl.DataFrame.to_torch` and `pl.Series.to_torch` of polars copy: a write to the tensor does not reach the frame; where integers are missing, they give floats with NaN, also if `dtype=` says integers."""
    for dtype in "?bBhHiIlLefd":
        frame = pl.DataFrame({"a": np.ones(2, dtype)})
        for tensor in frame.to_torch(), frame["a"].to_torch():
            tensor[:] = 0
            assert frame["a"].to_list() == [1, 1]
    missing = pl.DataFrame({"a": [1, None]})
    for tensor in missing.to_torch(), missing.to_torch(dtype=pl.Int64), missing["a"].to_torch():
        assert (tensor.dtype, tensor.isnan().flatten().tolist()) == (torch.float64, [False, True])


def lists_of_polars_need_a_width():
    """`pl.Series.to_torch` of polars raises a TypeError for a column of lists; made a column of arrays of one length, it gives a row for each."""
    for dtype in pl.Int64, pl.Float32, pl.Float64:
        column = pl.Series("embedding", [[1, 2], [3, 4], [5, 6]], pl.List(dtype))
        with np.testing.assert_raises_regex(TypeError, "cannot convert List dtype to Tensor"):
            column.to_torch()
        assert column.list.to_array(2).to_torch().tolist() == [[1, 2], [3, 4], [5, 6]]
