"""Facts of docs/guides/batches.md."""

import threading
import warnings

import numpy as np
import torch
from torch.utils.data import (
    ConcatDataset,
    DataLoader,
    Dataset,
    Subset,
    TensorDataset,
    default_collate,
    get_worker_info,
    random_split,
)


def tensor_dataset_shares():
    """A sample of a `TensorDataset` over `torch.from_numpy` is a view of the array, and a batch has memory of its own."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros((4, 2), dtype)
        data = TensorDataset(torch.from_numpy(levels))
        for size in 1, 4:
            next(iter(DataLoader(data, batch_size=size)))[0].fill_(1)
            assert not levels.any()
        data[3][0].fill_(1)
        assert levels[3].all()


def tensor_dataset_refuses_arrays():
    """`TensorDataset` of arrays raises a TypeError that says `'int' object is not callable`."""
    levels = np.zeros((4, 2), dtype=np.float32)
    with np.testing.assert_raises_regex(TypeError, "'int' object is not callable"):
        TensorDataset(levels)


def one_array_is_a_dataset():
    """A `DataLoader` takes an array of two axes or more, and gives its rows in batches of the array's dtype; rows that `torch.from_numpy` refuses raise an error here, too."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.array([[0, 1], [1, 1], [0, 0]], dtype)
        first, second = DataLoader(levels, batch_size=2)
        assert first.tolist() == [[0, 1], [1, 1]]
        assert second.tolist() == [[0, 0]]
        assert first.dtype == torch.from_numpy(levels).dtype
    for refused, words in (levels[:, ::-1], "negative"), (levels.astype(">c16"), "byte order"):
        with np.testing.assert_raises_regex(ValueError, words):
            next(iter(DataLoader(refused, batch_size=2)))


def python_floats_become_float64():
    """`torch.utils.data.default_collate` makes float64 of Python floats, whatever the default dtype is, unless another type comes first in the batch: behind an integer, also one of NumPy, they have the default dtype; it keeps the dtype of `np.float16`, `np.float32` and `np.float64`."""
    for default in torch.float32, torch.float16, torch.float64:
        torch.set_default_dtype(default)
        assert default_collate([0.5, 0.25]).dtype == default_collate([0.5, 1]).dtype == torch.float64
        for first in 1, True, *(np.dtype(dtype).type(1) for dtype in "bBhHiIlL"):
            assert default_collate([first, 0.5]).dtype == default
        for scalar, dtype in (np.float16, torch.float16), (np.float32, torch.float32), (np.float64, torch.float64):
            assert default_collate([scalar(0.5), scalar(0.25)]).dtype == dtype


def lists_are_turned():
    """`torch.utils.data.default_collate` of samples that are lists of numbers gives a list with one tensor for each place, not one for the batch."""
    samples = [[20.5, 21.0, 21.5], [18.0, 18.5, 19.0]]
    assert [place.tolist() for place in default_collate(samples)] == [[20.5, 18.0], [21.0, 18.5], [21.5, 19.0]]


def without_batches_samples_share():
    """With `batch_size=None` and no workers, a `DataLoader` over an array gives its rows one by one as tensors that share; the elements of an array with one axis are copies, and so are rows from a worker."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros((2, 3), dtype)
        for sample in DataLoader(levels, batch_size=None):
            sample.fill_(1)
        assert levels.all()
    for sample in DataLoader(levels[0], batch_size=None):
        sample.fill_(7)
    for sample in DataLoader(levels, batch_size=None, num_workers=1):
        sample.fill_(7)
    for thread in threading.enumerate()[1:]:
        thread.join()
    assert levels.tolist() == [[1, 1, 1], [1, 1, 1]]


def getitems_sees_the_batch():
    """A data set with `__getitems__` gets all the rows of a batch in one call, in a `Subset`, too; a `ConcatDataset` asks for each by `__getitem__`."""
    asked = []

    class Levels(Dataset):
        def __len__(self):
            return 3

        def __getitems__(self, rows):
            asked.append(rows)
            return torch.from_numpy(np.zeros((3, 2))[rows])

        def __getitem__(self, row):
            asked.append(row)
            return torch.zeros(2)

    for data, calls in (
        (Levels(), [[0, 1], [2]]),
        (Subset(Levels(), [2, 1, 0]), [[2, 1], [0]]),
        (ConcatDataset([Levels()]), [0, 1, 2]),
    ):
        asked.clear()
        list(DataLoader(data, batch_size=2, collate_fn=lambda batch: batch))
        assert asked == calls


def seed_of_the_worker_differs():
    """`torch.utils.data.get_worker_info` tells each worker a seed of its own, another one in each epoch unless `persistent_workers=True`."""

    class Seeds(Dataset):
        def __len__(self):
            return 2

        def __getitem__(self, row):
            return get_worker_info().seed

    torch.manual_seed(0)
    for persistent, count in (False, 4), (True, 2):
        loader = DataLoader(Seeds(), batch_size=1, num_workers=2, persistent_workers=persistent)
        drawn = [batch.item() for epoch in range(2) for batch in loader]
        del loader
        for thread in threading.enumerate()[1:]:
            thread.join()
        assert len(set(drawn)) == count


def workers_hold_the_subset():
    """In a worker, `get_worker_info().dataset` is what the loader was given: after `torch.utils.data.random_split` a `Subset`, and your data set is its `dataset`."""

    class Noise(Dataset):
        generator = np.random.default_rng(0)

        def __len__(self):
            return 4

        def __getitem__(self, row):
            return self.generator.integers(1_000_000)

    def seed(worker):
        info = get_worker_info()
        info.dataset.dataset.generator = np.random.default_rng(info.seed)

    train = random_split(Noise(), [2, 2])[0]
    first, second = DataLoader(train, batch_size=1, num_workers=2, worker_init_fn=seed)
    for thread in threading.enumerate()[1:]:
        thread.join()
    assert first.item() != second.item()


def zeros_are_float64():
    """`np.zeros` without a dtype makes float64, eight bytes for each number, where uint8 takes one, and a batch of it is float64; an array that you assign to a part of another gets its dtype: in uint8, 2.75 becomes 2 and 300 becomes 44, without a word."""
    frames, small = np.zeros((3, 4)), np.zeros((3, 4), np.uint8)
    assert frames.dtype == np.float64
    assert frames.nbytes == 8 * small.nbytes
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for dtype in "bBhHiIlLefd":
            frames[0] = small[0] = np.full(4, 7, dtype)
            assert frames[0].tolist() == small[0].tolist() == [7] * 4
        for dtype in "efd":
            for number, stored in (2.75, 2), (300, 44):
                small[0] = np.full(4, number, dtype)
                assert small[0].tolist() == [stored] * 4
        for dtype in "hHiIlL":
            small[0] = np.full(4, 300, dtype)
            assert small[0].tolist() == [44] * 4
    assert [torch.from_numpy(array[[0, 1]]).dtype for array in (frames, small)] == [torch.float64, torch.uint8]
