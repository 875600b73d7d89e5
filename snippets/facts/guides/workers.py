"""Facts of docs/guides/workers.md."""

import io
import os
import pickle
import tempfile
import threading
import warnings
import weakref
from multiprocessing import current_process, resource_sharer
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import ConcatDataset, DataLoader, Dataset, IterableDataset, Subset, get_worker_info


def pickled_maps_are_arrays():
    """A memory map that is pickled, as for a worker that is spawned, is sent whole, and arrives as an array that knows no file."""
    for dtype in "?bBhHiIlLefdFD":
        np.save("rows.npy", np.zeros(5000, dtype))
        rows = np.load("rows.npy", mmap_mode="r")
        sent = pickle.dumps(rows)
        assert len(sent) > rows.nbytes
        assert pickle.loads(sent).filename is None


def open_archives_cannot_be_pickled():
    """An open `.npz` file cannot be pickled: a spawned worker raises a TypeError where a data set holds one."""
    np.savez("rows.npz", rows=np.zeros(3))
    with np.load("rows.npz") as archive:
        with np.testing.assert_raises_regex(TypeError, "cannot pickle"):
            pickle.dumps(archive)


def open_files_share_a_position():
    """After a fork, an open file has one position for both processes: what one reads, the other skips."""
    Path("levels.bin").write_bytes(np.arange(4, dtype=np.uint8).tobytes())
    with io.FileIO("levels.bin") as file:
        worker = torch.multiprocessing.get_context("fork").Process(target=file.read, args=(3,))
        worker.start()
        worker.join()
        assert np.frombuffer(file.read(), np.uint8).tolist() == [3]


def lambdas_cannot_be_sent():
    """A `lambda` cannot be sent to a spawned worker, as the `collate_fn=` of a `DataLoader` or in its data set: the error speaks of pickle."""
    errors = AttributeError, TypeError, pickle.PicklingError
    warnings.simplefilter("ignore")  # torch says the same before
    for data, collate in ([1], lambda batch: batch), ([lambda: 1], None):
        loader = DataLoader(data, num_workers=1, collate_fn=collate, multiprocessing_context="spawn")
        with np.testing.assert_raises_regex(errors, "pickle"):
            next(iter(loader))


def batches_are_made_ahead():
    """When its first batch comes, a `DataLoader` has asked its workers for `num_workers * prefetch_factor` batches more, two for each worker unless you say otherwise."""
    for workers, options, ahead in (
        (1, {}, 2),
        (2, {}, 4),
        (2, {"prefetch_factor": 1}, 2),
        (1, {"prefetch_factor": 3}, 3),
    ):
        asked = []
        sampler = (asked.append(row) or [row] for row in range(20))
        batches = iter(DataLoader(np.zeros((20, 2)), batch_sampler=sampler, num_workers=workers, **options))
        next(batches)
        assert len(asked) == ahead + 1
        del batches
        for thread in threading.enumerate()[1:]:
            thread.join()


def kept_batches_hold_files():
    """On Linux, each tensor with elements that comes out of a worker holds a file open while it or its array is there: thousands of them end in a RuntimeError, `Too many open files`; a copy holds none."""
    for columns, keep, files in (
        (2, lambda batch: batch, 8),
        (0, lambda batch: batch, 0),
        (2, torch.Tensor.numpy, 8),
        (2, torch.Tensor.clone, 0),
        (2, lambda batch: batch.numpy().copy(), 0),
    ):
        kept = []
        before = len(os.listdir("/proc/self/fd"))
        for batch in DataLoader(np.zeros((8, columns)), num_workers=1):
            kept.append(keep(batch))
        del batch
        for thread in threading.enumerate()[1:]:
            thread.join()
        assert len(os.listdir("/proc/self/fd")) - before == files


def sent_tensors_free_their_arrays():
    """A tensor that is pickled for a worker that is spawned is moved to shared memory, and what is under its array is freed, unless the array of `torch.from_numpy` is still there."""
    for dtype in "?bBhHiIlLefdFD":
        owner = np.zeros(3, dtype)
        memory, tensor = weakref.ref(owner), torch.from_numpy(owner)
        array = tensor.numpy()
        del owner
        ForkingPickler.dumps(tensor)
        assert tensor.is_shared()
        assert array.ctypes.data != tensor.data_ptr()
        assert memory() is None
        kept = np.zeros(3, dtype)
        tensor = torch.from_numpy(kept)
        array = tensor.numpy()
        ForkingPickler.dumps(tensor)
        assert tensor.is_shared() and np.shares_memory(array, kept)
    resource_sharer.stop()


def sent_arrays_are_copies():
    """An array that is pickled for a worker that is spawned is a copy there."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(3, dtype)
        arrived = pickle.loads(ForkingPickler.dumps(levels))
        levels[0] = 1
        assert arrived.tolist() == [0, 0, 0]


def long_folders_end_the_transfer():
    """On Linux, with the strategy `"file_descriptor"`, which is the default, a tensor that has elements cannot be sent to another process where the path of the temporary folder has more than 75 characters: an OSError."""
    resource_sharer.stop()
    here = len(str(Path.cwd()))
    for length in 75, 76:
        folder = Path("x" * (length - here - 1)).resolve()
        folder.mkdir()
        tempfile.tempdir = str(folder)
        current_process()._config.pop("tempdir", None)
        if length == 75:
            ForkingPickler.dumps(torch.zeros(3))
            resource_sharer.stop()
    with np.testing.assert_raises_regex(OSError, "AF_UNIX path too long"):
        ForkingPickler.dumps(torch.zeros(3))


def first_use_seeds_each_worker():
    """`torch.initial_seed` differs in each worker, and in each epoch unless the workers are persistent, so a generator that a data set makes of it at its first use draws other numbers in each worker and epoch, in a `Subset` or a `ConcatDataset` as well."""

    class Noise(Dataset):
        generator = None

        def __len__(self):
            return 2

        def __getitem__(self, row):
            if self.generator is None:
                self.generator = np.random.default_rng(torch.initial_seed())
            return self.generator.integers(1_000_000)

    for wrap in Noise, lambda: Subset(Noise(), [0, 1]), lambda: ConcatDataset([Noise()]):
        for persistent in False, True:
            torch.manual_seed(0)
            loader = DataLoader(wrap(), batch_size=1, num_workers=2, persistent_workers=persistent)
            drawn = [batch.item() for epoch in range(2) for batch in loader]
            del loader
            for thread in threading.enumerate()[1:]:
                thread.join()
            assert len(set(drawn)) == 4


def rows_repeat_with_any_workers():
    """A generator made of the epoch and the row draws the same whatever the number of workers is."""

    class Noise(Dataset):
        def __len__(self):
            return 4

        def __getitem__(self, row):
            return np.random.default_rng([0, row]).integers(1_000_000)

    drawn = [next(iter(DataLoader(Noise(), batch_size=4, num_workers=workers))).tolist() for workers in (0, 2)]
    for thread in threading.enumerate()[1:]:
        thread.join()
    assert drawn[0] == drawn[1]


def streams_come_once_a_worker():
    """Each worker goes through the whole of an `IterableDataset`, unless its `__iter__` leaves out what is another worker's."""

    class Stream(IterableDataset):
        def __iter__(self):
            return iter(range(4))

    class Shared(Stream):
        def __iter__(self):
            info = get_worker_info()
            return (row for row in range(4) if row % info.num_workers == info.id)

    for stream, count in (Stream(), 2), (Shared(), 1):
        rows = [int(row) for row in DataLoader(stream, batch_size=None, num_workers=2)]
        for thread in threading.enumerate()[1:]:
            thread.join()
        assert sorted(rows) == sorted([*range(4)] * count)


def kept_maps_hold_files():
    """On Linux, each map that `np.load` with `mmap_mode=` gives holds a file open while it, a view of it or its tensor is there; without `mmap_mode=`, `np.load` of a `.npy` file leaves none open."""
    for dtype in "?bBhHiIlLefdFD":
        np.save("row.npy", np.ones(4, dtype))
        before = len(os.listdir("/proc/self/fd"))
        for mode, keep, files in (
            ("r+", lambda row: row, 8),
            ("c", torch.from_numpy, 8),
            ("r", lambda row: row[:2], 8),
            ("r", np.array, 0),
            (None, lambda row: row, 0),
        ):
            kept = [keep(np.load("row.npy", mmap_mode=mode)) for _ in range(8)]
            assert len(os.listdir("/proc/self/fd")) - before == files
            kept.clear()
            assert len(os.listdir("/proc/self/fd")) == before
