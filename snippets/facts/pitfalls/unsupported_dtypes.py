"""Facts of docs/pitfalls/unsupported_dtypes.md."""

import numpy as np
import torch


def dates_are_integers_inside():
    """`ndarray.view` of dates as int64 gives the count of their unit since 1970, which `torch.from_numpy` shares; NaT is the smallest int64."""
    days = np.array(["1970-01-02", "NaT"], dtype="datetime64[D]")
    tensor = torch.from_numpy(days.view(np.int64))
    assert tensor.tolist() == [1, -(2**63)]
    tensor[0] = 2
    assert days[0] == np.datetime64("1970-01-03")


def dates_do_not_fit_float32():
    """Seconds since 1970 do not fit float32: two readings ten seconds apart become the same number."""
    times = np.array(["2026-03-01T12:00:10", "2026-03-01T12:00:20"], dtype="datetime64[s]")
    seconds = torch.from_numpy(times.view(np.int64)).float()
    assert seconds[0] == seconds[1]
    assert torch.from_numpy((times - times[0]).view(np.int64)).float().tolist() == [0.0, 10.0]


def unsigned_times_a_number_wraps():
    """A uint16 tensor times 2 works, and what is beyond 65535 wraps around without a warning."""
    depth = torch.from_numpy(np.array([500, 40000], dtype=np.uint16))
    assert (depth * 2).tolist() == [1000, 14464]


def unsigned_to_int16_turns_negative():
    """`Tensor.to` with int16 turns uint16 values above 32767 negative; with int32 it keeps them."""
    depth = torch.from_numpy(np.array([500, 40000], dtype=np.uint16))
    assert depth.to(torch.int16).tolist() == [500, -25536]
    assert depth.to(torch.int32).tolist() == [500, 40000]


def unsigned_has_no_maximum():
    """A uint16 tensor raises a NotImplementedError for `-`, `<`, `Tensor.max`, `Tensor.flip`, `Tensor.clamp` and `>>`."""
    depth = torch.from_numpy(np.array([500, 40000], dtype=np.uint16))
    operations = [
        lambda: depth - depth, lambda: depth < 600, lambda: depth.max(), lambda: depth.flip(0),
        lambda: depth.clamp(0, 600), lambda: depth >> 8,
    ]  # fmt: skip
    for operation in operations:
        with np.testing.assert_raises_regex(NotImplementedError, "not implemented for 'UInt16'"):
            operation()


def long_double_is_cast():
    """`torch.from_numpy` refuses `np.longdouble`, and takes it after `ndarray.astype` to float64."""
    constants = np.array([0.5, 0.25], dtype=np.longdouble)
    with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type numpy.longdouble"):
        torch.from_numpy(constants)
    assert torch.from_numpy(constants.astype(np.float64)).tolist() == [0.5, 0.25]


def records_are_refused_fields_taken():
    """An array of records raises a TypeError that speaks of `np.void`, and a field of it is shared where the records are laid out evenly."""
    records = np.array([(1, 0.5), (2, 0.9)], dtype=[("id", "i4"), ("score", "f4")])
    with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type numpy.void"):
        torch.from_numpy(records)
    torch.from_numpy(records["score"])[0] = 0.75
    assert records["score"][0] == 0.75


def aligned_records_are_taken():
    """Records with `align=True` have room to spare between their fields, so the field that packed records cannot share is shared."""
    fields = [("id", "u1"), ("score", "f4")]
    with np.testing.assert_raises_regex(ValueError, "strides not a multiple of the element byte size"):
        torch.from_numpy(np.zeros(2, dtype=fields)["score"])
    records = np.zeros(2, dtype=np.dtype(fields, align=True))
    torch.from_numpy(records["score"])[1] = 0.5
    assert records["score"].tolist() == [0.0, 0.5]
