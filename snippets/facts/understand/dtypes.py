"""Facts of docs/understand/dtypes.md."""

import numpy as np
import torch


def float_wins_in_torch():
    """`torch.promote_types` of an integer and a float dtype is that float dtype, however narrow it is."""
    for float_dtype in torch.float16, torch.bfloat16, torch.float32, torch.float64:
        for dtype in "bBhHiIlL":
            integers = torch.from_numpy(np.ones(1, dtype)).dtype
            assert torch.promote_types(integers, float_dtype) == float_dtype
            assert torch.promote_types(float_dtype, integers) == float_dtype


def numpy_makes_room():
    """`np.promote_types` of an integer and a float dtype is a float dtype wide enough for the integers, up to float64: of int32 or int64 with float32 it is float64."""
    for float_dtype in "efd":
        for dtype in "bBhHiIlL":
            promoted = np.promote_types(dtype, float_dtype)
            assert promoted.kind == "f" and promoted.itemsize >= np.dtype(float_dtype).itemsize
            largest = np.iinfo(dtype).max
            assert promoted == np.float64 or int(promoted.type(largest)) == largest
    assert np.promote_types("int32", "float32") == np.promote_types("int64", "float32") == np.float64
