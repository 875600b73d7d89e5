"""Facts of docs/pitfalls/dataloader.md."""

import contextlib
import itertools
import mmap
import threading
import warnings

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, default_collate


def own_generator_repeats():
    """A generator that the data set made with `np.random.default_rng` draws the same in every worker, and in every epoch again, unless `persistent_workers=True` keeps the workers."""

    class Noise(Dataset):
        generator = np.random.default_rng(0)

        def __len__(self):
            return 2

        def __getitem__(self, row):
            return self.generator.integers(1_000_000)

    for persistent, count in (False, 1), (True, 2):
        loader = DataLoader(Noise(), batch_size=1, num_workers=2, persistent_workers=persistent)
        drawn = [batch.item() for epoch in range(2) for batch in loader]
        del loader
        for thread in threading.enumerate()[1:]:
            thread.join()
        assert drawn[0] == drawn[1]
        assert len(set(drawn)) == count


def global_generator_differs_by_worker():
    """The workers of a `DataLoader` seed the global generator of NumPy, each in its own way, so `np.random.randint` differs between them."""

    class Noise(Dataset):
        def __len__(self):
            return 2

        def __getitem__(self, row):
            return np.random.randint(1_000_000)

    torch.manual_seed(0)
    first, second = DataLoader(Noise(), batch_size=1, num_workers=2)
    for thread in threading.enumerate()[1:]:
        thread.join()
    assert first.item() != second.item()


def workers_follow_the_seed_of_torch():
    """What workers draw from NumPy's global generator follows `torch.manual_seed`, or the `generator=` of the loader, and takes no notice of `np.random.seed`."""

    class Noise(Dataset):
        def __len__(self):
            return 1

        def __getitem__(self, row):
            return np.random.randint(1_000_000)

    drawn = []
    for numpy_seed, torch_seed, seed in (0, 0, None), (1, 0, None), (0, 1, None), (0, 0, 5), (0, 1, 5):
        np.random.seed(numpy_seed)
        torch.manual_seed(torch_seed)
        generator = torch.Generator().manual_seed(seed) if seed else None
        drawn += [batch.item() for batch in DataLoader(Noise(), num_workers=1, generator=generator)]
    for thread in threading.enumerate()[1:]:
        thread.join()
    assert drawn[0] == drawn[1]
    assert drawn[0] != drawn[2]
    assert drawn[3] == drawn[4] != drawn[0]


def workers_take_the_first_dtype():
    """In a worker, a batch of arrays has the dtype of its first sample, or raises an error: 300 behind a uint8 array becomes 44, and float64 behind float32 is float32, without a word; a wider kind behind a narrower, as floats behind integers behind bools, raises a TypeError, but uint16, uint32 or uint64 beside a bool, another integer or a complex number a RuntimeError."""
    narrow, wide = np.zeros(2, np.uint8), np.full(2, 300)
    single, double = np.zeros(2, np.float32), np.zeros(2, np.float64)
    for samples, values, dtype in (
        ([narrow, wide], [[0, 0], [44, 44]], torch.uint8),
        ([wide, narrow], [[300, 300], [0, 0]], torch.int64),
        ([single, double], [[0, 0], [0, 0]], torch.float32),
        ([double, single], [[0, 0], [0, 0]], torch.float64),
    ):
        (batch,) = DataLoader(samples, batch_size=2, num_workers=1)
        assert batch.tolist() == values
        assert batch.dtype == dtype
    for samples, error, words in (
        ([wide, single], TypeError, "can't be cast to the desired output type"),
        ([wide, wide.astype(np.uint16)], RuntimeError, "Promotion for uint16, uint32, uint64 types is not supported"),
    ):
        with np.testing.assert_raises_regex(error, words):
            next(iter(DataLoader(samples, batch_size=2, num_workers=1)))

    def collate(batch):
        outcomes = []
        with contextlib.suppress(RuntimeError):
            with contextlib.suppress(TypeError):
                outcomes.append(str(default_collate(batch).dtype))
            outcomes.append("TypeError")
        return [*outcomes, "RuntimeError"][0]

    pairs = list(itertools.product("?bBhHiIlLefdFD", repeat=2))
    samples = [np.ones(1, dtype) for pair in pairs for dtype in pair]
    loader = DataLoader(samples, batch_size=2, num_workers=1, collate_fn=collate, multiprocessing_context="fork")
    rank = {"b": 0, "i": 1, "u": 1, "f": 2, "c": 3}
    for (first, second), outcome in zip(pairs, loader, strict=True):
        wanted = f"torch.{np.dtype(first)}"
        if rank[np.dtype(second).kind] > rank[np.dtype(first).kind]:
            wanted = "TypeError"
        if first != second and {first, second} & set("HIL") and not {first, second} & set("efd"):
            wanted = "RuntimeError"
        assert outcome == wanted
    for thread in threading.enumerate()[1:]:
        thread.join()


def widest_dtype_wins():
    """Without workers, `torch.utils.data.default_collate` of one float64 array among float32 arrays makes the whole batch float64."""
    samples = [np.zeros(2, dtype=np.float32), np.zeros(2, dtype=np.float64)]
    assert default_collate(samples).dtype == torch.float64
    assert default_collate(samples[:1]).dtype == torch.float32


def worker_writes_are_lost():
    """What a forked worker of a `DataLoader` writes into an array of the data set stays in the worker, unless its memory is shared, as that of a tensor after `Tensor.share_memory_`, of `multiprocessing.shared_memory`, or of a file that is mapped for writing."""
    levels, shared = np.zeros(4), torch.zeros(4).share_memory_().numpy()
    mapped = np.memmap("levels.bin", np.float64, "w+", shape=4)
    unnamed = np.frombuffer(mmap.mmap(-1, 32))

    class Levels(Dataset):
        def __len__(self):
            return 4

        def __getitem__(self, row):
            for array in levels, shared, mapped, unnamed:
                array[row] += 1
            return levels[row]

    list(DataLoader(Levels(), batch_size=4, num_workers=1, multiprocessing_context="fork"))
    for thread in threading.enumerate()[1:]:
        thread.join()
    assert levels.tolist() == [0.0] * 4
    assert shared.tolist() == mapped.tolist() == unnamed.tolist() == [1.0] * 4


def text_arrays_raise():
    """`torch.utils.data.default_collate` refuses arrays of text with a TypeError, and lists text itself."""
    for text in np.array(["a", "b"]), np.array("a"), np.array([b"a"]):
        with np.testing.assert_raises_regex(TypeError, "batch must contain tensors, numpy arrays, .*; found "):
            default_collate([text, text])
    assert default_collate(["a", "b"]) == ["a", "b"]


def none_raises():
    """`torch.utils.data.default_collate` refuses None with a TypeError where it comes first, and behind an integer, a NumPy number or an array with a RuntimeError, `Could not infer dtype of NoneType`: return NaN or a flag in its place."""
    with np.testing.assert_raises_regex(TypeError, "batch must contain .*; found <class 'NoneType'>"):
        default_collate([{"label": None}, {"label": 1}])
    for first in 1, np.int64(1), np.float32(0.5), np.zeros(2), np.zeros(2, np.uint8):
        with np.testing.assert_raises_regex(RuntimeError, "Could not infer dtype of NoneType"):
            default_collate([{"label": first}, {"label": None}])


def index_has_the_type_of_the_list():
    """A data set gets a Python integer from a shuffled `DataLoader`, and from a `Subset` or a `SubsetRandomSampler` what it was given: NumPy integers of an array, tensors of a tensor."""
    seen = []

    class Rows:
        def __len__(self):
            return 2

        def __getitem__(self, row):
            seen.append(type(row))
            return 0

    def types_of(rows):
        seen.clear()
        list(rows)
        return set(seen)

    loader, subset, sampler = torch.utils.data.DataLoader, torch.utils.data.Subset, torch.utils.data.SubsetRandomSampler
    assert types_of(loader(Rows(), shuffle=True)) == {int}
    for rows, kind in (
        ([0, 1], int),
        (np.array([0, 1]), np.int64),
        (np.array([0, 1], np.int32), np.int32),
        (torch.arange(2), torch.Tensor),
    ):
        assert types_of(loader(subset(Rows(), rows))) == {kind}
        assert types_of(loader(Rows(), sampler=sampler(rows))) == {kind}


def sampler_weights_are_float64():
    """`WeightedRandomSampler` takes an array of one axis, and keeps float64 weights; it raises a ValueError for a column of weights, for a reversed array and for a NumPy integer as `num_samples`."""
    for dtype in "?bBhHiIlLefd":
        sampler = torch.utils.data.WeightedRandomSampler(np.ones(3, dtype), 2)
        assert (sampler.weights.dtype, sampler.weights.tolist()) == (torch.float64, [1, 1, 1])
        with np.testing.assert_raises_regex(ValueError, "should be a 1d sequence"):
            torch.utils.data.WeightedRandomSampler(np.ones((3, 1), dtype), 2)
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.utils.data.WeightedRandomSampler(np.ones(3, dtype)[::-1], 2)
    with np.testing.assert_raises_regex(ValueError, "num_samples should be a positive integer"):
        torch.utils.data.WeightedRandomSampler(np.ones(3), np.int64(2))


def unequal_lengths_raise():
    """`torch.utils.data.default_collate` of arrays of different shapes raises a RuntimeError; in the worker of a `DataLoader`, and with the longest first, it says `Trying to resize storage that is not resizable`."""
    for shapes in (2, 3), (0, 1), ((1, 2), (2, 2)), ((), (1,)):
        with np.testing.assert_raises_regex(RuntimeError, "stack expects each tensor to be equal size"):
            default_collate([np.zeros(shape) for shape in shapes])
    with np.testing.assert_raises_regex(RuntimeError, "Trying to resize storage that is not resizable"):
        next(iter(DataLoader([np.zeros(3), np.zeros(2)], batch_size=2, num_workers=1)))
    for thread in threading.enumerate()[1:]:
        thread.join()


def read_only_samples_warn():
    """Rows of a read-only array warn in a batch, although `torch.utils.data.default_collate` copies them."""
    levels = np.zeros((2, 3))
    levels.flags.writeable = False
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        default_collate([levels[0], levels[1]])
    assert any("not writable" in str(warning.message) for warning in caught)


def collate_drops_masks():
    """`torch.utils.data.default_collate` drops the mask of masked arrays."""
    levels = np.ma.masked_array([20.5, -1.0], mask=[False, True])
    assert default_collate([levels]).tolist() == [[20.5, -1.0]]
