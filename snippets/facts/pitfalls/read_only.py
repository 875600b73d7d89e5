"""Facts of docs/pitfalls/read_only.md."""

import warnings

import numpy as np
import torch


def contiguous_stays_read_only():
    """`np.ascontiguousarray` and `ndarray.astype` with `copy=False` give back a read-only array that fits, and the warning comes."""
    packet = np.frombuffer(bytes([20, 21, 22]), dtype=np.uint8)
    torch.set_warn_always(True)
    for same in (np.ascontiguousarray(packet), packet.astype(np.uint8, copy=False)):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            torch.from_numpy(same)
        assert len(caught) == 1 and "not writable" in str(caught[0].message)


def arithmetic_is_writable():
    """The result of arithmetic or of an index list is a new, writable array, which gives no warning."""
    packet = np.frombuffer(bytes([20, 21, 22]), dtype=np.uint8)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        halves, ends = torch.from_numpy(packet / 2), torch.from_numpy(packet[[0, 2]])
        halves[0] = ends[0] = 0
    assert caught == []
    assert packet.tolist() == [20, 21, 22]


def own_array_can_be_unlocked():
    """An array that you locked with `ndarray.setflags` you can unlock again, and it gives no warning; one over `bytes` stays locked."""
    labels = np.array([3, 1, 2])
    labels.setflags(write=False)
    labels.setflags(write=True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.from_numpy(labels)[0] = 9
    assert caught == [] and labels[0] == 9
    with np.testing.assert_raises_regex(ValueError, "cannot set WRITEABLE flag to True"):
        np.frombuffer(b"abc", np.uint8).setflags(write=True)


def lock_comes_too_late():
    """A tensor that was made before the array was locked still writes into it, without a warning."""
    calibration = np.array([1.0, 2.0])
    tensor = torch.from_numpy(calibration)
    calibration.setflags(write=False)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor[0] = 9.0
    assert caught == [] and calibration[0] == 9.0


def windows_share_elements():
    """In the tensor of `np.lib.stride_tricks.sliding_window_view`, one write changes every window that holds the element, and the samples."""
    samples = np.arange(4.0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        windows = torch.from_numpy(np.lib.stride_tricks.sliding_window_view(samples, 3))
    windows[0, 1] = 99.0
    assert windows.tolist() == [[0.0, 99.0, 2.0], [99.0, 2.0, 3.0]]
    assert samples[1] == 99.0


def collate_warns_though_it_copies():
    """`torch.utils.data.default_collate` of read-only arrays warns too, though a write to the batch cannot reach them."""
    pixels = np.frombuffer(bytes([0, 64, 128]), dtype=np.uint8)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        batch = torch.utils.data.default_collate([pixels, pixels])
    batch[:] = 7
    assert pixels.tolist() == [0, 64, 128]
    assert [str(one.message)[:35] for one in caught] == ["The given NumPy array is not writab"]
