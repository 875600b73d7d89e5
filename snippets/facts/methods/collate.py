"""Facts of docs/methods/collate.md."""

import numpy as np
import torch
from torch.utils.data import DataLoader, default_collate, default_convert


def collate_stacks_a_copy():
    """`default_collate` of arrays gives one tensor with a new first axis, which shares with none of them."""
    samples = [np.zeros(3, dtype=np.float32), np.ones(3, dtype=np.float32)]
    batch = default_collate(samples)
    batch[0, 0] = 9.0
    assert samples[0].tolist() == [0.0, 0.0, 0.0]
    assert batch.shape == (2, 3)
    assert batch.dtype == torch.float32


def convert_shares():
    """`default_convert`, which a DataLoader calls with `batch_size=None`, shares the memory of each array."""
    sample = np.zeros(3)
    default_convert(sample)[0] = 9.0
    assert sample[0] == 9.0
    (converted,) = DataLoader([sample], batch_size=None)
    converted[1] = 7.0
    assert sample[1] == 7.0


def floats_become_float64():
    """Python floats are collated to float64, where `torch.tensor` of a list of them gives float32."""
    assert default_collate([0.5, 1.5]).dtype == torch.float64
    assert torch.tensor([0.5, 1.5]).dtype == torch.float32


def numpy_scalars_keep_their_dtype():
    """`torch.utils.data.default_collate` keeps the dtype of NumPy scalars and 0-d arrays."""
    assert default_collate([np.float32(0.5), np.float32(1.5)]).dtype == torch.float32
    assert default_collate([np.array(0.5), np.array(1.5)]).dtype == torch.float64


def integers_become_int64():
    """`torch.utils.data.default_collate` makes int64 of Python integers, and bool of booleans."""
    assert default_collate([1, 2]).dtype == torch.int64
    assert default_collate([True, False]).dtype == torch.bool


def structure_is_kept():
    """`torch.utils.data.default_collate` collates tuples and dictionaries entry by entry, and passes strings on in a list."""
    batch = default_collate([{"pixels": np.zeros(2), "name": "cat"}, {"pixels": np.ones(2), "name": "dog"}])
    assert batch["pixels"].tolist() == [[0.0, 0.0], [1.0, 1.0]]
    assert batch["name"] == ["cat", "dog"]


def text_arrays_raise():
    """An array of text raises a TypeError that names its dtype, such as `<U3`; so does a `np.datetime64`."""
    with np.testing.assert_raises_regex(TypeError, "found <U3"):
        default_collate([np.array(["cat"]), np.array(["dog"])])
    with np.testing.assert_raises_regex(TypeError, "datetime64"):
        default_collate([np.datetime64("2026-01-01")])


def lengths_must_be_equal():
    """`torch.utils.data.default_collate` of arrays of different lengths raises a RuntimeError."""
    with np.testing.assert_raises_regex(RuntimeError, "stack expects each tensor to be equal size"):
        default_collate([np.zeros(3), np.zeros(1)])


def reversed_arrays_raise():
    """`torch.utils.data.default_collate` of a reversed array, such as a flipped image, raises a ValueError."""
    with np.testing.assert_raises_regex(ValueError, "negative"):
        default_collate([np.zeros(3)[::-1]])


def loader_takes_an_array():
    """A `DataLoader` takes an array as a data set, and gives tensors of its dtype."""
    readings = np.arange(6.0, dtype=np.float32).reshape(3, 2)
    batches = list(DataLoader(readings, batch_size=2))
    assert [batch.shape for batch in batches] == [(2, 2), (1, 2)]
    assert batches[0].dtype == torch.float32
