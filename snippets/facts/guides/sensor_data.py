"""Facts of docs/guides/sensor_data.md."""

import warnings

import numpy as np
import torch


def unfold_shares():
    """`Tensor.unfold` copies nothing: the windows lie on the memory of the recording, and an element in several of them if the step is smaller than the window."""
    for dtype in "?bBhHiIlLefdFD":
        pressure = np.zeros(6, dtype)
        windows = torch.from_numpy(pressure).unfold(0, 4, 2)
        pressure[2] = 1
        assert windows.tolist() == [[0, 0, 1, 0], [1, 0, 0, 0]]


def unfold_puts_the_window_last():
    """`Tensor.unfold` puts the window on a new last axis: time and channels become windows, channels, time."""
    recording = torch.from_numpy(np.zeros((1000, 3), dtype=np.float32))
    assert recording.unfold(0, 100, 50).shape == (19, 3, 100)


def one_channel_needs_its_axis():
    """`torch.nn.Conv1d` of one channel takes two or more windows in two axes for one window of many channels, and raises a RuntimeError; after `Tensor.unsqueeze` at 1 they have a channel each."""
    windows = torch.from_numpy(np.zeros(1000, np.float32)).unfold(0, 100, 50)
    layer = torch.nn.Conv1d(1, 8, kernel_size=5)
    with np.testing.assert_raises_regex(RuntimeError, "to have 1 channels, but got 19 channels instead"):
        layer(windows)
    one = windows.unsqueeze(1)
    assert one.shape == (19, 1, 100)
    layer(one)


def unfold_drops_the_rest():
    """`Tensor.unfold` leaves out what does not fill a last window, and raises a RuntimeError for a recording that is shorter than one."""
    pressure = torch.from_numpy(np.arange(7.0))
    assert pressure.unfold(0, 4, 4).tolist() == [[0.0, 1.0, 2.0, 3.0]]
    with np.testing.assert_raises_regex(RuntimeError, "maximum size for tensor at dimension 0 is 3 but size is 4"):
        pressure[:3].unfold(0, 4, 4)


def clone_writes_the_windows_out():
    """`Tensor.clone` of overlapping windows writes each of them out: with a window of 100 and a step of 1, that is about 100 times the memory of a long recording."""
    for dtype in "?bBhHiIlLefdFD":
        recording = np.zeros(10_000, dtype)
        recording[0] = 1
        windows = torch.from_numpy(recording).unfold(0, 100, 1)
        assert windows.untyped_storage().nbytes() == recording.nbytes
        written = windows.clone()
        assert written.untyped_storage().nbytes() == 9901 * 100 * recording.itemsize
        assert (written[0, 0], written.sum()) == (1, 1)


def sliding_window_view_is_read_only():
    """`np.lib.stride_tricks.sliding_window_view` is read-only, so `torch.from_numpy` warns, unless you pass `writeable=True` and the recording is writable."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlLefdFD":
        pressure = np.zeros(10, dtype)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            torch.from_numpy(np.lib.stride_tricks.sliding_window_view(pressure, 4, writeable=True))
            assert not caught
            torch.from_numpy(np.lib.stride_tricks.sliding_window_view(pressure, 4))
            pressure.flags.writeable = False
            torch.from_numpy(np.lib.stride_tricks.sliding_window_view(pressure, 4, writeable=True))
        assert ["not writable" in str(one.message) for one in caught] == [True, True]


def column_means_drift():
    """`np.mean` along the first axis of a long float32 or float16 recording with two channels or more adds up row by row in float32, as `np.std` of a float32 one does, and may be wrong by far, unless `dtype=` is float64 or the columns lie one after another in memory."""
    for dtype, reading in ("f", 1013.25), ("e", 1013):
        pressure = np.full((1_000_000, 2), reading, dtype)
        assert abs(np.mean(pressure, axis=0)[0] - reading) > 1.0
        assert np.mean(pressure, axis=0, dtype=np.float64)[0] == reading
        assert np.mean(np.asfortranarray(pressure), axis=0)[0] == reading
    pressure = np.full((1_000_000, 2), 1013.25, np.float32)
    assert np.std(pressure, axis=0)[0] > 1.0
    assert np.std(pressure, axis=0, dtype=np.float64)[0] == 0.0
    assert np.std(np.asfortranarray(pressure), axis=0)[0] == 0.0


def std_divides_by_one_less():
    """`Tensor.std` of floats divides by n - 1, where `np.std` divides by n: of one value it is NaN, not 0; `correction=0` makes them equal."""
    for dtype in "efd":
        pressure = np.array([1, 2, 3, 4], dtype)
        tensor = torch.from_numpy(pressure)
        assert tensor.std() > np.std(pressure) + 0.1
        assert abs(tensor.std(correction=0) - np.std(pressure)) < 1e-3
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # degrees of freedom <= 0
            assert tensor[:1].std().isnan()


def one_nan_spoils_the_mean():
    """One NaN makes the result of `Tensor.mean` NaN, and `torch.nanmean` leaves it out."""
    for dtype in "efd":
        pressure = torch.from_numpy(np.array([1, np.nan, 3], dtype))
        assert pressure.mean().isnan()
        assert torch.nanmean(pressure) == 2.0


def as_strided_checks_the_storage():
    """`torch.as_strided` raises a RuntimeError where it would read beyond the storage; the one of NumPy checks nothing."""
    pressure = np.arange(10, dtype=np.float32)
    beyond = np.lib.stride_tricks.as_strided(pressure[:4], shape=(4, 4), strides=(4, 4))
    assert beyond[3].tolist() == [3.0, 4.0, 5.0, 6.0]
    with np.testing.assert_raises_regex(RuntimeError, "out of bounds for storage"):
        torch.as_strided(torch.from_numpy(pressure[:4]), (4, 4), (1, 1))
