"""Facts of docs/guides/files.md."""

import io
import pickle
import warnings
import zipfile
from pathlib import Path

import numpy as np
import torch


def load_gives_memory_of_its_own():
    """`torch.load` gives a tensor of the same dtype with memory of its own: what was saved does not share with it."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros(2, dtype)
        torch.save(torch.from_numpy(samples), "samples.pt")
        loaded = torch.load("samples.pt")
        samples[0] = 1
        assert loaded.dtype == torch.from_numpy(samples).dtype
        assert loaded.tolist() == [0, 0]


def save_writes_the_whole_storage():
    """`torch.save` of a view of a tensor writes the whole storage that it lies in; a clone of the view, or a tensor made of a contiguous part of the array, writes its own elements, and one made of a column what lies between them, too."""
    recording = np.zeros(100_000)
    whole, clone, part, column = io.BytesIO(), io.BytesIO(), io.BytesIO(), io.BytesIO()
    torch.save(torch.from_numpy(recording)[:10], whole)
    torch.save(torch.from_numpy(recording)[:10].clone(), clone)
    torch.save(torch.from_numpy(recording[:10]), part)
    assert len(whole.getvalue()) > 800_000
    assert len(clone.getvalue()) < 10_000
    assert len(part.getvalue()) < 10_000
    torch.save(torch.from_numpy(recording.reshape(10, 10_000)[:, 0]), column)
    assert len(column.getvalue()) > 720_000


def saved_together_share_again():
    """Two views of one tensor, saved in one file, share again when they are loaded; two tensors that were made of one array do not."""
    samples = np.zeros(4)
    tensor = torch.from_numpy(samples)
    for other, seen in (tensor[:2], 1.0), (torch.from_numpy(samples), 0.0):
        torch.save([tensor, other], "both.pt")
        whole, first = torch.load("both.pt")
        first[0] = 1.0
        assert whole[0] == seen


def load_refuses_arrays():
    """`torch.load` refuses a file with NumPy arrays or scalars with an UnpicklingError, because `weights_only=True` is the default."""
    for mean in np.array([1.0]), np.array(["a"]), np.float32(1.0), np.int64(1):
        torch.save({"mean": mean}, "statistics.pt")
        with np.testing.assert_raises_regex(pickle.UnpicklingError, "Weights only load failed"):
            torch.load("statistics.pt")


def load_takes_arrays_if_told():
    """With `weights_only=False`, `torch.load` gives the arrays back, and so it does for the types that `torch.serialization.safe_globals` names, the class of the dtype among them, and `bytes` for an empty array."""
    torch.save({"mean": np.array([1.0])}, "statistics.pt")
    types = [np.ndarray, np.dtype, np._core.multiarray._reconstruct]
    with torch.serialization.safe_globals([*types, np.dtypes.Float64DType]):
        assert torch.load("statistics.pt")["mean"].tolist() == [1.0]
    with torch.serialization.safe_globals(types):
        with np.testing.assert_raises_regex(pickle.UnpicklingError, "Float64DType"):
            torch.load("statistics.pt")
    torch.save({"mean": np.zeros(0)}, "empty.pt")
    types.append(np.dtypes.Float64DType)
    with torch.serialization.safe_globals(types):
        with np.testing.assert_raises_regex(pickle.UnpicklingError, "GLOBAL bytes"):
            torch.load("empty.pt")
    with torch.serialization.safe_globals([*types, bytes]):
        assert torch.load("empty.pt")["mean"].shape == (0,)
    loaded = torch.load("statistics.pt", weights_only=False)
    assert loaded["mean"].tolist() == [1.0]
    assert type(loaded["mean"]) is np.ndarray


def old_files_have_other_names():
    """`torch.load` refuses a file whose arrays or NumPy scalars name functions of `numpy.core`, as old files do, with an UnpicklingError, unless `torch.serialization.safe_globals` is given each function together with its old name."""
    core = np._core.multiarray
    functions, types = [core._reconstruct, core.scalar], [np.ndarray, np.dtype]
    old = [(function, f"numpy.core.multiarray.{function.__name__}") for function in functions]
    for dtype in "?bBhHiIlLefdFD":
        for mean in np.ones(1, dtype), np.ones(1, dtype)[0]:
            torch.save({"mean": mean}, "new.pt")
            with zipfile.ZipFile("new.pt") as new, zipfile.ZipFile("old.pt", "w") as file:
                for name in new.namelist():
                    file.writestr(name, new.read(name).replace(b"numpy._core.multiarray", b"numpy.core.multiarray"))
            types.append(type(mean.dtype))
            with torch.serialization.safe_globals([*types, *functions]):
                assert torch.load("new.pt")["mean"] == 1
                with np.testing.assert_raises_regex(pickle.UnpicklingError, "GLOBAL numpy.core.multiarray"):
                    torch.load("old.pt")
            with torch.serialization.safe_globals([*types, *old]):
                assert torch.load("old.pt")["mean"] == 1


def np_save_takes_tensors():
    """`np.save` and `np.savez` take a dense CPU tensor of a dtype that NumPy has, and `np.load` gives an array of that dtype; of a tensor that requires grad they raise a RuntimeError, unless `torch.no_grad` is on, of one whose conjugate or negative bit is set a RuntimeError, and of a sparse or bfloat16 tensor a TypeError."""

    def savez(name, tensor):
        np.savez(name, scores=tensor)

    for save, name in (np.save, "scores.npy"), (savez, "scores.npz"):
        for dtype in "?bBhHiIlLefdFD":
            save(name, torch.from_numpy(np.array([0, 1], dtype)))
            loaded = np.load(name) if name.endswith("y") else np.load(name)["scores"]
            assert loaded.dtype == dtype
            assert loaded.tolist() == [0, 1]
        with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
            save(name, torch.ones(2, requires_grad=True))
        with torch.no_grad():
            save(name, torch.ones(2, requires_grad=True))
        for bit, view in ("conjugate", torch.tensor([1 + 2j]).conj()), ("negative", torch.tensor([1 + 2j]).conj().imag):
            with np.testing.assert_raises_regex(RuntimeError, f"{bit} bit set"):
                save(name, view)
        with np.testing.assert_raises_regex(TypeError, "BFloat16"):
            save(name, torch.ones(2, dtype=torch.bfloat16))
        with np.testing.assert_raises_regex(TypeError, "Sparse layout"):
            save(name, torch.eye(2).to_sparse())


def np_load_gives_writable_arrays():
    """`np.load` without `mmap_mode=` gives a writable array, which `torch.from_numpy` shares without a warning if torch has the dtype; a file in the other byte order raises a ValueError there."""
    for dtype in "?bBhHiIlLefdFD":
        np.save("scores.npy", np.zeros(3, dtype))
        loaded = np.load("scores.npy")
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            torch.from_numpy(loaded)[0] = 1
        assert not caught
        assert loaded[0] == 1
    for dtype in "hHiIlLefdFD":
        np.save("scores.npy", np.zeros(3, np.dtype(dtype).newbyteorder()))
        with np.testing.assert_raises_regex(ValueError, "byte order"):
            torch.from_numpy(np.load("scores.npy"))


def fromfile_needs_the_dtype():
    """`torch.from_file` and `np.fromfile` read raw bytes in the dtype that you name, and cannot tell that the file holds another one."""
    np.array([1.0, 2.0], np.float32).tofile("levels.bin")
    for dtype, levels in (np.float32, [1.0, 2.0]), (np.int32, [1065353216, 1073741824]):
        assert np.fromfile("levels.bin", dtype).tolist() == levels
    for dtype, levels in (torch.float32, [1.0, 2.0]), (torch.int32, [1065353216, 1073741824]):
        assert torch.from_file("levels.bin", size=2, dtype=dtype).tolist() == levels


def from_file_wants_enough_bytes():
    """`torch.from_file` raises a RuntimeError where the file is too short for `size=`, and with `shared=True` makes the file longer instead; `np.fromfile` reads what is there."""
    np.array([1.0, 2.0], np.float32).tofile("levels.bin")
    with np.testing.assert_raises_regex(RuntimeError, "smaller than the required mapping size"):
        torch.from_file("levels.bin", size=3, dtype=torch.float32)
    assert np.fromfile("levels.bin", np.float32, count=3).tolist() == [1.0, 2.0]
    assert torch.from_file("levels.bin", shared=True, size=3, dtype=torch.float32).tolist() == [1.0, 2.0, 0.0]
    assert np.fromfile("levels.bin", np.float32).tolist() == [1.0, 2.0, 0.0]


def pickle_keeps_the_dtype_not_the_link():
    """Pickling a tensor and its array together cuts the link between them: each comes back with memory of its own; a tensor of uint16, uint32 or uint64 does not come back, with an AttributeError."""
    for dtype in "?bBhilefdFD":
        samples = np.zeros(2, dtype)
        array, tensor = pickle.loads(pickle.dumps((samples, torch.from_numpy(samples))))
        array[0] = 1
        assert tensor.tolist() == [0, 0]
        assert tensor.dtype == torch.from_numpy(samples).dtype
    for dtype in "HIL":
        with np.testing.assert_raises_regex(AttributeError, "has no attribute 'dtype'"):
            pickle.loads(pickle.dumps(torch.from_numpy(np.zeros(2, dtype))))


def rows_of_a_map_are_copied():
    """Rows of a memory map that you pick by a list or a mask are copied into memory: a tensor shares with those, not with the file."""
    np.save("images.npy", np.zeros((4, 2)))
    images = np.load("images.npy", mmap_mode="r")
    for picked in [0, 1], np.array([True, True, False, False]):
        rows = images[picked]
        torch.from_numpy(rows)[0, 0] = 7.0
        assert rows[0, 0] == 7.0
        assert images[0, 0] == 0.0


def copy_on_write_leaves_the_file():
    """With `mmap_mode="c"`, a tensor over the whole map can be written to, and the file stays as it is."""
    np.save("images.npy", np.zeros((4, 2)))
    images = np.load("images.npy", mmap_mode="c")
    torch.from_numpy(images)[0, 0] = 7.0
    assert images[0, 0] == 7.0
    assert np.load("images.npy")[0, 0] == 0.0


def dictionaries_are_pickled():
    """`np.save` pickles a dictionary, which `np.load` refuses with a ValueError; with `allow_pickle=True` it gives an array of no axes, and `ndarray.item` of that the dictionary, but raises an AttributeError for one with tensors of uint16, uint32 or uint64."""
    for dtype in "?bBhHiIlLefdFD":
        for scale in np.ones(2, dtype), torch.from_numpy(np.ones(2, dtype)):
            np.save("weights.npy", {"scale": scale})
            with np.testing.assert_raises_regex(ValueError, "Object arrays cannot be loaded when allow_pickle=False"):
                np.load("weights.npy")
            if dtype in "HIL" and isinstance(scale, torch.Tensor):
                with np.testing.assert_raises_regex(AttributeError, "has no attribute 'dtype'"):
                    np.load("weights.npy", allow_pickle=True)
            else:
                loaded = np.load("weights.npy", allow_pickle=True)
                assert (loaded.shape, loaded.dtype) == ((), object)
                read = loaded.item()["scale"]
                assert (np.asarray(read).dtype, read.tolist()) == (dtype, [1, 1])


def two_names_are_taken():
    """`np.savez` raises a TypeError for an array with the name `file`, and leaves out one with the name `allow_pickle`, without an error."""
    for dtype in "?bBhHiIlLefdFD":
        scale = torch.from_numpy(np.ones(2, dtype))
        with np.testing.assert_raises_regex(TypeError, "multiple values for argument 'file'"):
            np.savez("weights.npz", **{"file": scale})
        np.savez("weights.npz", **{"allow_pickle": scale, "scale": scale})
        with np.load("weights.npz") as loaded:
            assert loaded.files == ["scale"]
            assert loaded["scale"].tolist() == [1, 1]


def random_states_in_checkpoints():
    """`torch.load` takes the state of `np.random.default_rng` with its own bit generator, PCG64, and bytes; for the states of MT19937, Philox and SFC64, which hold arrays, for what `np.random.get_state` gives and for a generator itself it raises an UnpicklingError."""
    for taken in np.random.default_rng(0).bit_generator.state, b"bytes":
        torch.save(taken, "checkpoint.pt")
        assert torch.load("checkpoint.pt") == taken
    others = [kind(0).state for kind in (np.random.MT19937, np.random.Philox, np.random.SFC64)]
    for refused in np.random.get_state(), np.random.default_rng(0), *others:
        torch.save(refused, "checkpoint.pt")
        with np.testing.assert_raises_regex(pickle.UnpicklingError, "Unsupported global: GLOBAL numpy"):
            torch.load("checkpoint.pt")


def map_belongs_to_the_file():
    """On Linux, pages of a memory map of a file on a disk that were read count as `RssFile` of the process, not as `RssAnon`, and a tensor over the map adds nothing."""

    def kilobytes(kind):
        return int(Path("/proc/self/status").read_text().split(kind)[1].split()[0])

    np.save("rows.npy", np.ones((10_000, 500)))
    before = kilobytes("RssFile:"), kilobytes("RssAnon:")
    rows = np.load("rows.npy", mmap_mode="c")
    tensor = torch.from_numpy(rows)
    tensor.sum()
    assert kilobytes("RssFile:") - before[0] > 30_000
    assert kilobytes("RssAnon:") - before[1] < 10_000
