"""Facts of docs/guides/files.md."""

import io
import pickle

import numpy as np
import torch


def load_gives_memory_of_its_own():
    """`torch.load` gives a tensor with memory of its own: what was saved does not share with it."""
    samples = np.array([1.0, 2.0])
    torch.save(torch.from_numpy(samples), "samples.pt")
    loaded = torch.load("samples.pt")
    samples[0] = 9.0
    assert loaded.tolist() == [1.0, 2.0]


def save_writes_the_whole_storage():
    """`torch.save` of a view writes the whole storage that it lies in; a clone of the view writes its own elements."""
    recording = torch.from_numpy(np.zeros(100_000))
    whole, part = io.BytesIO(), io.BytesIO()
    torch.save(recording[:10], whole)
    torch.save(recording[:10].clone(), part)
    assert len(whole.getvalue()) > 800_000
    assert len(part.getvalue()) < 10_000


def saved_together_share_again():
    """Two tensors that share, saved in one file, share again when they are loaded."""
    samples = torch.from_numpy(np.zeros(4))
    torch.save([samples, samples[:2]], "both.pt")
    whole, first = torch.load("both.pt")
    first[0] = 1.0
    assert whole[0] == 1.0


def load_refuses_arrays():
    """`torch.load` refuses a file with NumPy arrays, because `weights_only=True` is the default."""
    torch.save({"mean": np.array([1.0])}, "statistics.pt")
    with np.testing.assert_raises_regex(pickle.UnpicklingError, "Weights only load failed"):
        torch.load("statistics.pt")


def load_takes_arrays_if_told():
    """With `weights_only=False`, `torch.load` gives the arrays back; such a file can run code."""
    torch.save({"mean": np.array([1.0])}, "statistics.pt")
    loaded = torch.load("statistics.pt", weights_only=False)
    assert loaded["mean"].tolist() == [1.0]
    assert type(loaded["mean"]) is np.ndarray


def np_save_takes_tensors():
    """`np.save` takes a CPU tensor, and `np.load` gives an array."""
    np.save("scores.npy", torch.tensor([0.25, 0.75]))
    loaded = np.load("scores.npy")
    assert loaded.dtype == np.float32
    assert loaded.tolist() == [0.25, 0.75]


def np_load_gives_writable_arrays():
    """`np.load` without `mmap_mode=` gives a writable array, which `torch.from_numpy` shares without a warning."""
    np.save("scores.npy", np.zeros(3))
    loaded = np.load("scores.npy")
    torch.from_numpy(loaded)[0] = 1.0
    assert loaded.flags.writeable
    assert loaded[0] == 1.0


def fromfile_needs_the_dtype():
    """`torch.from_file` and `np.fromfile` read raw bytes in the dtype that you name, and check nothing."""
    np.array([1.0, 2.0], np.float32).tofile("levels.bin")
    assert np.fromfile("levels.bin", np.int32).tolist() != [1, 2]
    assert torch.from_file("levels.bin", size=2, dtype=torch.float32).tolist() == [1.0, 2.0]


def pickle_keeps_the_dtype_not_the_link():
    """Pickling a tensor and its array together cuts the link between them: each comes back with memory of its own."""
    samples = np.array([1.0, 2.0])
    array, tensor = pickle.loads(pickle.dumps((samples, torch.from_numpy(samples))))
    array[0] = 9.0
    assert tensor.tolist() == [1.0, 2.0]
    assert tensor.dtype == torch.float64


def rows_of_a_map_are_copied():
    """Rows of a memory map that you pick by a list are copied into memory: a tensor shares with those, not with the file."""
    np.save("images.npy", np.zeros((4, 2)))
    images = np.load("images.npy", mmap_mode="r")
    rows = images[[3, 1]]
    torch.from_numpy(rows)[0, 0] = 7.0
    assert rows[0, 0] == 7.0
    assert images[3, 0] == 0.0


def copy_on_write_leaves_the_file():
    """With `mmap_mode="c"`, a tensor over the whole map can be written to, and the file stays as it is."""
    np.save("images.npy", np.zeros((4, 2)))
    images = np.load("images.npy", mmap_mode="c")
    torch.from_numpy(images)[0, 0] = 7.0
    assert images[0, 0] == 7.0
    assert np.load("images.npy")[0, 0] == 0.0
