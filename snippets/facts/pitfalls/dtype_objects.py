"""Facts of docs/pitfalls/dtype_objects.md."""

import numpy as np
import pandas as pd
import torch


def numpy_takes_no_torch_dtype():
    """A `torch.dtype` where NumPy or pandas wants a dtype raises a TypeError in `ndarray.astype`, `np.dtype`, `np.zeros`, `np.issubdtype` and `Series.astype`, and a ValueError in `np.finfo` and `np.iinfo`."""
    for name in "bool uint8 uint16 int64 float16 bfloat16 float32 float64 complex64 complex128 float8_e5m2".split():
        dtype = getattr(torch, name)
        for call in (
            lambda: np.zeros(2).astype(dtype),
            lambda: np.dtype(dtype),
            lambda: np.zeros(2, dtype=dtype),
            lambda: np.issubdtype(dtype, np.floating),
            lambda: pd.Series([1]).astype(dtype),
        ):
            with np.testing.assert_raises_regex(TypeError, f"Cannot interpret '{dtype}' as a data type"):
                call()
        for call in np.finfo, np.iinfo:
            with np.testing.assert_raises_regex(ValueError, "not inexact|Invalid integer data type"):
                call(dtype)


def torch_takes_no_numpy_dtype():
    """A NumPy dtype where PyTorch wants one raises a TypeError: in `torch.zeros`, `Tensor.to` and `torch.finfo`."""
    for name in "bool uint8 int64 float16 float32 float64 complex64 complex128".split():
        for dtype in np.dtype(name), np.dtype(name).type:
            for call in (
                lambda: torch.zeros(2, dtype=dtype),
                lambda: torch.zeros(2).to(dtype),
                lambda: torch.finfo(dtype),
            ):
                with np.testing.assert_raises_regex(TypeError, "must be torch.dtype|invalid combination of arguments"):
                    call()


def dtypes_are_never_equal():
    """`==` of a `torch.dtype` and a NumPy dtype is False, whatever the two are."""
    for name in "bool uint8 uint16 int64 float16 float32 float64 complex64 complex128".split():
        assert (getattr(torch, name) == np.dtype(name)) is False
        assert (np.dtype(name) == getattr(torch, name)) is False


def names_are_alike():
    """Where both libraries have a dtype, its name in PyTorch is the `name` of NumPy's, from `torch.bool` to `torch.complex128`."""
    for code in "?bBhHiIlLefdFD":
        dtype = np.dtype(code)
        assert getattr(torch, dtype.name) == torch.from_numpy(np.zeros(1, dtype)).dtype


def frames_ask_tensors_for_their_dtype():
    """`pd.DataFrame` of a list of equally long tensors of one axis with elements asks each for its dtype, and raises the same TypeError; of 0-d tensors, it makes a column of objects."""
    for dtype in "?bBhHiIlLefdFD":
        rows = [torch.from_numpy(np.ones(3, dtype))] * 2
        for equal in rows, [row[:1] for row in rows], rows[:1]:
            with np.testing.assert_raises_regex(TypeError, f"Cannot interpret '{rows[0].dtype}' as a data type"):
                pd.DataFrame(equal)
        assert pd.DataFrame([rows[0][0], rows[0][1]]).dtypes[0].kind == "O"
        assert pd.DataFrame([row[:0] for row in rows]).shape == (2, 0)
