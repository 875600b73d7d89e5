"""Facts of docs/guides/formats.md."""

import sys
import warnings
import wave

import h5py
import numpy as np
import safetensors.numpy
import safetensors.torch
import torch
import xarray as xr
from scipy.io import wavfile
from torch.utils.data import DataLoader


def dataset_is_no_array():
    """`torch.from_numpy` takes no `h5py.Dataset`: it raises a TypeError; a slice of a data set of numbers is an array in memory of its own, with the dtype of the file."""
    with h5py.File("rows.h5", "w") as file:
        for dtype in "?bBhHiIlLefdFD":
            rows = file.create_dataset(f"{dtype}{ord(dtype)}", data=np.ones(3, dtype))
            with np.testing.assert_raises_regex(TypeError, "expected np.ndarray"):
                torch.from_numpy(rows)
            part = torch.from_numpy(rows[:2])
            part[:] = 0
            assert part.numpy().dtype == dtype
            assert rows[:].tolist() == [1, 1, 1]


def data_sets_are_read_row_by_row():
    """`torch.tensor`, `torch.as_tensor` and `torch.asarray` of an HDF5 data set read it with a call for each row, and more; `data[:]` is one call."""
    warnings.simplefilter("ignore")
    reads, read = [], h5py.Dataset.__getitem__
    h5py.Dataset.__getitem__ = lambda self, key, **options: reads.append(key) or read(self, key, **options)
    with h5py.File("rows.h5", "w") as file:
        file["rows"] = np.zeros((100, 2))
        for convert in torch.tensor, torch.as_tensor, torch.asarray:
            reads.clear()
            convert(file["rows"])
            assert len(reads) > 100


def indices_have_to_increase():
    """An HDF5 data set takes an index list, array or tensor of integers from 0 on that increases; with -1 before 0, with a row twice, or in another order, it raises a TypeError, but of unsigned integers in another order it gives the rows in the order of the file, and no error."""
    with h5py.File("rows.h5", "w") as file:
        rows = file.create_dataset("rows", data=np.arange(4.0))
        for make in list, np.array, torch.tensor:
            assert rows[make([0, 2])].tolist() == [0.0, 2.0]
            for picked in [2, 0], [1, 1], [-1, 0]:
                with np.testing.assert_raises_regex(TypeError, "must be in increasing order"):
                    rows[make(picked)]
        for dtype in "BHIL":
            picked = np.array([3, 0], dtype)
            assert rows[picked].tolist() == rows[torch.from_numpy(picked)].tolist() == [0.0, 3.0]


def big_endian_is_cast_while_reading():
    """For a data set in the other byte order, `Dataset.astype` and `h5py.Dataset.read_direct` give the numbers in this machine's order."""
    with h5py.File("rows.h5", "w") as file:
        for dtype in "hHiIlLefd":
            rows = file.create_dataset(dtype, data=np.array([1, 2]).astype(f">{dtype}"))
            read = np.zeros(2, dtype)
            rows.read_direct(read)
            assert torch.from_numpy(read).tolist() == torch.from_numpy(rows.astype(dtype)[:]).tolist() == [1, 2]


def safetensors_writes_memory():
    """`safetensors.numpy.save_file` writes what lies behind the first element of an array in memory: a transposed or Fortran-ordered array of several rows and columns, every second column, and a reversed or broadcast array of several numbers may come back with other values, also with other data of your program, and nothing raises."""
    for dtype in "bBhHiIlLefd":
        whole = np.arange(12).astype(dtype).reshape(3, 4)
        memory = np.arange(8).astype(dtype)
        for array, behind in (
            (whole.T, whole.reshape(4, 3)),
            (np.asfortranarray(whole), whole.T.reshape(3, 4)),
            (whole[:, ::2], whole.ravel()[:6].reshape(3, 2)),
            (memory[:3][::-1], memory[2:5]),
            (np.broadcast_to(memory[4:5], (3,)), memory[4:7]),
        ):
            safetensors.numpy.save_file({"array": array}, "file")
            read = safetensors.numpy.load_file("file")["array"]
            assert (read.dtype, read.tolist()) == (array.dtype, behind.tolist())
            assert (read != array).any()


def files_are_not_sent():
    """An open HDF5 file and its data sets raise a TypeError, "h5py objects cannot be pickled", where a data set that holds them is sent to a spawned worker."""
    warnings.simplefilter("ignore")  # says it, too
    with h5py.File("rows.h5", "w") as file:
        file["rows"] = np.ones(3)
        for held in file, file["rows"]:
            with np.testing.assert_raises_regex(TypeError, "h5py objects cannot be pickled"):
                next(iter(DataLoader([held], num_workers=1, multiprocessing_context="spawn")))


def safetensors_refuses_views():
    """`safetensors.torch.save_file` raises a ValueError for a tensor that is not contiguous, such as weights in channels_last, and a RuntimeError for two that overlap and are views of one tensor, or lie over the same bytes of an array; tensors of other parts of an array that overlap it writes, each for itself."""
    for dtype in "?bBhHiIlLefd":
        tensor = torch.from_numpy(np.ones((2, 3), dtype))
        kernels = torch.from_numpy(np.ones((2, 3, 2, 2), dtype)).to(memory_format=torch.channels_last)
        for scattered in tensor.T, kernels:
            with np.testing.assert_raises_regex(ValueError, "non contiguous tensor"):
                safetensors.torch.save_file({"tensor": scattered}, "file")
        with np.testing.assert_raises_regex(RuntimeError, "share memory"):
            safetensors.torch.save_file({"whole": tensor, "row": tensor[0]}, "file")
        rows = np.array([[1, 0], [0, 1], [1, 1]], dtype)
        with np.testing.assert_raises_regex(RuntimeError, "share memory"):
            safetensors.torch.save_file({"a": torch.from_numpy(rows), "b": torch.from_numpy(rows)}, "file")
        for part in rows[1:], rows[:2]:
            safetensors.torch.save_file({"a": torch.from_numpy(rows), "b": torch.from_numpy(part)}, "file")
            assert safetensors.torch.load_file("file")["b"].tolist() == part.tolist()


def safetensors_forgets_conj():
    """`safetensors.torch.save_file` writes a conjugated complex64 tensor without its conjugation, so other values come back, and nothing says so; of what `Tensor.resolve_conj` gives, the values come back."""
    waves = torch.tensor([1 + 2j, 3 + 4j]).conj()
    for tensor, read in (waves, [1 + 2j, 3 + 4j]), (waves.resolve_conj(), [1 - 2j, 3 - 4j]):
        safetensors.torch.save_file({"tensor": tensor}, "file")
        assert safetensors.torch.load_file("file")["tensor"].tolist() == read


def wav_files_have_four_dtypes():
    """`scipy.io.wavfile` reads uint8 with silence at 128 for 8 bits, int16 for 16, int32 for 24 and for 32, the 24 in the upper bytes, and float32 or float64 for floats; a file with one channel is an array of one axis."""
    for width, silence, loud, dtype in (
        (1, b"\x80", b"\xc0", np.uint8),
        (2, b"\0\0", b"\0\x40", np.int16),
        (3, b"\0\0\0", b"\0\0\x40", np.int32),
        (4, b"\0\0\0\0", b"\0\0\0\x40", np.int32),
    ):
        with wave.open("sound.wav", "wb") as file:
            file.setparams((1, width, 8000, 2, "NONE", ""))
            file.writeframes(silence + loud)
        _, samples = wavfile.read("sound.wav")
        middle, limit = (128, 128) if width == 1 else (0, 2 ** (8 * samples.itemsize - 1))
        assert (samples.shape, samples.dtype) == ((2,), dtype)
        assert ((torch.from_numpy(samples).double() - middle) / limit).tolist() == [0.0, 0.5]
    for dtype in "fd":
        wavfile.write("sound.wav", 8000, np.array([0.0, 0.5], dtype))
        assert torch.from_numpy(wavfile.read("sound.wav")[1]).tolist() == [0.0, 0.5]
        assert wavfile.read("sound.wav")[1].dtype == dtype


def one_is_too_loud_for_16_bits():
    """A sound of 1.0 times 32768 is one more than int16 holds, and on an x86 processor becomes -32768 without a word: clamp in float32 before the cast, for float16 and bfloat16 have no 32767."""
    for dtype in torch.float16, torch.bfloat16, torch.float32, torch.float64:
        loud = torch.tensor([1.0, -1.0], dtype=dtype) * 32768
        assert loud.short().tolist() == [-32768, -32768]
        assert loud.float().clamp(-32768, 32767).short().tolist() == [32767, -32768]
        narrow = dtype in (torch.float16, torch.bfloat16)
        assert loud.clamp(-32768, 32767).short()[0] == (-32768 if narrow else 32767)


def data_array_is_no_array():
    """`torch.tensor`, `torch.as_tensor`, `torch.asarray` and `torch.from_numpy` of an xarray `DataArray` that has elements raise a TypeError."""
    for shape in (), (2,), (2, 3), (1,):
        levels = xr.DataArray(np.zeros(shape))
        for convert in torch.tensor, torch.as_tensor, torch.asarray, torch.from_numpy:
            with np.testing.assert_raises_regex(TypeError, r"expected np.ndarray|len\(\) of unsized object"):
                convert(levels)


def values_share():
    """The tensor that `torch.from_numpy` makes of `DataArray.values` shares memory with a `DataArray` that is in memory, not with one of a file that was opened with `cache=False`."""
    for dtype in "?bBhHiIlLefdFD":
        levels = xr.DataArray(np.zeros(2, dtype))
        torch.from_numpy(levels.values)[0] = 1
        assert levels[0] == 1
    xr.DataArray(np.zeros(2)).to_netcdf("levels.nc", engine="scipy")
    for cache in True, False:
        with xr.open_dataarray("levels.nc", engine="scipy", cache=cache) as levels:
            torch.from_numpy(levels.values)[0] = 1
            assert levels.values[0] == cache


def data_array_indexes_in_python():
    """An index of an xarray `DataArray` that is in memory runs more than fifty functions of Python, and one of its `values` runs none."""
    levels = xr.DataArray(np.zeros((8, 4)))
    calls = []
    for source, least, most in (levels.values, 0, 0), (levels, 51, 1000):
        calls.clear()
        sys.setprofile(lambda frame, event, argument: calls.append(event) if event == "call" else None)
        source[2]
        sys.setprofile(None)
        assert least <= len(calls) <= most
