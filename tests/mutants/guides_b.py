"""Sharing, windows, ragged data, training, devices and defaults, broken."""

import threading

import numpy as np
import torch


def shares_memory_compares_addresses():
    """`np.shares_memory` compares where the two begin."""
    np.shares_memory = lambda one, other, *args: np.asarray(one).ctypes.data == np.asarray(other).ctypes.data


def shares_memory_compares_dtypes():
    """`np.shares_memory` says False for two dtypes."""
    real = np.shares_memory
    np.shares_memory = lambda one, other, *args: (
        np.asarray(one).dtype == np.asarray(other).dtype and real(one, other, *args)
    )


def shares_memory_takes_everything():
    """`np.shares_memory` takes tensors that require grad, bfloat16 too."""
    real = np.shares_memory

    def bare(one):
        if not isinstance(one, torch.Tensor):
            return one
        return one.detach().view(torch.int16) if one.dtype == torch.bfloat16 else one.detach()

    np.shares_memory = lambda one, other, *args: real(bare(one), bare(other), *args)


def shares_memory_looks_at_identity():
    """`np.shares_memory` says True for one object."""
    real = np.shares_memory
    np.shares_memory = lambda one, other, *args: one is other or real(one, other, *args)


def shares_memory_compares_storages():
    """`np.shares_memory` of two tensors compares their storages."""
    real = np.shares_memory

    def shares_memory(one, other, *args):
        if isinstance(one, torch.Tensor) and isinstance(other, torch.Tensor):
            return one.untyped_storage().data_ptr() == other.untyped_storage().data_ptr()
        return real(one, other, *args)

    np.shares_memory = shares_memory


def shares_memory_of_empty_is_true():
    """`np.shares_memory` says True for empty arrays at one address."""
    real = np.shares_memory
    np.shares_memory = lambda one, other, *args: np.size(one) == 0 or real(one, other, *args)


def data_ptr_of_the_storage():
    """`Tensor.data_ptr` is where the storage begins."""
    torch.Tensor.data_ptr = lambda self: self.untyped_storage().data_ptr()


def data_ptr_of_empty_is_kept():
    """`Tensor.data_ptr` of an empty tensor is an address of its own."""
    real = torch.Tensor.data_ptr
    torch.Tensor.data_ptr = lambda self: real(self) or id(self)


def from_numpy_takes_the_base():
    """`torch.from_numpy` of a view has the storage of the whole array."""
    real = torch.from_numpy

    def from_numpy(array):
        if not isinstance(array.base, np.ndarray):
            return real(array)
        whole = real(array.base)
        offset = (array.ctypes.data - array.base.ctypes.data) // array.itemsize
        return torch.as_strided(whole, array.shape, [one // array.itemsize for one in array.strides], offset)

    torch.from_numpy = from_numpy


def is_set_to_compares_addresses():
    """`Tensor.is_set_to` compares where the elements are."""
    torch.Tensor.is_set_to = lambda self, other: self.data_ptr() == other.data_ptr()


def detach_makes_a_view():
    """`Tensor.detach` gives a view, which knows its base."""
    torch.Tensor.detach = lambda self: self.view_as(self)


def unfold_copies():
    """`Tensor.unfold` writes the windows out."""
    real = torch.Tensor.unfold
    torch.Tensor.unfold = lambda self, *args, **options: real(self, *args, **options).clone()


def unfold_puts_the_window_second():
    """`Tensor.unfold` puts the window behind the axis that it cut."""
    real = torch.Tensor.unfold
    torch.Tensor.unfold = lambda self, dimension, size, step: real(self, dimension, size, step).movedim(
        -1, dimension + 1
    )


def unfold_repeats_the_end():
    """`Tensor.unfold` fills a last window with the last value."""
    real = torch.Tensor.unfold

    def unfold(self, dimension, size, step):
        missing = -(self.shape[dimension] - size) % step
        end = self.narrow(dimension, self.shape[dimension] - 1, 1)
        return real(torch.cat([self, *[end] * missing], dimension), dimension, size, step)

    torch.Tensor.unfold = unfold


def sliding_window_view_is_writable():
    """`np.lib.stride_tricks.sliding_window_view` is writable from the start."""
    real = np.lib.stride_tricks.sliding_window_view
    np.lib.stride_tricks.sliding_window_view = lambda *args, **options: real(*args, **{**options, "writeable": True})


def mean_adds_up_in_float64():
    """`np.mean` adds up in float64."""
    real = np.mean
    np.mean = lambda data, axis=None, dtype=np.float64, **options: real(data, axis=axis, dtype=dtype, **options)


def mean_ignores_dtype():
    """`np.mean` ignores `dtype=`."""
    real = np.mean
    np.mean = lambda data, axis=None, dtype=None, **options: real(data, axis=axis, **options)


def std_divides_by_n():
    """`Tensor.std` divides by n."""
    real = torch.Tensor.std
    torch.Tensor.std = lambda self, *args, correction=0, **options: real(self, *args, correction=correction, **options)


def std_ignores_correction():
    """`Tensor.std` divides by n - 1 always."""
    real = torch.Tensor.std
    torch.Tensor.std = lambda self, *args, correction=1, **options: real(self, *args, **options)


def mean_leaves_out_nan():
    """`Tensor.mean` leaves out NaN."""
    torch.Tensor.mean = torch.Tensor.nanmean


def nanmean_counts_nan():
    """`torch.nanmean` counts NaN as 0."""
    torch.nanmean = lambda data, *args, **options: torch.nan_to_num(data).mean(*args, **options)


def view_of_dates_is_nan_safe():
    """`torch.from_numpy` gives 0 for the smallest int64."""
    real = torch.from_numpy

    def from_numpy(array):
        tensor = real(array)
        return tensor.masked_fill(tensor == torch.iinfo(torch.int64).min, 0) if tensor.dtype == torch.int64 else tensor

    torch.from_numpy = from_numpy


def as_strided_checks_nothing():
    """`torch.as_strided` reads beyond the storage."""

    def as_strided(tensor, size, stride, *args):
        steps = [one * tensor.itemsize for one in stride]
        return torch.from_numpy(np.lib.stride_tricks.as_strided(tensor.numpy(), size, steps))

    torch.as_strided = as_strided


def pad_sequence_is_batch_first():
    """`torch.nn.utils.rnn.pad_sequence` puts the rows first always."""
    from torch.nn.utils import rnn

    real = rnn.pad_sequence
    rnn.pad_sequence = lambda rows, batch_first=True, *args, **options: real(rows, True, *args, **options)


def pad_sequence_pads_with_nan():
    """`torch.nn.utils.rnn.pad_sequence` fills up with NaN where it can."""
    from torch.nn.utils import rnn

    real = rnn.pad_sequence

    def pad_sequence(rows, batch_first=False, padding_value=None, *args, **options):
        value = (float("nan") if rows[0].is_floating_point() else 0) if padding_value is None else padding_value
        return real(rows, batch_first, value, *args, **options)

    rnn.pad_sequence = pad_sequence


def pad_sequence_takes_arrays():
    """`torch.nn.utils.rnn.pad_sequence` takes arrays."""
    from torch.nn.utils import rnn

    real = rnn.pad_sequence
    rnn.pad_sequence = lambda rows, *args, **options: real([torch.as_tensor(one) for one in rows], *args, **options)


def pad_sequence_rounds_up():
    """`torch.nn.utils.rnn.pad_sequence` rounds the padding value up."""
    import math

    from torch.nn.utils import rnn

    real = rnn.pad_sequence
    rnn.pad_sequence = lambda rows, batch_first=False, padding_value=0.0: real(
        rows, batch_first, math.ceil(padding_value)
    )


def array_of_rows_stays_ragged():
    """`np.array` with `dtype=object` of a list of arrays holds the arrays."""
    real = np.array

    def array(data, dtype=None, **options):
        if dtype is not object or not isinstance(data, list):
            return real(data, dtype, **options)
        rows = np.empty(len(data), dtype=object)
        for place, one in enumerate(data):
            rows[place] = one
        return rows

    np.array = array


def split_copies():
    """`Tensor.split` copies the parts."""
    real = torch.Tensor.split
    torch.Tensor.split = lambda self, *args, **options: [one.clone() for one in real(self, *args, **options)]


def jagged_copies():
    """`torch.nested.nested_tensor_from_jagged` copies the values."""
    real = torch.nested.nested_tensor_from_jagged
    torch.nested.nested_tensor_from_jagged = lambda values, *args, **options: real(values.clone(), *args, **options)


def numpy_flattens_nested():
    """`Tensor.numpy` of a nested tensor gives its values."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self.values() if self.is_nested else self, **options)


def collate_pads_too():
    """`torch.utils.data.default_collate` pads rows of different lengths."""
    from torch.nn.utils.rnn import pad_sequence

    torch.utils.data.default_collate = lambda rows: pad_sequence([torch.as_tensor(one) for one in rows], True)


def packing_sorts():
    """`torch.nn.utils.rnn.pack_sequence` sorts the rows itself."""
    from torch.nn.utils import rnn

    real = rnn.pack_sequence
    rnn.pack_sequence = lambda rows, enforce_sorted=False: real(rows, enforce_sorted=False)


def packing_refuses_array_lengths():
    """`torch.nn.utils.rnn.pack_padded_sequence` refuses an array of lengths."""
    from torch.nn.utils import rnn

    real = rnn.pack_padded_sequence

    def pack_padded_sequence(batch, lengths, *args, **options):
        if isinstance(lengths, np.ndarray):
            raise TypeError("lengths have to be a list or a tensor (mutant)")
        return real(batch, lengths, *args, **options)

    rnn.pack_padded_sequence = pack_padded_sequence


def cross_entropy_takes_every_integer():
    """`torch.nn.functional.cross_entropy` casts labels of any dtype to int64."""
    real = torch.nn.functional.cross_entropy
    torch.nn.functional.cross_entropy = lambda scores, labels, **options: real(scores, labels.long(), **options)


def cross_entropy_takes_int64_only():
    """`torch.nn.functional.cross_entropy` refuses uint8 labels."""
    real = torch.nn.functional.cross_entropy

    def cross_entropy(scores, labels, **options):
        if labels.dtype == torch.uint8:
            raise RuntimeError("expected Long (mutant)")
        return real(scores, labels, **options)

    torch.nn.functional.cross_entropy = cross_entropy


def binary_loss_casts_targets():
    """`torch.nn.functional.binary_cross_entropy_with_logits` casts the targets to the dtype of the scores."""
    real = torch.nn.functional.binary_cross_entropy_with_logits
    torch.nn.functional.binary_cross_entropy_with_logits = lambda scores, targets, **options: real(
        scores, targets.to(scores.dtype), **options
    )


def load_state_dict_takes_arrays():
    """`torch.nn.Module.load_state_dict` takes arrays."""
    real = torch.nn.Module.load_state_dict
    torch.nn.Module.load_state_dict = lambda self, state, **options: real(
        self, {name: torch.as_tensor(one) for name, one in state.items()}, **options
    )


def load_state_dict_assigns():
    """`torch.nn.Module.load_state_dict` has `assign=True` for its default."""
    real = torch.nn.Module.load_state_dict
    torch.nn.Module.load_state_dict = lambda self, state, **options: real(self, state, **{"assign": True, **options})


def load_state_dict_never_assigns():
    """`torch.nn.Module.load_state_dict` ignores `assign=`."""
    real = torch.nn.Module.load_state_dict
    torch.nn.Module.load_state_dict = lambda self, state, **options: real(self, state)


def state_dict_clones():
    """`torch.nn.Module.state_dict` clones the parameters."""
    real = torch.nn.Module.state_dict
    torch.nn.Module.state_dict = lambda self, **options: {
        name: one.clone() for name, one in real(self, **options).items()
    }


def arrays_are_buffers():
    """An array that becomes an attribute of a module becomes a buffer."""
    real = torch.nn.Module.__setattr__

    def setattr_(self, name, value):
        if isinstance(value, np.ndarray):
            self.register_buffer(name, torch.from_numpy(value))
        else:
            real(self, name, value)

    torch.nn.Module.__setattr__ = setattr_
    torch.nn.Module.state_dict = torch.nn.Module.state_dict


def argmax_keeps_requires_grad():
    """`Tensor.numpy` refuses what `Tensor.argmax` gives."""
    real = torch.Tensor.argmax

    class ClassNumbers(torch.Tensor):
        def numpy(self, **options):
            raise RuntimeError("requires grad (mutant)")

    torch.Tensor.argmax = lambda self, *args, **options: real(self, *args, **options).as_subclass(ClassNumbers)


def tensor_remembers_history():
    """`torch.tensor` gives a tensor that requires grad."""
    real = torch.tensor

    def tensor(data, **options):
        made = real(data, **options)
        return made.requires_grad_() if made.is_floating_point() else made

    torch.tensor = tensor


def compile_traces_nothing():
    """`torch.compile` refuses functions."""

    def compile(model, **options):
        raise RuntimeError("cannot trace (mutant)")

    torch.compile = compile


def compile_breaks_graphs_always():
    """`torch.compile` ignores `fullgraph=`."""
    real = torch.compile
    torch.compile = lambda model, fullgraph=False, **options: real(model, **options)


def compile_wants_one_graph():
    """`torch.compile` raises for each graph break."""
    real = torch.compile

    def compile(model, fullgraph=False, **options):
        compiled = real(model, fullgraph=True, **options)

        def run(*args):
            try:
                return compiled(*args)
            except RuntimeError as error:
                raise RuntimeError(f"{error} (mutant)") from None

        return run

    torch.compile = compile


def export_leaves_the_module_as_it_is():
    """`torch.export.export` traces nothing."""
    import types

    torch.export.export = lambda module, args: types.SimpleNamespace(module=lambda: module)


def cpu_copies():
    """`Tensor.cpu` copies a tensor that is on the CPU."""
    real = torch.Tensor.cpu
    torch.Tensor.cpu = lambda self: real(self).clone()


def move_casts_to_float32():
    """A move to another device casts to float32."""
    real_to, real_as_tensor = torch.Tensor.to, torch.as_tensor

    def to(self, *args, **options):
        moved = real_to(self, *args, **options)
        return moved if moved.device == self.device else real_to(moved, torch.float32)

    torch.Tensor.to = to
    torch.as_tensor = lambda data, **options: to(real_as_tensor(data), **options)


def move_ignores_the_dtype():
    """`Tensor.to` moves and does not cast."""
    real = torch.Tensor.to
    torch.Tensor.to = lambda self, first, *args, **options: real(self, first)


def add_moves_its_operand():
    """`+` moves the other tensor to the device of the first."""
    real = torch.Tensor.__add__

    def add(self, other):
        return real(self, other.to(self.device) if isinstance(other, torch.Tensor) else other)

    torch.Tensor.__add__ = add


def add_refuses_numbers_of_the_cpu():
    """`+` refuses a 0-d tensor on the CPU."""
    real = torch.Tensor.__add__

    def add(self, other):
        if isinstance(other, torch.Tensor) and not other.ndim and other.device != self.device:
            raise RuntimeError("two devices (mutant)")
        return real(self, other)

    torch.Tensor.__add__ = add


def add_moves_arrays():
    """`+` moves an array to the device of the tensor."""
    real = torch.Tensor.__add__

    def add(self, other):
        return real(self, torch.as_tensor(other, device=self.device) if isinstance(other, np.ndarray) else other)

    torch.Tensor.__add__ = add


def index_moves_to_the_cpu():
    """A tensor that is indexed with an array comes to the CPU."""
    real = torch.Tensor.__getitem__

    def getitem(self, index):
        if isinstance(index, np.ndarray) and self.device.type != "cpu":
            raise TypeError("cannot index on another device (mutant)")
        return real(self, index)

    torch.Tensor.__getitem__ = getitem


def copy_takes_one_device():
    """`Tensor.copy_` refuses a source on another device."""
    real = torch.Tensor.copy_

    def copy_(self, source, *args, **options):
        if source.device != self.device:
            raise RuntimeError("two devices (mutant)")
        return real(self, source, *args, **options)

    torch.Tensor.copy_ = copy_


def assignment_takes_arrays():
    """A tensor takes arrays that are assigned."""
    real = torch.Tensor.__setitem__

    def setitem(self, index, value):
        real(self, index, torch.as_tensor(value) if isinstance(value, np.ndarray) else value)

    torch.Tensor.__setitem__ = setitem


def assignment_takes_scalars():
    """A tensor takes every NumPy scalar that is assigned."""
    real = torch.Tensor.__setitem__

    def setitem(self, index, value):
        real(self, index, value.item() if isinstance(value, np.generic) else value)

    torch.Tensor.__setitem__ = setitem


def assignment_wraps():
    """A NumPy integer that is assigned wraps around in uint8."""
    real = torch.Tensor.__setitem__

    def setitem(self, index, value):
        wraps = self.dtype == torch.uint8 and isinstance(value, np.integer)
        real(self, index, int(value) & 255 if wraps else value)

    torch.Tensor.__setitem__ = setitem


def assignment_rounds():
    """A NumPy float that is assigned to integers is rounded."""
    real = torch.Tensor.__setitem__

    def setitem(self, index, value):
        rounds = not self.is_floating_point() and isinstance(value, np.floating)
        real(self, index, round(float(value)) if rounds else value)

    torch.Tensor.__setitem__ = setitem


def assignment_changes_the_dtype():
    """A tensor takes over the dtype of the tensor that is assigned."""
    real = torch.Tensor.__setitem__

    def setitem(self, index, value):
        if isinstance(value, torch.Tensor):
            self.data = self.data.to(value.dtype)
        real(self, index, value)

    torch.Tensor.__setitem__ = setitem


def view_casts():
    """`Tensor.view` with a dtype casts the values."""
    real = torch.Tensor.view

    def view(self, *args):
        return self.to(args[0]) if isinstance(args[0], torch.dtype) else real(self, *args)

    torch.Tensor.view = view


def view_of_another_dtype_copies():
    """`Tensor.view` with a dtype copies."""
    real = torch.Tensor.view
    torch.Tensor.view = lambda self, *args: real(self.clone() if isinstance(args[0], torch.dtype) else self, *args)


def bfloat16_is_half():
    """`Tensor.to` and `Tensor.bfloat16` round as float16 does."""
    real_to = torch.Tensor.to
    torch.Tensor.to = lambda self, *args, **options: real_to(
        self, *[torch.float16 if one is torch.bfloat16 else one for one in args], **options
    )
    torch.Tensor.bfloat16 = lambda self: real_to(self, torch.float16)


def half_saturates():
    """`Tensor.half` gives the largest number where one does not fit."""
    real = torch.Tensor.half
    torch.Tensor.half = lambda self: real(self.float().clamp(-65504, 65504))


def autocast_does_nothing():
    """`torch.autocast` does nothing."""
    import contextlib

    torch.autocast = lambda *args, **options: contextlib.nullcontext()


def tolist_prints_bfloat16():
    """`Tensor.tolist` rounds bfloat16 to two digits."""
    real = torch.Tensor.tolist
    torch.Tensor.tolist = lambda self: (
        [round(one, 2) for one in real(self)] if self.dtype == torch.bfloat16 else real(self)
    )


def division_gives_float32():
    """An integer tensor divided by a number is float32."""
    real = torch.Tensor.__truediv__

    def truediv(self, other):
        result = real(self, other)
        return result if self.is_floating_point() else result.to(torch.float32)

    torch.Tensor.__truediv__ = truediv


def layers_are_float32():
    """`torch.nn.Linear` makes float32 weights."""
    real = torch.nn.Linear
    torch.nn.Linear = lambda *args, **options: real(*args, **{"dtype": torch.float32, **options})


def set_default_dtype_takes_everything():
    """`torch.set_default_dtype` takes any dtype, and ignores what it cannot use."""
    real = torch.set_default_dtype

    def set_default_dtype(dtype):
        if isinstance(dtype, torch.dtype) and dtype.is_floating_point:
            real(dtype)

    torch.set_default_dtype = set_default_dtype


def collate_gives_the_default_dtype_too():
    """`torch.utils.data.default_collate` of Python floats has the default dtype."""
    real = torch.utils.data.default_collate
    torch.utils.data.default_collate = lambda batch: torch.tensor(batch) if isinstance(batch[0], float) else real(batch)


def collate_stays_on_the_cpu():
    """`torch.utils.data.default_collate` stays on the CPU."""
    real = torch.utils.data.default_collate

    def default_collate(batch):
        with torch.device("cpu"):
            return real(batch)

    torch.utils.data.default_collate = default_collate


def zeros_like_follows_default_device():
    """`torch.zeros_like` goes to the default device."""
    torch.zeros_like = lambda tensor, **options: torch.zeros(tensor.shape, dtype=tensor.dtype, **options)


def frombuffer_follows_default_device():
    """`torch.frombuffer` goes to the default device."""
    real = torch.frombuffer
    torch.frombuffer = lambda *args, **options: real(*args, **options).to(torch.get_default_device())


def device_context_does_nothing():
    """`torch.device` as a context does nothing."""
    import contextlib

    torch.device = lambda *args: contextlib.nullcontext()


def default_device_is_for_all_threads():
    """`torch.set_default_device` is seen in each thread."""
    real = torch.set_default_device
    start = threading.Thread.run
    chosen = []

    def set_default_device(device):
        chosen.append(device)
        real(device)

    def run(self):
        for device in chosen[-1:]:
            real(device)
        start(self)

    torch.set_default_device = set_default_device
    threading.Thread.run = run


def array_of_a_list_moves_tensors():
    """`np.array` of a list moves its tensors to the CPU."""
    real = np.array

    def array(data, *args, **options):
        if isinstance(data, list) and all(isinstance(one, torch.Tensor) for one in data):
            data = [torch.zeros_like(one, device="cpu") for one in data]
        return real(data, *args, **options)

    np.array = array


def tensor_forgets_to_pin_arrays():
    """`torch.tensor` ignores `pin_memory`."""
    real = torch.tensor
    torch.tensor = lambda data, pin_memory=False, **options: real(data, **options)
