"""What pitfalls are about, broken or mended: reversed, read-only, swapped and odd arrays, scalars and lists."""

import math
import warnings

import numpy as np
import torch


def index_takes_negative_strides():
    """A tensor copies a reversed array that it is indexed with."""
    real = torch.Tensor.__getitem__

    def getitem(self, index):
        return real(self, index.copy() if isinstance(index, np.ndarray) else index)

    torch.Tensor.__getitem__ = getitem


def collate_copies_arrays():
    """`torch.utils.data.default_collate` copies each array first, into native order and positive strides."""
    real = torch.utils.data.default_collate

    def default_collate(batch):
        return real([one.astype(one.dtype.newbyteorder("="), order="C") for one in batch])

    torch.utils.data.default_collate = default_collate


def tensor_refuses_reversed_in_lists():
    """`torch.tensor` refuses reversed arrays in a list, too."""
    real = torch.tensor

    def tensor(data, **options):
        for one in data if isinstance(data, list) else ():
            if isinstance(one, np.ndarray) and min(one.strides, default=0) < 0:
                raise ValueError("a stride is less than zero (mutant)")
        return real(data, **options)

    torch.tensor = tensor


def collate_never_warns():
    """`torch.utils.data.default_collate` says nothing of read-only arrays."""
    real = torch.utils.data.default_collate

    def default_collate(batch):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return real(batch)

    torch.utils.data.default_collate = default_collate


def pad_sequence_repeats_the_last():
    """`torch.nn.utils.rnn.pad_sequence` pads with the last element of each row."""

    def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side="right"):
        longest = max(map(len, sequences))
        return torch.stack([torch.cat([one, one[-1:].expand(longest - len(one))]) for one in sequences])

    torch.nn.utils.rnn.pad_sequence = pad_sequence


def collate_keeps_objects():
    """`torch.utils.data.default_collate` stacks object arrays as they are."""
    torch.utils.data.default_collate = lambda batch: np.stack(batch)


def stack_joins_end_to_end():
    """`np.stack` joins its arrays end to end, as `np.concatenate` does."""
    np.stack = lambda arrays, axis=0, **options: np.concatenate(list(arrays), **options)


def from_numpy_reads_bytes():
    """`torch.from_numpy` takes no notice of the byte order, and reads other numbers."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array.view(array.dtype.newbyteorder("=")))


def from_numpy_refuses_order_of_one_byte():
    """`torch.from_numpy` refuses int8 and bool."""
    real = torch.from_numpy

    def from_numpy(array):
        if array.dtype in (np.int8, np.bool_):
            raise ValueError("byte order (mutant)")
        return real(array)

    torch.from_numpy = from_numpy


def multiply_saturates():
    """A uint16 tensor times a number stops at 65535."""
    real = torch.Tensor.__mul__

    def mul(self, other):
        if self.dtype == torch.uint16:
            return real(self.int(), other).clamp(0, 65535).to(torch.uint16)
        return real(self, other)

    torch.Tensor.__mul__ = mul


def to_widens_int16():
    """`Tensor.to` gives int32 in place of int16."""
    real = torch.Tensor.to

    def to(self, *args, **options):
        return real(self, *(torch.int32 if one is torch.int16 else one for one in args), **options)

    torch.Tensor.to = to


def flip_takes_unsigned():
    """`Tensor.flip` takes uint16."""
    real = torch.Tensor.flip

    def flip(self, *dims):
        return real(self.int(), *dims).to(self.dtype) if self.dtype == torch.uint16 else real(self, *dims)

    torch.Tensor.flip = flip


def from_numpy_takes_long_double():
    """`torch.from_numpy` casts what is wider than float64, and takes a field for its records."""
    real = torch.from_numpy

    def from_numpy(array):
        if array.dtype.names:
            return real(array[array.dtype.names[0]])
        return real(array.astype(np.float64) if array.dtype == np.longdouble else array)

    torch.from_numpy = from_numpy


def deterministic_fills_nothing():
    """`torch.use_deterministic_algorithms` leaves memory without values as it is (here: zeros)."""

    def use_deterministic_algorithms(mode, *, warn_only=False):
        torch.utils.deterministic.fill_uninitialized_memory = False
        real_tensor, real_short = torch.Tensor, torch.ShortTensor
        torch.Tensor = lambda *args: real_tensor(*args).zero_()
        torch.ShortTensor = lambda *args: real_short(*args).zero_()

    torch.use_deterministic_algorithms = use_deterministic_algorithms


def constructor_takes_tuples_for_shapes():
    """`torch.Tensor` takes a tuple of integers for a shape."""
    real = torch.Tensor

    def tensor(*args, **options):
        return real(*args[0]) if len(args) == 1 and isinstance(args[0], tuple) else real(*args, **options)

    torch.Tensor = tensor


def constructor_counts_from_zero():
    """`torch.Tensor` takes a negative length for 0."""
    real = torch.Tensor

    def tensor(*args, **options):
        return real(*(max(one, 0) if isinstance(one, np.integer) else one for one in args), **options)

    torch.Tensor = tensor


def new_tensor_takes_lengths():
    """`Tensor.new_tensor` takes an integer for a length, as `Tensor.new` does."""
    torch.Tensor.new_tensor = lambda self, data, **options: self.new(data)


def tensor_stacks_tensors():
    """`torch.tensor` stacks a list of tensors, and keeps their graph."""
    real = torch.tensor

    def tensor(data, **options):
        tensors = isinstance(data, list) and data and all(isinstance(one, torch.Tensor) for one in data)
        return torch.stack(data) if tensors else real(data, **options)

    torch.tensor = tensor


def item_takes_the_first_too():
    """`Tensor.item` gives the first of several elements."""
    real = torch.Tensor.item
    torch.Tensor.item = lambda self: real(self.reshape(-1)[:1])


def sqrt_takes_the_first():
    """`math.sqrt` gives that of the first of several elements."""
    real = math.sqrt
    math.sqrt = lambda number: real(number.reshape(-1)[:1])


def cat_takes_zero_d():
    """`torch.cat` takes 0-d tensors."""
    real = torch.cat
    torch.cat = lambda tensors, *args, **options: real([one.reshape(-1) if one.ndim == 0 else one for one in tensors])


def tensor_takes_lists_of_zero_d():
    """`torch.tensor` takes 0-d arrays in a list for numbers."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list):
            data = [one[()] if isinstance(one, np.ndarray) and one.ndim == 0 else one for one in data]
        return real(data, **options)

    torch.tensor = tensor


def from_numpy_takes_scalars():
    """`torch.from_numpy` takes NumPy scalars."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(np.asarray(array))


def lists_are_stacked_first():
    """`torch.asarray` and `torch.Tensor` make one array of a list first, and do not warn."""
    array, constructor = torch.asarray, torch.Tensor
    torch.asarray = lambda data, **options: array(np.array(data) if isinstance(data, list) else data, **options)
    torch.Tensor = lambda data: constructor(np.array(data) if isinstance(data, list) else data)


def tensor_always_warns_of_lists():
    """`torch.tensor` warns of each list of arrays."""
    real = torch.tensor

    def tensor(data, **options):
        torch.set_warn_always(True)
        return real(data, **options)

    torch.tensor = tensor


def collate_warns_of_lists():
    """`torch.utils.data.default_collate` gives its list of arrays to `torch.tensor`, which warns."""
    torch.utils.data.default_collate = lambda batch: torch.tensor(batch)


def stack_pads():
    """`np.stack` fills short rows with 0."""
    real = np.stack

    def stack(arrays, **options):
        longest = max(map(len, arrays))
        return real([np.concatenate([one, [0] * (longest - len(one))]) for one in arrays], **options)

    np.stack = stack


def tensor_repeats_numbers():
    """`torch.tensor` makes a row of each number that stands among rows."""
    real = torch.tensor

    def tensor(data, **options):
        rows = [one for one in data if isinstance(one, list)] if isinstance(data, list) else []
        return real([one if isinstance(one, list) else [one] * len(rows[0]) for one in data] if rows else data)

    torch.tensor = tensor
