"""Facts of docs/pitfalls/unsupported_dtypes.md."""

import warnings

import numpy as np
import torch


def dates_are_integers_inside():
    """`ndarray.view` of dates in native byte order as int64 gives the count of their unit since 1970, which `torch.from_numpy` shares; NaT is the smallest int64."""
    for unit, count in (
        ("D", 1),
        ("h", 24),
        ("s", 86_400),
        ("ms", 86_400_000),
        ("us", 86_400_000_000),
        ("ns", 86_400_000_000_000),
    ):
        days = np.array(["1970-01-02", "NaT"], f"datetime64[{unit}]")
        tensor = torch.from_numpy(days.view(np.int64))
        assert tensor.tolist() == [count, -(2**63)]
        tensor[0] = 0
        assert days[0] == np.datetime64("1970-01-01")


def unsigned_times_a_number_wraps():
    """A uint16, uint32 or uint64 tensor times 2 works, and what is beyond the largest number of the dtype wraps around without a warning."""
    for dtype in (np.uint16, np.uint32, np.uint64):
        largest = np.iinfo(dtype).max
        depth = torch.from_numpy(np.array([500, largest], dtype))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert (depth * 2).tolist() == [1000, largest - 1]


def unsigned_to_int16_turns_negative():
    """`Tensor.to` with int16 turns uint16 values above 32767 negative; with int32 it keeps them."""
    depth = torch.from_numpy(np.array([32767, 32768, 65535], np.uint16))
    assert depth.to(torch.int16).tolist() == [32767, -32768, -1]
    assert depth.to(torch.int32).tolist() == [32767, 32768, 65535]


def unsigned_has_no_maximum():
    """A uint16, uint32 or uint64 tensor of several elements raises a NotImplementedError for `Tensor.max` and `>>`, and with Python integers or its own dtype for `-`, `<` and `Tensor.clamp`; with a tensor of another integer dtype, `-` and `<` raise a RuntimeError."""
    for dtype in (np.uint16, np.uint32, np.uint64):
        depth = torch.from_numpy(np.array([500, 40000], dtype))
        operations = [
            lambda depth: depth - depth, lambda depth: depth < 600, lambda depth: depth.max(),
            lambda depth: depth.clamp(0, 600), lambda depth: depth >> 8,
            lambda depth: depth - 1, lambda depth: depth < depth, lambda depth: depth.clamp(depth, depth),
        ]  # fmt: skip
        for operation in operations:
            with np.testing.assert_raises_regex(NotImplementedError, "not implemented for 'UInt"):
                operation(depth)
        for operation in (lambda: depth - torch.arange(2), lambda: depth < torch.arange(2)):
            with np.testing.assert_raises_regex(RuntimeError, "Promotion for uint16, uint32, uint64 types"):
                operation()


def long_double_is_cast():
    """`torch.from_numpy` refuses `np.longdouble` with a TypeError, and takes it after `ndarray.astype` to float64."""
    constants = np.array([0.5, 0.25], dtype=np.longdouble)
    with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type numpy.longdouble"):
        torch.from_numpy(constants)
    assert torch.from_numpy(constants.astype(np.float64)).tolist() == [0.5, 0.25]


def aligned_records_are_taken():
    """With `align=True`, the size of a record is a multiple of that of each of its fields of real numbers, so `torch.from_numpy` shares what it refuses in packed records."""
    for dtype in "hHiIlLefd":
        fields = [("id", "u1"), ("score", dtype)]
        with np.testing.assert_raises_regex(ValueError, "strides not a multiple of the element byte size"):
            torch.from_numpy(np.zeros(2, fields)["score"])
        records = np.zeros(2, np.dtype(fields, align=True))
        torch.from_numpy(records["score"])[1] = 1
        assert records["score"].tolist() == [0, 1]
    for dtype in "FD":
        with np.testing.assert_raises_regex(ValueError, "strides not a multiple of the element byte size"):
            torch.from_numpy(np.zeros(2, np.dtype([("id", "u1"), ("score", dtype)], align=True))["score"])


def records_are_refused_fields_taken():
    """`torch.from_numpy` of records raises a TypeError that speaks of `np.void`, and shares a field in native byte order and in a dtype that PyTorch has if the size of a record is a multiple of the field's, also at an odd address."""
    for dtype in "?bBhHiIlLefdFD":
        records = np.zeros(2, [("score", dtype), ("label", dtype)])
        with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type numpy.void"):
            torch.from_numpy(records)
        torch.from_numpy(records["label"])[0] = 1
        assert records["label"].tolist() == [1, 0]
        size = np.dtype(dtype).itemsize
        odd = np.zeros(2, {"names": ["label"], "formats": [dtype], "offsets": [1], "itemsize": 2 * size})["label"]
        assert torch.from_numpy(odd).data_ptr() == odd.ctypes.data


def uint32_to_int32_turns_negative():
    """`Tensor.to` with int32 turns uint32 values above 2**31 - 1 negative; with int64 it keeps them."""
    for value in 2**31, 2**31 + 5, 2**32 - 1:
        bands = torch.from_numpy(np.array([7, 2**31 - 1, value], np.uint32))
        assert bands.to(torch.int32).tolist() == [7, 2**31 - 1, value - 2**32]
        assert bands.to(torch.int64).tolist() == [7, 2**31 - 1, value]


def int_repr_gives_the_bytes():
    """`Tensor.int_repr` gives the whole numbers of a quantized tensor, in uint8 of quint8, int8 of qint8 and int32 of qint32, as a copy that `Tensor.numpy` takes; `Tensor.dequantize` gives (number - zero point) * scale in float32."""
    warnings.simplefilter("ignore")
    for kind, dtype in (torch.quint8, np.uint8), (torch.qint8, np.int8), (torch.qint32, np.int32):
        tensor = torch.quantize_per_tensor(torch.tensor([-1.0, 0.0, 2.0]), 0.5, 10, kind)
        numbers = tensor.int_repr().numpy()
        assert numbers.dtype == dtype
        assert numbers.tolist() == [8, 10, 14]
        numbers[:] = 0
        assert tensor.dequantize().numpy().dtype == np.float32
        assert tensor.dequantize().tolist() == [-1, 0, 2]
