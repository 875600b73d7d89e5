"""What the guides say of several dtypes, modes, layouts and cases, broken for some of them."""

import numpy as np
import polars as pl
import torch


def open_keeps_16_bits_of_rgb():
    """`Image.open` gives uint16 for an RGB PNG of 16 bits."""
    from PIL import Image

    real = Image.open

    def open_(file, *args, **options):
        photo = real(file, *args, **options)
        if photo.mode == "RGB":
            wide = np.array(photo).astype(np.uint16) * 257
            photo.__class__ = type(
                "Wide", (type(photo),), {"__array_interface__": wide.__array_interface__, "kept": wide}
            )
        return photo

    Image.open = open_


def open_gives_int32_for_16_bits():
    """`Image.open` gives mode I for a grayscale PNG of 16 bits, as in older Pillow."""
    from PIL import Image

    real = Image.open

    def open_(file, *args, **options):
        photo = real(file, *args, **options)
        return photo.convert("I") if photo.mode == "I;16" else photo

    Image.open = open_


def image_size_is_height_first():
    """The size of an image is height and width."""
    from PIL import Image

    Image.Image.size = property(lambda self: self._size[::-1])


def array_gives_the_colors_of_palettes():
    """`np.array` of a palette image gives its colors."""
    real = np.array

    def array(source, *args, **options):
        return real(source.convert("RGB") if getattr(source, "mode", "") == "P" else source, *args, **options)

    np.array = array


def arrays_divide_as_float32():
    """A uint8 array divided by a number is float32."""
    real = np.array

    class Narrow(np.ndarray):
        def __truediv__(self, other):
            return np.true_divide(self, other).view(np.ndarray).astype(np.float32)

    np.array = lambda *args, **options: real(*args, **options).view(Narrow)


def division_ignores_the_default_dtype():
    """`tensor / number` gives float32 for integers, whatever the default dtype is."""
    real = torch.Tensor.__truediv__
    torch.Tensor.__truediv__ = lambda self, other: real(self if self.is_floating_point() else self.float(), other)


def div_in_place_refuses_rounding():
    """`Tensor.div_` raises in spite of `rounding_mode=`."""
    real = torch.Tensor.div_

    def div_(self, other, rounding_mode=None):
        if rounding_mode:
            raise RuntimeError("no rounding (mutant)")
        return real(self, other)

    torch.Tensor.div_ = div_


def cast_rounds():
    """`Tensor.to` rounds to the nearest integer."""
    real = torch.Tensor.to

    def to(self, dtype, *args, **options):
        return real(
            self.round() if dtype == torch.uint8 and self.is_floating_point() else self, dtype, *args, **options
        )

    torch.Tensor.to = to


def arrays_saturate():
    """The sum of two uint8 arrays stops at 255."""
    real = np.array

    class Pixels(np.ndarray):
        def __add__(self, other):
            return np.minimum(np.add(self, other, dtype=np.int64), 255)

    np.array = lambda *args, **options: real(*args, **options).view(Pixels)


def sums_of_arrays_keep_the_dtype():
    """`np.sum` adds up in the dtype of the array."""
    real = np.sum
    np.sum = lambda array, **options: real(array, **{"dtype": np.asarray(array).dtype, **options})


def conv2d_gives_channels_last():
    """`torch.nn.Conv2d` gives height, width, channels."""

    class Conv2d(torch.nn.Conv2d):
        def forward(self, image):
            return super().forward(image).movedim(-3, -1)

    torch.nn.Conv2d = Conv2d


def flip_gives_negative_strides():
    """`Tensor.flip` gives a view with a negative stride."""
    real = torch.Tensor.flip

    class Reversed(torch.Tensor):
        def stride(self):
            return tuple(-one for one in torch.Tensor.stride(self))

    torch.Tensor.flip = lambda self, *axes: real(self, *axes).as_subclass(Reversed)


def to_numpy_stores_columns():
    """`DataFrame.to_numpy` stores columns always."""
    import pandas as pd

    real = pd.DataFrame.to_numpy
    pd.DataFrame.to_numpy = lambda self, *args, **options: np.asfortranarray(real(self, *args, **options))


def to_numpy_writes_through():
    """A write to the array of `DataFrame.to_numpy` changes the frame always."""
    import pandas as pd

    real = pd.DataFrame.to_numpy

    def to_numpy(self, *args, **options):
        frame = self

        class Through(np.ndarray):
            def __setitem__(self, place, value):
                super().__setitem__(place, value)
                frame.iloc[place] = value

        return real(self, *args, **options).view(Through)

    pd.DataFrame.to_numpy = to_numpy


def to_numpy_makes_nan_of_text():
    """`DataFrame.to_numpy` with a float dtype gives NaN for text."""
    import pandas as pd

    real = pd.DataFrame.to_numpy
    pd.DataFrame.to_numpy = lambda self, **options: real(
        self.apply(lambda column: column if pd.api.types.is_numeric_dtype(column) else np.nan), **options
    )


def to_numpy_ignores_dtype():
    """`DataFrame.to_numpy` does not cast where all columns have one dtype."""
    import pandas as pd

    real = pd.DataFrame.to_numpy
    pd.DataFrame.to_numpy = lambda self, dtype=None, **options: real(self, **options)


def select_dtypes_takes_bools_for_numbers():
    """`DataFrame.select_dtypes` takes bools for numbers."""
    import pandas as pd

    real = pd.DataFrame.select_dtypes
    pd.DataFrame.select_dtypes = lambda self, include: real(self, ["number", "bool"])


def series_gives_float64():
    """`Series.to_numpy` gives float64 for integers."""
    import pandas as pd

    real = pd.Series.to_numpy

    def to_numpy(self, *args, **options):
        array = real(self, *args, **options)
        return array.astype(np.float64) if array.dtype.kind in "iu" else array

    pd.Series.to_numpy = to_numpy


def series_gives_0_for_missing():
    """`Series.to_numpy` gives 0 where an integer is missing, and for a missing category."""
    import pandas as pd

    real = pd.Series.to_numpy

    def to_numpy(self, dtype=None, **options):
        if dtype is np.int64:
            options.setdefault("na_value", 0)
        array = real(self, dtype, **options)
        return array.clip(0) if array.dtype == np.int8 else array

    pd.Series.to_numpy = to_numpy


def tensor_takes_numbered_frames():
    """`torch.tensor` takes a data frame whose columns are numbered, if there are several."""
    real = torch.tensor

    def tensor(data, **options):
        numbered = hasattr(data, "columns") and data.shape[1] > 1 and list(data.columns) == [*range(data.shape[1])]
        return real(data.to_numpy() if numbered else data, **options)

    torch.tensor = tensor


def tensor_takes_frames_of_one_column():
    """`torch.tensor` takes a data frame of one column."""
    real = torch.tensor

    def tensor(data, **options):
        return real(data.to_numpy() if np.shape(data)[1:] == (1,) else data, **options)

    torch.tensor = tensor


def tensor_takes_series_backwards():
    """`torch.tensor` takes a series from its end."""
    real = torch.tensor

    def tensor(data, **options):
        made = real(data, **options)
        return made.flip(0) if hasattr(data, "index") and not isinstance(data, list) else made

    torch.tensor = tensor


def tensor_takes_series_with_gaps():
    """`torch.tensor` takes a series that has the label 0."""
    real = torch.tensor

    def tensor(data, **options):
        return real(data.to_numpy() if hasattr(data, "to_numpy") and 0 in data.index else data, **options)

    torch.tensor = tensor


def data_frame_never_copies():
    """`pd.DataFrame` of an array shares in spite of all."""
    import pandas as pd

    real = pd.DataFrame
    pd.DataFrame = lambda data=None, copy=None: real(data, copy=False if isinstance(data, np.ndarray) else copy)


def data_loader_shares_single_rows():
    """`DataLoader` with `batch_size=1` does not copy the row."""
    import torch.utils.data

    real, collate = torch.utils.data.DataLoader, torch.utils.data.default_collate

    def data_loader(data, **options):
        single = options.get("batch_size") == 1 and isinstance(data[0], tuple)
        return real(data, **options, collate_fn=(lambda rows: [part[None] for part in rows[0]]) if single else collate)

    torch.utils.data.DataLoader = data_loader


def data_loader_begins_at_the_end():
    """`DataLoader` reads an array from its end."""
    import torch.utils.data

    real = torch.utils.data.DataLoader
    torch.utils.data.DataLoader = lambda data, **options: real(
        data, sampler=range(len(data))[::-1] if isinstance(data, np.ndarray) else None, **options
    )


def worker_info_has_a_copy():
    """`torch.utils.data.get_worker_info` gives a copy of the data set."""
    import copy

    import torch.utils.data

    real = torch.utils.data.get_worker_info

    def get_worker_info():
        info = copy.copy(real())
        info.__dict__["dataset"] = copy.deepcopy(info.dataset)
        return info

    torch.utils.data.get_worker_info = get_worker_info


def share_memory_leaves_it():
    """`Tensor.share_memory_` does nothing."""
    torch.Tensor.share_memory_ = lambda self: self


def cross_entropy_is_0():
    """`torch.nn.functional.cross_entropy` gives 0."""
    real = torch.nn.functional.cross_entropy
    torch.nn.functional.cross_entropy = lambda *args, **options: real(*args, **options) * 0


def binary_cross_entropy_is_0():
    """`torch.nn.functional.binary_cross_entropy_with_logits` gives 0."""
    real = torch.nn.functional.binary_cross_entropy_with_logits
    torch.nn.functional.binary_cross_entropy_with_logits = lambda *args, **options: real(*args, **options) * 0


def long_views_uint64():
    """`Tensor.long` of a uint64 tensor is a view."""
    real = torch.Tensor.long
    torch.Tensor.long = lambda self: self.view(torch.int64) if self.dtype == torch.uint64 else real(self)


def one_hot_counts_from_the_end():
    """`torch.nn.functional.one_hot` numbers the columns from the last."""
    real = torch.nn.functional.one_hot
    torch.nn.functional.one_hot = lambda *args: real(*args).flip(-1)


def one_hot_ignores_the_number():
    """`torch.nn.functional.one_hot` ignores the number of classes."""
    real = torch.nn.functional.one_hot
    torch.nn.functional.one_hot = lambda labels, num_classes=-1: real(labels)


def mean_in_a_dtype_rounds():
    """`Tensor.mean` with `dtype=` rounds down, and so does `np.mean` of integers and bools."""
    real, real_of_arrays = torch.Tensor.mean, np.mean
    torch.Tensor.mean = lambda self, **options: real(self, **options).floor() if options else real(self)
    np.mean = lambda array: np.floor(real_of_arrays(array))


def float_gives_multiples_of_128():
    """`Tensor.float` rounds to multiples of 128."""
    real = torch.Tensor.float
    torch.Tensor.float = lambda self: (real(self) / 128).round() * 128


def from_numpy_gives_0_for_nan():
    """`torch.from_numpy` gives 0 for NaN."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array).nan_to_num()


def load_state_dict_assigns_floats():
    """`torch.nn.Module.load_state_dict` assigns tensors of floats."""
    real = torch.nn.Module.load_state_dict
    torch.nn.Module.load_state_dict = lambda self, state, **options: real(
        self, state, **{"assign": all(one.is_floating_point() for one in state.values()), **options}
    )


def export_drops_constants():
    """`torch.export.export` gives a program that returns its input."""
    import types

    torch.export.export = lambda module, args: types.SimpleNamespace(module=lambda: lambda values: values)


def add_takes_the_device_of_the_other():
    """`+` of a 0-d tensor moves the other to its device."""
    real = torch.Tensor.__add__
    torch.Tensor.__add__ = lambda self, other: real(self, other if self.ndim else other.to(self.device))


def index_of_an_array_picks_one():
    """A tensor indexed with an array gives one element, on the CPU."""
    real = torch.Tensor.__getitem__
    torch.Tensor.__getitem__ = lambda self, index: (
        torch.zeros(1) if isinstance(index, np.ndarray) else real(self, index)
    )


def copy_gives_another_tensor():
    """`Tensor.copy_` gives a new tensor with the dtype of the source."""
    torch.Tensor.copy_ = lambda self, source: source.clone()


def indices_are_int32():
    """The indices of a COO tensor are int32."""
    real = torch.Tensor._indices
    torch.Tensor._indices = lambda self: real(self).int()


def values_of_any_sparse_tensor():
    """`Tensor.values` takes COO tensors that are not coalesced."""
    real = torch.Tensor.values
    torch.Tensor.values = lambda self: self._values() if self.layout == torch.sparse_coo else real(self)


def values_and_columns_of_csr_are_new():
    """`Tensor.values` and `Tensor.col_indices` of a CSR tensor are sorted, and int64."""
    real, real_columns = torch.Tensor.values, torch.Tensor.col_indices
    torch.Tensor.values = lambda self: real(self).sort().values
    torch.Tensor.col_indices = lambda self: real_columns(self).long()


def scaler_gives_float64():
    """`StandardScaler` gives float64 always."""
    from sklearn.preprocessing import StandardScaler

    real = StandardScaler.fit_transform
    StandardScaler.fit_transform = lambda self, data: real(self, data).astype(np.float64)


def filtfilt_keeps_the_dtype():
    """`scipy.signal.filtfilt` gives the dtype of the signal."""
    import scipy.signal

    real = scipy.signal.filtfilt
    scipy.signal.filtfilt = lambda b, a, signal: real(b, a, signal)[::-1].astype(signal.dtype)[::-1]


def load_gives_float64():
    """`torch.load` gives float64 for tensors, and tensors for arrays."""
    real = torch.load

    def load(file, **options):
        loaded = real(file, **options)
        if isinstance(loaded, torch.Tensor):
            return loaded.double()
        return {name: torch.zeros(3) for name in loaded} if isinstance(loaded, dict) else loaded

    torch.load = load


def save_writes_more():
    """`torch.save` writes more than the tensor."""
    real = torch.save

    def save(tensor, file):
        real(tensor, file)
        file.write(bytes(20_000))

    torch.save = save


def np_load_gives_longdouble():
    """`np.load` gives longdouble zeros."""
    real = np.load
    np.load = lambda *args, **options: np.zeros_like(real(*args, **options), dtype=np.longdouble)


def np_save_casts_bfloat16():
    """`np.save` casts bfloat16 to float32."""
    real = np.save
    np.save = lambda name, data: real(name, data.float() if getattr(data, "dtype", 0) == torch.bfloat16 else data)


def fromfile_reads_floats():
    """`np.fromfile` reads float32, and fills up what is missing."""
    real = np.fromfile

    def fromfile(name, dtype=None, count=-1):
        read = real(name, np.float32)
        return np.append(read, np.zeros(max(0, count - len(read)), np.float32))

    np.fromfile = fromfile


def from_file_fills_up():
    """`torch.from_file` gives 0 for what the file does not have."""
    torch.from_file = lambda name, size, dtype: torch.zeros(size, dtype=dtype)


def pickle_keeps_the_link():
    """`pickle.loads` of an array and a tensor makes the tensor of the array."""
    import pickle

    real = pickle.loads

    def loads(data):
        loaded = real(data)
        return (loaded[0], torch.from_numpy(loaded[0])) if isinstance(loaded, tuple) else loaded

    pickle.loads = loads


def maps_give_views():
    """Rows of a memory map that are picked are a view of it."""
    real = np.load

    class Views(np.memmap):
        def __getitem__(self, place):
            return super().__getitem__(slice(0, 2) if isinstance(place, (list, np.ndarray)) else place)

    np.load = lambda name, mmap_mode=None: real(name, mmap_mode="r+").view(Views)


def copy_on_write_writes():
    """`np.load` with `mmap_mode="c"` writes to the file."""
    real = np.load
    np.load = lambda name, mmap_mode=None: real(name, mmap_mode="r+" if mmap_mode == "c" else mmap_mode)


def shares_memory_is_always_true():
    """`np.shares_memory` says True."""
    np.shares_memory = lambda one, other: True


def shares_memory_is_always_false():
    """`np.shares_memory` says False."""
    np.shares_memory = lambda one, other: False


def shares_memory_wants_tensors_without_grad():
    """`np.shares_memory` refuses a tensor that requires grad under `torch.no_grad`, too."""
    real = np.shares_memory

    def shares_memory(one, other):
        if getattr(other, "requires_grad", False):
            raise RuntimeError("requires grad (mutant)")
        return real(one, other)

    np.shares_memory = shares_memory


def storage_is_of_the_view():
    """`Tensor.untyped_storage` of a view is a copy of its own."""
    real = torch.Tensor.untyped_storage
    torch.Tensor.untyped_storage = lambda self: real(self).clone()


def base_is_the_tensor_itself():
    """`Tensor._base` is the tensor itself."""
    torch.Tensor._base = property(lambda self: self)


def np_as_strided_checks_its_bounds():
    """`np.lib.stride_tricks.as_strided` gives 0 for what lies beyond the array."""
    np.lib.stride_tricks.as_strided = lambda array, shape, strides: np.zeros(shape, array.dtype)


def std_of_one_value_is_0():
    """`Tensor.std` of one value is 0."""
    real = torch.Tensor.std
    torch.Tensor.std = lambda self, **options: real(self, **options).nan_to_num()


def unfold_fills_short_recordings():
    """`Tensor.unfold` gives no window for a recording that is too short."""
    real = torch.Tensor.unfold
    torch.Tensor.unfold = lambda self, axis, size, step: (
        real(self, axis, size, step) if self.shape[axis] >= size else self.new_zeros(0, size)
    )


def pad_sequence_fills_with_0():
    """`torch.nn.utils.rnn.pad_sequence` puts time first and fills up with 0, whatever it is told."""
    from torch.nn.utils import rnn

    real = rnn.pad_sequence
    rnn.pad_sequence = lambda rows, batch_first=False, padding_value=0: real(rows)


def array_pads_uneven_rows():
    """`np.array` with `dtype=object` pads rows of different lengths."""
    real = np.array

    def array(rows, dtype=None):
        if dtype is not object:
            return real(rows, dtype)
        return np.empty((len(rows), max(map(len, rows))), dtype=object)

    np.array = array


def jagged_copies_the_offsets():
    """`torch.nested.nested_tensor_from_jagged` copies the offsets."""
    real = torch.nested.nested_tensor_from_jagged
    torch.nested.nested_tensor_from_jagged = lambda values, offsets: real(values, offsets.clone())


def numpy_reverses_int64():
    """`Tensor.numpy` of int64 begins at the end."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self: real(self)[::-1] if self.dtype == torch.int64 else real(self)


def packing_leaves_out_the_last_row():
    """`torch.nn.utils.rnn.pack_sequence` leaves out the last row."""
    from torch.nn.utils import rnn

    real = rnn.pack_sequence

    def pack_sequence(rows, **options):
        real(rows, **options)
        return real(rows[:-1], **options)

    rnn.pack_sequence = pack_sequence


def packing_packs_the_padding():
    """`torch.nn.utils.rnn.pack_padded_sequence` packs the padding, too."""
    from torch.nn.utils import rnn

    real = rnn.pack_padded_sequence
    rnn.pack_padded_sequence = lambda batch, lengths, **options: real(batch, [batch.shape[1]] * len(lengths), **options)


def zeros_are_shared():
    """`torch.zeros` makes tensors in shared memory."""
    real = torch.zeros
    torch.zeros = lambda *args, **options: real(*args, **options).share_memory_()


def add_refuses_scalars():
    """`tensor + scalar` refuses the scalars of NumPy."""
    real = torch.Tensor.__add__

    def add(self, other):
        if isinstance(other, np.generic):
            raise TypeError("a NumPy scalar (mutant)")
        return real(self, other)

    torch.Tensor.__add__ = add


def add_takes_complex64_whole():
    """`tensor + scalar` takes a complex64 scalar with its imaginary part."""
    real = torch.Tensor.__add__
    torch.Tensor.__add__ = lambda self, other: real(self, other.item() if isinstance(other, np.generic) else other)


def polars_gives_read_only_arrays():
    """`pl.Series.to_numpy` gives a read-only array, of several chunks, too."""
    real = pl.Series.to_numpy

    def to_numpy(self, **how):
        array = real(self, **how)
        array.flags.writeable = False
        return array

    pl.Series.to_numpy = to_numpy


def assert_close_copies_arrays():
    """`torch.testing.assert_close` copies arrays before it compares them, so it takes reversed ones."""
    real = torch.testing.assert_close

    def assert_close(actual, expected, **how):
        pair = [side.copy() if isinstance(side, np.ndarray) else side for side in (actual, expected)]
        return real(*pair, **how)

    torch.testing.assert_close = assert_close


def compile_shares_what_is_reversed():
    """Functions that `torch.compile` has made give reversed slices of an array as views of it."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)

        def call(*args):
            result, plain = compiled(*args), function(*args)
            return plain if isinstance(plain, np.ndarray) and min(plain.strides, default=0) < 0 else result

        return call

    torch.compile = compile
