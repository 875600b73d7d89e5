"""Facts of docs/pitfalls/object_arrays.md."""

import numpy as np
import torch


def astype_parses_text():
    """`ndarray.astype` to a float dtype reads numbers that are written as text, and `torch.from_numpy` takes the result."""
    readings = np.array([21.5, "22.0", 20], dtype=object)
    tensor = torch.from_numpy(readings.astype(np.float32))
    assert tensor.dtype == torch.float32
    assert tensor.tolist() == [21.5, 22.0, 20.0]


def stack_joins_rows():
    """`np.stack` makes one array of an object array of equally long rows, where `ndarray.astype` raises a ValueError."""
    rows = np.array([None, None])
    rows[0], rows[1] = np.array([0.1, 0.2]), np.array([0.3, 0.4])
    with np.testing.assert_raises_regex(ValueError, "setting an array element with a sequence"):
        torch.from_numpy(rows.astype(np.float64))
    assert torch.from_numpy(np.stack(rows)).tolist() == [[0.1, 0.2], [0.3, 0.4]]


def lengths_can_be_padded():
    """Rows of different lengths become one tensor by `torch.nn.utils.rnn.pad_sequence`, which fills the short ones with 0."""
    rows = np.array([np.array([1.0, 2.0]), np.array([3.0])], dtype=object)
    padded = torch.nn.utils.rnn.pad_sequence([torch.from_numpy(row) for row in rows], batch_first=True)
    assert padded.tolist() == [[1.0, 2.0], [3.0, 0.0]]


def collate_refuses_objects():
    """`torch.utils.data.default_collate` of object arrays raises a TypeError in other words: batch must contain tensors, numpy arrays, numbers."""
    samples = [np.array([21.5, None]), np.array([22.0, 20.0], dtype=object)]
    with np.testing.assert_raises_regex(TypeError, "batch must contain tensors, numpy arrays, numbers.*found object"):
        torch.utils.data.default_collate(samples)


def integers_beyond_64_bits_are_objects():
    """A Python integer beyond 64 bits makes an object array too, which `torch.from_numpy` refuses."""
    ids = np.array([1, 2**70])
    assert ids.dtype == object
    with np.testing.assert_raises_regex(TypeError, "numpy.object_"):
        torch.from_numpy(ids)


def iterators_are_one_object():
    """`np.array` of an iterator, such as `map`, is one object and not its numbers; call `list` on it first."""
    with np.testing.assert_raises_regex(TypeError, "numpy.object_"):
        torch.from_numpy(np.array(map(float, ["1", "2"])))
    assert torch.from_numpy(np.array(list(map(float, ["1", "2"])))).tolist() == [1.0, 2.0]
