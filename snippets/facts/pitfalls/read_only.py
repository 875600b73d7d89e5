"""Facts of docs/pitfalls/read_only.md."""

import warnings

import numpy as np
import torch


def contiguous_stays_read_only():
    """`np.ascontiguousarray` and `ndarray.astype` with `copy=False` give back a read-only array that fits, and `torch.from_numpy` warns of it."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlLefdFD":
        packet = np.frombuffer(bytes(16), dtype)
        for same in (np.ascontiguousarray(packet), packet.astype(dtype, copy=False)):
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                torch.from_numpy(same)
            assert ["not writable" in str(warning.message) for warning in caught] == [True]


def arithmetic_is_writable():
    """The result of an index list, or of arithmetic with an array that has an axis, is writable, and `torch.from_numpy` gives no warning."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlLefdFD":
        packet = np.frombuffer(bytes(32), dtype)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            for result in packet + packet, packet[[0, 1]], packet[:1] + packet[0], packet.reshape(1, -1)[::-1] * 1:
                torch.from_numpy(result)[0] = 1
                assert result.flat[0] == 1
        assert caught == []


def own_array_can_be_unlocked():
    """An array with memory of its own that you locked with `ndarray.setflags` you can unlock again, and it gives no warning; one over `bytes` stays locked, with a ValueError."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlLefdFD":
        labels = np.zeros(2, dtype)
        labels.setflags(write=False)
        labels.setflags(write=True)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            torch.from_numpy(labels)
        assert caught == []
        with np.testing.assert_raises_regex(ValueError, "cannot set WRITEABLE flag to True"):
            np.frombuffer(bytes(16), dtype).setflags(write=True)


def windows_share_elements():
    """In the tensor of `np.lib.stride_tricks.sliding_window_view`, one write changes every window that holds the element, and the samples."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros(4, dtype)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            windows = torch.from_numpy(np.lib.stride_tricks.sliding_window_view(samples, 3))
        windows[0, 1] = 1
        assert windows.tolist() == [[0, 1, 0], [1, 0, 0]]
        assert samples.tolist() == [0, 1, 0, 0]


def collate_warns_though_it_copies():
    """`torch.utils.data.default_collate` of read-only arrays warns too, though a write to the batch cannot reach them."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlLefdFD":
        pixels = np.frombuffer(bytes(16), dtype)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            batch = torch.utils.data.default_collate([pixels])
        assert ["not writable" in str(warning.message) for warning in caught] == [True]
        batch[:] = 1
        assert not pixels.any()


def operators_warn():
    """`tensor == array` and a read-only array as an index of a tensor warn as well, without a line of yours that converts."""
    torch.set_warn_always(True)
    for dtype in "bBhHiIlL":
        places = np.frombuffer(bytes(8), dtype)
        tensor = torch.zeros(len(places))
        for call in lambda array, tensor=tensor: tensor == array, tensor.__getitem__:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                call(places)
            assert "not writable" in str([str(warning.message) for warning in caught])
