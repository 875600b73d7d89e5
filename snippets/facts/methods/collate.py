"""Facts of docs/methods/collate.md."""

import warnings

import numpy as np
import torch
from torch.utils.data import DataLoader, default_collate, default_convert


def collate_stacks_a_copy():
    """`default_collate` of arrays of one shape and dtype, even of one alone, that `torch.as_tensor` takes, gives one tensor of that dtype with a new first axis, which shares with none of them."""
    for dtype in "?bBhHiIlLefdFD":
        sample = np.zeros(3, dtype)
        batch = default_collate([sample, np.ones(3, dtype)])
        alone = default_collate([sample])
        assert batch.tolist() == [[0, 0, 0], [1, 1, 1]]
        assert batch.numpy().dtype == dtype
        batch[0, 0] = 1
        alone[0, 1] = 1
        assert sample.tolist() == [0, 0, 0]


def convert_shares():
    """`default_convert`, which a DataLoader calls with `batch_size=None`, shares the memory of each plain array or memory map of numbers, if a tensor can have its dtype and its strides and the default device is the CPU; a masked array, or one of a class of your own, it leaves as it is."""

    class Recording(np.ndarray):
        pass

    for dtype in "?bBhHiIlLefdFD":
        sample = np.zeros(3, dtype)
        default_convert(sample)[0] = 1
        (converted,) = DataLoader([sample], batch_size=None)
        converted[1] = 1
        assert sample.tolist() == [1, 1, 0]
        with torch.device("meta"):
            assert default_convert(sample).device.type == "meta"
        for other in np.ma.array(sample), sample.view(Recording):
            assert default_convert(other) is other
        mapped = np.memmap("sample.bin", dtype, "w+", shape=3)
        default_convert(mapped)[0] = 1
        assert mapped.tolist() == [1, 0, 0]


def one_float64_sample_promotes():
    """Outside of a worker, `default_collate` of float arrays of different dtypes gives the widest of them, without a warning: one float64 sample makes the whole batch float64."""
    warnings.simplefilter("error")
    for dtype, wider in ("ef", "ed", "fd"):
        samples = [np.ones(2, dtype), np.ones(2, dtype)]
        for place in range(3):
            batch = default_collate([*samples[:place], np.ones(2, wider), *samples[place:]])
            assert batch.numpy().dtype == wider


def none_raises():
    """`default_collate` of None, alone or among real numbers, tensors, arrays of numbers or tuples of such, raises an error that names NoneType; after a string or bytes, it passes None on."""
    for dtype in "?bBhHiIlLefdFD":
        sample = np.ones(2, dtype)
        tensor, number = torch.from_numpy(sample), sample[0]
        mixed = [sample, None], [None, sample], [tensor, None], [number, None], [number.real.item(), None]
        for samples in [None, None], *mixed, [(sample, 1), (None, 1)], [(sample, 1), None]:
            with np.testing.assert_raises_regex((TypeError, RuntimeError), "NoneType"):
                default_collate(samples)
    for name in "cat", b"cat":
        assert default_collate([name, None]) == [name, None]


def python_numbers_become_64_bit():
    """`default_collate` gives float64 for Python floats, whatever the default dtype is, int64 for Python integers, and bool for booleans; the first number decides, and where it is an integer or a boolean, floats after it get the default dtype."""
    for default in (torch.float32, torch.float16):
        torch.set_default_dtype(default)
        for targets in [0.5, 1.5], [0.5, 1], [0.5, True]:
            assert default_collate(targets).dtype == torch.float64
        for targets in [1, 0.5], [True, 0.5]:
            assert default_collate(targets).dtype == default
    assert default_collate([1, 2]).dtype == torch.int64
    assert default_collate([True, False]).dtype == torch.bool


def numpy_scalars_keep_their_dtype():
    """`torch.utils.data.default_collate` keeps the dtype of NumPy scalars and of 0-d arrays where PyTorch has it, but of `np.uint64` scalars it raises a TypeError."""
    for dtype in "?bBhHiIlefdFD":
        target = np.ones(2, dtype)[0]
        assert default_collate([target, target]).numpy().dtype == dtype
        assert default_collate([np.array(target)]).numpy().dtype == dtype
    assert default_collate([np.array(1, np.uint64)]).dtype == torch.uint64
    with np.testing.assert_raises_regex(TypeError, "an integer is required"):
        default_collate([np.uint64(1), np.uint64(2)])


def structure_is_kept():
    """`torch.utils.data.default_collate` collates tuples and dictionaries entry by entry, of dictionaries those that the first has, and passes strings on in a list."""
    batch = default_collate([{"pixels": np.zeros(2), "name": "cat"}, {"pixels": np.ones(2), "name": "dog"}])
    assert batch["pixels"].tolist() == [[0.0, 0.0], [1.0, 1.0]]
    assert batch["name"] == ["cat", "dog"]
    pixels, labels = default_collate([(np.zeros(2), 3), (np.ones(2), 5)])
    assert pixels.tolist() == [[0.0, 0.0], [1.0, 1.0]]
    assert labels.tolist() == [3, 5]
    assert list(default_collate([{"pixels": 1}, {"pixels": 2, "label": 3}])) == ["pixels"]
    with np.testing.assert_raises_regex(KeyError, "label"):
        default_collate([{"pixels": 2, "label": 3}, {"pixels": 1}])


def text_arrays_raise():
    """`torch.utils.data.default_collate` of arrays of text, bytes, Python objects or dates raises a TypeError that names their dtype, such as `<U3`."""
    for dtype, name in (("U3", "<U3"), ("S3", r"\|S3"), (object, "object"), ("datetime64[s]", "datetime64")):
        with np.testing.assert_raises_regex(TypeError, f"(found |of type numpy.){name}"):
            default_collate([np.zeros(2, dtype), np.zeros(2, dtype)])


def lengths_must_be_equal():
    """`torch.utils.data.default_collate` of arrays of different shapes, such as different lengths, raises a RuntimeError."""
    for shape, other in (((3,), (1,)), ((3,), (0,)), ((2, 3), (3, 2)), ((1,), ())):
        with np.testing.assert_raises_regex(RuntimeError, "stack expects each tensor to be equal size"):
            default_collate([np.zeros(shape), np.zeros(other)])


def loader_takes_an_array():
    """A `DataLoader` takes an array that `torch.as_tensor` takes and that has two axes or more as a data set, and gives its rows in tensors of its dtype."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.arange(6).reshape(3, 2).astype(dtype)
        batches = list(DataLoader(readings, batch_size=2))
        assert [batch.tolist() for batch in batches] == [readings[:2].tolist(), readings[2:].tolist()]
        assert all(batch.numpy().dtype == dtype for batch in batches)


def bytes_pass_through():
    """`torch.utils.data.default_collate` passes bytes on in a list, by themselves and as a part of a sample."""
    assert default_collate([b"ab", b"cd"]) == [b"ab", b"cd"]
    assert default_collate([np.bytes_(b"ab"), np.bytes_(b"cd")]) == [b"ab", b"cd"]
    assert default_collate([{"key": b"ab"}, {"key": b"cd"}]) == {"key": [b"ab", b"cd"]}
