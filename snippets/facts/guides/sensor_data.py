"""Facts of docs/guides/sensor_data.md."""

import warnings

import numpy as np
import torch


def unfold_shares():
    """`Tensor.unfold` copies nothing: the windows lie on the memory of the recording, each element in several of them."""
    pressure = np.zeros(6, dtype=np.float32)
    windows = torch.from_numpy(pressure).unfold(0, 4, 2)
    pressure[2] = 9.0
    assert windows.tolist() == [[0.0, 0.0, 9.0, 0.0], [9.0, 0.0, 0.0, 0.0]]


def unfold_puts_the_window_last():
    """`Tensor.unfold` puts the window on a new last axis: time and channels become windows, channels, time."""
    recording = torch.from_numpy(np.zeros((1000, 3), dtype=np.float32))
    assert recording.unfold(0, 100, 50).shape == (19, 3, 100)


def unfold_drops_the_rest():
    """`Tensor.unfold` leaves out what does not fill a last window."""
    pressure = torch.from_numpy(np.arange(7.0))
    assert pressure.unfold(0, 4, 4).tolist() == [[0.0, 1.0, 2.0, 3.0]]


def clone_writes_the_windows_out():
    """`Tensor.clone` of overlapping windows writes each of them out, so it takes more memory than the recording."""
    recording = np.zeros(1000, dtype=np.float32)
    windows = torch.from_numpy(recording).unfold(0, 100, 1)
    assert windows.untyped_storage().nbytes() == recording.nbytes
    assert windows.clone().untyped_storage().nbytes() == 901 * 100 * 4


def sliding_window_view_is_read_only():
    """`np.lib.stride_tricks.sliding_window_view` is read-only, so `torch.from_numpy` warns, unless `writeable=True`."""
    pressure = np.zeros(10, dtype=np.float32)
    torch.set_warn_always(True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.from_numpy(np.lib.stride_tricks.sliding_window_view(pressure, 4, writeable=True))
        assert not caught
        torch.from_numpy(np.lib.stride_tricks.sliding_window_view(pressure, 4))
    assert ["not writable" in str(one.message) for one in caught] == [True]


def column_means_drift():
    """`np.mean` along the first axis adds up in float32, and is wrong by far for long columns, unless `dtype=` is float64."""
    pressure = np.full((1_000_000, 2), 1013.25, dtype=np.float32)
    assert abs(np.mean(pressure, axis=0)[0] - 1013.25) > 1.0
    assert np.mean(pressure, axis=0, dtype=np.float64)[0] == 1013.25


def std_divides_by_one_less():
    """`Tensor.std` divides by n - 1, where `np.std` divides by n; `correction=0` makes them equal."""
    pressure = np.array([1.0, 2.0, 3.0, 4.0])
    tensor = torch.from_numpy(pressure)
    assert tensor.std() > np.std(pressure) + 0.1
    assert abs(tensor.std(correction=0) - np.std(pressure)) < 1e-6


def one_nan_spoils_the_mean():
    """One NaN makes the result of `Tensor.mean` NaN, and `torch.nanmean` leaves it out."""
    pressure = torch.from_numpy(np.array([1.0, np.nan, 3.0]))
    assert pressure.mean().isnan()
    assert torch.nanmean(pressure) == 2.0


def dates_as_integers_share():
    """A datetime64 array goes through `ndarray.view` as int64, which shares; NaT arrives as the smallest int64."""
    times = np.array(["2024-03-01", "NaT"], dtype="datetime64[s]")
    seconds = torch.from_numpy(times.view(np.int64))
    assert seconds.tolist() == [1709251200, torch.iinfo(torch.int64).min]
    times[1] = times[0]
    assert seconds[1] == 1709251200


def seconds_since_1970_do_not_fit():
    """In float32, seconds since 1970 are rounded to multiples of 128: two times a minute apart become equal."""
    times = np.array(["2024-03-01T00:00", "2024-03-01T00:01"], dtype="datetime64[s]")
    seconds = torch.from_numpy(times.view(np.int64))
    assert seconds.diff() == 60
    assert seconds.float().diff() == 0


def as_strided_checks_the_storage():
    """`torch.as_strided` raises a RuntimeError where it would read beyond the storage; the one of NumPy checks nothing."""
    pressure = np.arange(10, dtype=np.float32)
    beyond = np.lib.stride_tricks.as_strided(pressure[:4], shape=(4, 4), strides=(4, 4))
    assert beyond[3].tolist() == [3.0, 4.0, 5.0, 6.0]
    with np.testing.assert_raises_regex(RuntimeError, "out of bounds for storage"):
        torch.as_strided(torch.from_numpy(pressure[:4]), (4, 4), (1, 1))
