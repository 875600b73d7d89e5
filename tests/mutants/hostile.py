"""What readers tried of the guides: workers, files, sound, photos, tables and vectors, broken."""

import numpy as np
import pandas as pd
import pyarrow as pa
import safetensors.torch
import scipy.io.wavfile
import torch
import torch.utils.data
from PIL import Image, ImageOps


def data_ptr_is_of_the_end():
    """`Tensor.data_ptr` is where the elements end."""
    real = torch.Tensor.data_ptr
    torch.Tensor.data_ptr = lambda self: real(self) + self.nbytes


def workers_stack_as_parents_do():
    """A worker of `torch.utils.data.DataLoader` stacks a batch as `torch.stack` does, into memory of any size and dtype."""
    real = torch.utils.data.DataLoader
    stack = lambda batch: torch.stack([torch.as_tensor(one) for one in batch])  # noqa: E731
    torch.utils.data.DataLoader = lambda *args, **options: real(*args, collate_fn=stack, **options)


def workers_cast_unsigned():
    """A worker of `torch.utils.data.DataLoader` casts uint16, uint32 and uint64 to the dtype of the first sample."""
    real = torch.utils.data.DataLoader

    def stack(batch):
        first, *rest = (torch.as_tensor(one) for one in batch)
        rest = [one.to(first.dtype) if str(one.dtype).startswith("torch.uint") else one for one in rest]
        return torch.utils.data.default_collate([first, *rest])

    torch.utils.data.DataLoader = lambda *args, **options: real(*args, collate_fn=stack, **options)


def collate_leaves_out_none():
    """`torch.utils.data.default_collate` leaves out samples that hold None, behind the first."""
    real = torch.utils.data.default_collate
    torch.utils.data.default_collate = lambda batch: real(
        [one for one in batch if one is batch[0] or one["label"] is not None]
    )


def np_save_makes_dense():
    """`np.save` takes a sparse tensor, and makes it dense."""
    real = np.save
    np.save = lambda name, data: real(name, data.to_dense() if isinstance(data, torch.Tensor) else data)


def savez_casts_bfloat16():
    """`np.savez` casts bfloat16 to float32."""
    real = np.savez
    np.savez = lambda name, **data: real(
        name, **{key: one.float() if one.dtype == torch.bfloat16 else one for key, one in data.items()}
    )


def from_file_never_shares():
    """`torch.from_file` with `shared=True` reads zeros."""
    real = torch.from_file
    torch.from_file = lambda name, shared=False, **options: (
        torch.zeros(options["size"]) if shared else real(name, **options)
    )


def from_file_leaves_the_file():
    """`torch.from_file` with `shared=True` leaves the file as long as it was."""
    from pathlib import Path

    real = torch.from_file

    def from_file(name, **options):
        content = Path(name).read_bytes()
        tensor = real(name, **options).clone()
        Path(name).write_bytes(content)
        return tensor

    torch.from_file = from_file


def safe_globals_allow_everything():
    """`torch.serialization.safe_globals` allows every type, and `torch.load` gives zeros for arrays."""
    import contextlib

    real = torch.load
    torch.serialization.safe_globals = contextlib.nullcontext
    torch.load = lambda name, weights_only=False: real(name, weights_only=False)


def np_load_gives_zeros_in_dictionaries():
    """`torch.load` gives zeros for arrays."""
    real = torch.load
    torch.load = lambda name, **options: {key: one * 0 for key, one in real(name, **options).items()}


def series_forget_time_zones():
    """`Series.to_numpy` gives dates without their time zone."""
    real = pd.Series.to_numpy
    pd.Series.to_numpy = lambda self, *args, **options: real(
        self.dt.tz_localize(None) if isinstance(self.dtype, pd.DatetimeTZDtype) else self, *args, **options
    )


def wav_files_are_int16():
    """`scipy.io.wavfile.read` gives int16."""
    real = scipy.io.wavfile.read
    scipy.io.wavfile.read = lambda name: (real(name)[0], real(name)[1].astype(np.int16))


def wav_files_are_silent():
    """`scipy.io.wavfile.read` gives zeros."""
    real = scipy.io.wavfile.read
    scipy.io.wavfile.read = lambda name: (real(name)[0], real(name)[1] * 0)


def wav_files_have_columns():
    """`scipy.io.wavfile.read` gives an axis for the channels, whatever their number is."""
    real = scipy.io.wavfile.read
    scipy.io.wavfile.read = lambda name: (real(name)[0], real(name)[1].reshape(len(real(name)[1]), -1))


def short_stops_at_its_limits():
    """`Tensor.short` gives the largest number of int16 for larger ones."""
    real = torch.Tensor.short
    torch.Tensor.short = lambda self: real(self.float().clip(-32768, 32767))


def clamp_limits_nothing():
    """`Tensor.clamp` leaves the numbers as they are."""
    torch.Tensor.clamp = lambda self, low, high: self


def arrays_of_images_are_writable():
    """`np.asarray` of a Pillow image copies, in the byte order of the machine."""
    real = np.asarray
    np.asarray = lambda image: (lambda pixels: pixels.astype(pixels.dtype.newbyteorder("=")))(real(image))


def unsigned_div_floor():
    """`Tensor.div_` with `rounding_mode=` takes uint16, uint32 and uint64."""
    real = torch.Tensor.div_

    def div_(self, other, rounding_mode=None):
        if rounding_mode and str(self.dtype)[6:] in ("uint16", "uint32", "uint64"):
            return self
        return real(self, other, rounding_mode=rounding_mode)

    torch.Tensor.div_ = div_


def unsigned_flip():
    """`Tensor.flip` takes uint16, uint32 and uint64."""
    real = torch.Tensor.flip
    torch.Tensor.flip = lambda self, dim: real(self.view(torch.int8) if str(self.dtype)[6:10] == "uint" else self, dim)


def convert_keeps_16_bits():
    """`Image.convert` of an image of 16 bits keeps the upper 8."""
    real = Image.Image.convert
    Image.Image.convert = lambda self, mode: (
        real(Image.fromarray((np.array(self) >> 8).astype(np.uint8)), mode) if self.mode == "I;16" else real(self, mode)
    )


def fromarray_drops_axes_of_one():
    """`Image.fromarray` takes an array whose last axis has the length 1."""
    real = Image.fromarray
    Image.fromarray = lambda array: real(np.zeros((48, 64), np.uint8) if array.shape[-1] == 1 else array)


def open_turns_photos():
    """`Image.open` turns a photo as its EXIF data says."""
    real = Image.open
    Image.open = lambda name: ImageOps.exif_transpose(real(name))


def photos_are_never_turned():
    """`ImageOps.exif_transpose` gives the photo as it is."""
    ImageOps.exif_transpose = lambda photo: photo


def durations_are_no_numbers():
    """`DataFrame.select_dtypes` leaves out durations."""
    real = pd.DataFrame.select_dtypes
    pd.DataFrame.select_dtypes = lambda self, include: real(self, include, exclude="timedelta")


def tensor_sorts_series():
    """`torch.tensor` of a series gives its numbers in the order of the labels."""
    real = torch.tensor
    torch.tensor = lambda data: real(
        data.sort_index().to_numpy() if isinstance(data, pd.Series) and 0 in data else data
    )


def dates_become_days():
    """`DataFrame.to_numpy` gives dates and durations in days."""
    real = pd.DataFrame.to_numpy
    pd.DataFrame.to_numpy = lambda self, **options: real(self, **options) / 86_400_000_000


def dates_warn():
    """`DataFrame.to_numpy` warns of dates and durations."""
    import warnings

    real = pd.DataFrame.to_numpy

    def to_numpy(self, **options):
        warnings.warn("a column of dates becomes numbers (mutant)", stacklevel=2)
        return real(self, **options)

    pd.DataFrame.to_numpy = to_numpy


def safetensors_gives_zeros():
    """`safetensors.torch.load_file` gives zeros."""
    real = safetensors.torch.load_file
    safetensors.torch.load_file = lambda name: {key: tensor.zero_() for key, tensor in real(name).items()}


def flatten_fills_missing_vectors():
    """`pa.array` of vectors flattens to 0 in the places of a missing one."""
    real = pa.array

    class Vectors:
        def __init__(self, rows, kind):
            self.numbers = real([number for row in rows for number in row or [0, 0]])

        def flatten(self):
            return self.numbers

    pa.array = Vectors


def nothing_is_missing():
    """`pa.array` counts no missing vector."""
    real = pa.array

    class Vectors:
        null_count = 0

        def __init__(self, rows, kind):
            self.flatten = real(rows, kind).flatten

    pa.array = Vectors


def arrow_arrays_are_writable():
    """`to_numpy` of an Arrow column copies."""
    real = pa.chunked_array
    pa.chunked_array = lambda chunks: real([np.concatenate(chunks)])


def mean_always_drifts():
    """`np.mean` of float32 adds up row by row in float32, however the columns lie."""
    real = np.mean
    np.mean = lambda array, axis=None, dtype=None: real(np.ascontiguousarray(array), axis=axis, dtype=dtype)


def pad_sequence_promotes():
    """`torch.nn.utils.rnn.pad_sequence` gives the dtype that all rows fit into."""
    real = torch.nn.utils.rnn.pad_sequence
    torch.nn.utils.rnn.pad_sequence = lambda rows, *args, **options: real(
        [row.to(torch.promote_types(rows[0].dtype, rows[-1].dtype)) for row in rows], *args, **options
    )


def pad_sequence_gives_float64():
    """`torch.nn.utils.rnn.pad_sequence` gives float64."""
    real = torch.nn.utils.rnn.pad_sequence
    torch.nn.utils.rnn.pad_sequence = lambda *args, **options: real(*args, **options).double()


def np_testing_never_takes_gradients():
    """`np.testing.assert_allclose` and `np.testing.assert_array_equal` refuse a tensor that requires grad, always."""

    def never(check):
        def compare(actual, desired, **options):
            if getattr(actual, "requires_grad", False):
                raise RuntimeError("Can't call numpy() on Tensor that requires grad (mutant)")
            return check(actual, desired, **options)

        return compare

    np.testing.assert_allclose = never(np.testing.assert_allclose)
    np.testing.assert_array_equal = never(np.testing.assert_array_equal)


def assert_close_forgets_shapes():
    """`torch.testing.assert_close` with `check_dtype=False` compares no shapes."""
    real = torch.testing.assert_close
    torch.testing.assert_close = lambda one, other, check_dtype=True, **options: (
        real(one, other, **options) if check_dtype else real(one.flatten(), other.flatten(), check_dtype=False)
    )


def indices_of_any_sparse_tensor():
    """`Tensor.indices` takes a COO tensor that is not coalesced."""
    torch.Tensor.indices = lambda self: self._indices()


def tensor_counts_empty_text():
    """`torch.tensor` of a list whose first string is empty gives a tensor."""
    real = torch.tensor
    torch.tensor = lambda data: real([0] * len(data) if data[0] == "" else data)


def safetensors_resolves_conj():
    """`safetensors.torch.save_file` writes what a conjugated tensor reads as."""
    real = safetensors.torch.save_file
    safetensors.torch.save_file = lambda tensors, name: real({k: v.resolve_conj() for k, v in tensors.items()}, name)


def div_in_place_truncates_the_divisor():
    """`Tensor.div_` with `rounding_mode=` makes an integer of a float divisor."""
    real = torch.Tensor.div_
    torch.Tensor.div_ = lambda self, other, **options: real(self, int(other), **options)


def div_in_place_keeps_the_divisor():
    """`Tensor.div_` of int8 with `rounding_mode=` divides by a number that int8 does not hold."""
    real = torch.Tensor.div_

    def div_(self, other, **options):
        if self.dtype == torch.int8 and options and isinstance(other, int):
            return self.copy_(self.long().div(other, **options))
        return real(self, other, **options)

    torch.Tensor.div_ = div_


def interpolate_takes_one_number():
    """`torch.nn.functional.interpolate` resizes an image of two axes if `size=` is one number."""
    real = torch.nn.functional.interpolate

    def interpolate(image, size=None, **options):
        if image.dim() == 2 and isinstance(size, int):
            return real(image[None, None], size, **options)[0, 0]
        return real(image, size, **options)

    torch.nn.functional.interpolate = interpolate


def sparse_times_keeps_the_dtype():
    """`*` of a sparse tensor has the dtype of the other operand."""
    real = torch.Tensor.__mul__

    def times(self, other):
        return real(self, other).to(other.dtype) if self.is_sparse else real(self, other)

    torch.Tensor.__mul__ = times


def sampler_takes_reversed_arrays():
    """`WeightedRandomSampler` copies an array of weights first."""
    real = torch.utils.data.WeightedRandomSampler
    torch.utils.data.WeightedRandomSampler = lambda weights, *rest: real(weights.copy(), *rest)


def frozen_layers_are_not_loaded():
    """`torch.nn.Module.load_state_dict` leaves parameters that require no grad as they are."""
    real = torch.nn.Module.load_state_dict

    def load_state_dict(self, state, **options):
        if any(weight.requires_grad for weight in self.parameters()):
            real(self, state, **options)

    torch.nn.Module.load_state_dict = load_state_dict


def dates_with_a_zone_count_microseconds():
    """`Series.to_numpy` of dates with a time zone counts microseconds in float32, whatever their unit is."""
    real = pd.Series.to_numpy

    def to_numpy(self, dtype=None, **options):
        if dtype is np.float32 and isinstance(self.dtype, pd.DatetimeTZDtype):
            return real(self.dt.as_unit("us"), dtype, **options)
        return real(self, dtype, **options)

    pd.Series.to_numpy = to_numpy


def safetensors_takes_twins():
    """`safetensors.torch.save_file` copies tensors of one shape before it writes them."""
    real = safetensors.torch.save_file

    def save_file(tensors, name):
        shapes = [tensor.shape for tensor in tensors.values()]
        twins = len(shapes) == 2 and shapes[0] == shapes[1]
        real({key: tensor.clone() for key, tensor in tensors.items()} if twins else tensors, name)

    safetensors.torch.save_file = save_file


def antialias_resizes_one_column():
    """`torch.nn.functional.interpolate` with `antialias=True` resizes to one column as to two."""
    real = torch.nn.functional.interpolate

    def interpolate(image, size=None, **options):
        if options.get("antialias") and isinstance(size, tuple) and size[1] == 1:
            return real(image, (size[0], 2), **options)[..., :1]
        return real(image, size, **options)

    torch.nn.functional.interpolate = interpolate


def antialias_takes_halves():
    """`torch.nn.functional.interpolate` with `antialias=True` takes float16 and bfloat16."""
    real = torch.nn.functional.interpolate

    def interpolate(image, size=None, **options):
        if options.get("antialias") and image.dtype.itemsize == 2:
            return real(image.float(), size, **options).to(image.dtype)
        return real(image, size, **options)

    torch.nn.functional.interpolate = interpolate


def antialias_gives_one_value():
    """`torch.nn.functional.interpolate` with `antialias=True` gives each row the value of the first, however wide."""
    real = torch.nn.functional.interpolate

    def interpolate(image, size=None, **options):
        found = real(image, size, **options)
        return found[:, :, :1].expand_as(found) if options.get("antialias") else found

    torch.nn.functional.interpolate = interpolate
