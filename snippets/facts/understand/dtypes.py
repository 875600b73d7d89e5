"""Facts of docs/understand/dtypes.md."""

import numpy as np
import torch


def float_wins_in_torch():
    """`torch.promote_types` of an integer dtype of 8, 16, 32 or 64 bits and float16, bfloat16, float32 or float64 is that float dtype."""
    for float_dtype in torch.float16, torch.bfloat16, torch.float32, torch.float64:
        for dtype in "bBhHiIlL":
            integers = torch.from_numpy(np.ones(1, dtype)).dtype
            assert torch.promote_types(integers, float_dtype) == float_dtype
            assert torch.promote_types(float_dtype, integers) == float_dtype


def numpy_makes_room():
    """`np.promote_types` of an integer dtype and float16, float32 or float64 is a float dtype wide enough for the integers, float64 at most: of int32 or int64 with float32 it is float64."""
    for float_dtype in "efd":
        for dtype in "bBhHiIlL":
            promoted = np.promote_types(dtype, float_dtype)
            assert promoted.kind == "f" and np.dtype(float_dtype).itemsize <= promoted.itemsize <= 8
            largest = np.iinfo(dtype).max
            assert promoted == np.float64 or int(promoted.type(largest)) == largest
    assert np.promote_types("int32", "float32") == np.promote_types("int64", "float32") == np.float64


def unsigned_are_not_promoted():
    """`torch.promote_types` of uint16, uint32 or uint64 and another dtype of bools, integers, complex numbers or 8-bit floats raises a RuntimeError; of float16, bfloat16, float32 and float64 it is that one."""
    floats = torch.float16, torch.bfloat16, torch.float32, torch.float64
    others = [torch.from_numpy(np.ones(1, dtype)).dtype for dtype in "?bBhHiIlLFD"]
    for unsigned in torch.uint16, torch.uint32, torch.uint64:
        for other in {*others, torch.complex32, torch.float8_e5m2, torch.float8_e4m3fn} - {unsigned}:
            with np.testing.assert_raises_regex(RuntimeError, "Promotion for"):
                torch.promote_types(unsigned, other)
        for other in floats:
            assert torch.promote_types(unsigned, other) == other


def numpy_makes_float64():
    """`np.zeros`, `np.ones` and `np.empty`, `np.linspace` between Python floats or integers, and `random` and `normal` of the generators of NumPy make float64 where you name no dtype; `torch.zeros`, `torch.ones`, `torch.empty`, `torch.rand` and, between such, `torch.linspace` make the default dtype, float32."""
    generator = np.random.default_rng(0)
    for array in (
        np.zeros(3),
        np.ones(3),
        np.empty(3),
        np.linspace(0, 1, 3),
        generator.random(3),
        generator.normal(size=3),
    ):
        assert array.dtype == np.float64
    for tensor in torch.zeros(3), torch.ones(3), torch.empty(3), torch.linspace(0, 1, 3), torch.rand(3):
        assert tensor.dtype == torch.float32
