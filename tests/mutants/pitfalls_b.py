"""What goes wrong on the way, broken."""

import contextlib
import warnings

import numpy as np
import pandas as pd
import torch


def double_leaves_the_layer():
    """`torch.nn.Module.double` gives a layer that still computes in float32."""
    torch.nn.Module.double = lambda self: self


def binary_cross_entropy_promotes():
    """`torch.nn.functional.binary_cross_entropy` promotes, as `torch.nn.functional.mse_loss` does."""
    real = torch.nn.functional.binary_cross_entropy
    torch.nn.functional.binary_cross_entropy = lambda scores, labels: real(scores.double(), labels.double())


def copy_takes_the_dtype():
    """`Tensor.copy_` takes over the dtype of its source, too."""

    def copy(self, source):
        self.data = source.clone()
        return self

    torch.Tensor.copy_ = copy


def eval_detaches():
    """`torch.nn.Module.eval` takes the parameters out of autograd."""
    torch.nn.Module.eval = lambda self: self.requires_grad_(False)


def tolist_refuses_gradients():
    """`Tensor.tolist` and `Tensor.item` refuse tensors that require grad."""
    tolist, item = torch.Tensor.tolist, torch.Tensor.item

    def refuse(self, real):
        if self.requires_grad:
            raise RuntimeError("Can't convert a Tensor that requires grad (mutant)")
        return real(self)

    torch.Tensor.tolist = lambda self: refuse(self, tolist)
    torch.Tensor.item = lambda self: refuse(self, item)


def state_dict_clones_too():
    """`torch.nn.Module.state_dict` gives copies of the parameters."""
    real = torch.nn.Module.state_dict
    torch.nn.Module.state_dict = lambda self: {name: value.clone() for name, value in real(self).items()}


def backward_ignores_what_has_no_history():
    """`Tensor.backward` does nothing where there is no history."""
    real = torch.Tensor.backward

    def backward(self, *arguments, **options):
        return real(self, *arguments, **options) if self.requires_grad else None

    torch.Tensor.backward = backward


def data_set_clones():
    """`torch.utils.data.TensorDataset` gives copies."""
    real = torch.utils.data.TensorDataset

    class TensorDataset(real):
        def __getitem__(self, index):
            return tuple(tensor[index].clone() for tensor in self.tensors)

    torch.utils.data.TensorDataset = TensorDataset


def parameter_clones():
    """`torch.nn.Parameter` copies its tensor."""
    real = torch.nn.Parameter
    torch.nn.Parameter = lambda tensor: real(tensor.clone())


def load_state_dict_assigns_too():
    """`torch.nn.Module.load_state_dict` always assigns."""
    real = torch.nn.Module.load_state_dict
    torch.nn.Module.load_state_dict = lambda self, state, assign=False: real(self, state, assign=True)


def backward_replaces_gradients():
    """`Tensor.backward` puts a new gradient in the place of the old one."""
    real = torch.Tensor.backward

    def leaves(node):
        if hasattr(node, "variable"):
            return [node.variable]
        return [leaf for following, _ in node.next_functions if following for leaf in leaves(following)]

    def backward(self, *arguments, **options):
        for leaf in leaves(self.grad_fn):
            leaf.grad = None if leaf.grad is None else leaf.grad.clone()
        real(self, *arguments, **options)

    torch.Tensor.backward = backward


def div_works_in_place():
    """`Tensor.div` writes into its tensor."""
    torch.Tensor.div = torch.Tensor.div_


def np_from_dlpack_pins():
    """`np.from_dlpack` takes the storage of the tensor, as `Tensor.numpy` does, so it cannot be resized any more."""
    np.from_dlpack = lambda tensor: tensor.numpy()


def set_copies_into():
    """`Tensor.set_` writes into the memory that the tensor has."""

    def set_(self, source):
        self.fill_(source.reshape(-1)[0])
        return self.expand(source.shape) if self.dim() == 0 else self

    torch.Tensor.set_ = set_


def multiply_widens_integers():
    """`tensor * number` gives float64 for integers and a float, as NumPy does."""
    real = torch.Tensor.__mul__

    def mul(self, other):
        return real(self.double() if isinstance(other, float) and not self.is_floating_point() else self, other)

    torch.Tensor.__mul__ = mul


def tensor_warns_of_nan():
    """`torch.tensor` warns where it casts NaN to integers, as NumPy does."""
    real = torch.tensor

    def tensor(data, *, dtype=None, **options):
        if isinstance(data, np.ndarray) and np.isnan(data).any() and not dtype.is_floating_point:
            warnings.warn("invalid value encountered in cast", RuntimeWarning, stacklevel=2)
        return real(data, dtype=dtype, **options)

    torch.tensor = tensor


def float_clips():
    """`Tensor.float` gives the largest float32 for what is beyond it."""
    largest = torch.finfo(torch.float32).max
    torch.Tensor.float = lambda self: self.clamp(-largest, largest).to(torch.float32)


def add_saturates_too():
    """`tensor + number` of uint8 stops at 255."""
    real = torch.Tensor.__add__

    def add(self, other):
        if self.dtype == torch.uint8:
            return real(self.to(torch.int32), other).clamp(0, 255).to(torch.uint8)
        return real(self, other)

    torch.Tensor.__add__ = add


def long_saturates():
    """`Tensor.long` of uint64 stops at the largest int64."""
    real = torch.Tensor.long

    def long(self):
        return (
            torch.from_numpy(self.numpy().clip(max=2**63 - 1).astype(np.int64))
            if self.dtype == torch.uint64
            else real(self)
        )

    torch.Tensor.long = long


def equal_rounds_to_float32():
    """`==` compares a float32 with a float64 tensor in float32."""
    real = torch.Tensor.__eq__
    torch.Tensor.__eq__ = lambda self, other: real(
        self, other.to(self.dtype) if isinstance(other, torch.Tensor) else other
    )


def from_dlpack_caches():
    """`torch.from_dlpack` takes a capsule as often as you like."""
    real, seen = torch.from_dlpack, {}

    def from_dlpack(data, **options):
        if id(data) not in seen:
            seen[id(data)] = real(data, **options)
        return seen[id(data)]

    torch.from_dlpack = from_dlpack


def from_dlpack_asks_for_a_capsule():
    """`torch.from_dlpack` asks arrays for the capsule of older releases, which cannot be read-only."""
    real = torch.from_dlpack

    def from_dlpack(data, **options):
        if isinstance(data, np.ndarray) and not data.flags.writeable:
            raise BufferError("Cannot export readonly array (mutant)")
        return real(data, **options)

    torch.from_dlpack = from_dlpack


def data_is_counted():
    """`Tensor.data` counts writes along with its tensor, as `Tensor.detach` does."""
    torch.Tensor.data = property(torch.Tensor.detach)


def increment_version_does_nothing():
    """`torch.autograd.graph.increment_version` has no effect."""
    torch.autograd.graph.increment_version = lambda tensor: None


def saved_tensors_hooks_do_nothing():
    """`torch.autograd.graph.saved_tensors_hooks` calls no hooks."""
    torch.autograd.graph.saved_tensors_hooks = lambda pack, unpack: contextlib.nullcontext()


def exp_keeps_its_input():
    """`Tensor.exp` computes the gradient from its input, which nobody changed."""
    real = torch.Tensor.exp

    class Exp(torch.autograd.Function):
        @staticmethod
        def forward(ctx, rates):
            ctx.save_for_backward(rates)
            return real(rates.detach())

        @staticmethod
        def backward(ctx, gradient):
            return gradient * real(ctx.saved_tensors[0].detach())

    torch.Tensor.exp = lambda self: Exp.apply(self)


def adjoint_is_computed():
    """`Tensor.adjoint` writes new values."""
    torch.Tensor.adjoint = lambda self: self.mT.conj_physical()


def contiguous_resolves():
    """`Tensor.contiguous` writes conjugated values out."""
    real = torch.Tensor.contiguous
    torch.Tensor.contiguous = lambda self, **options: real(self.resolve_conj(), **options)


def conj_physical_works_in_place():
    """`Tensor.conj_physical` works in place."""
    torch.Tensor.conj_physical = torch.Tensor.conj_physical_


def resolve_conj_copies():
    """`Tensor.resolve_conj` always copies."""
    torch.Tensor.resolve_conj = lambda self: self.clone()


def real_copies():
    """`Tensor.real` copies."""
    torch.Tensor.real = property(lambda self: torch.view_as_real(self.resolve_conj())[..., 0].clone())


def float_is_silent_about_complex():
    """`Tensor.float` takes the real part and says nothing."""
    real = torch.Tensor.float
    torch.Tensor.float = lambda self: real(self.real if self.is_complex() else self)


def where_stops_nan():
    """`torch.where` keeps NaN out of the gradient of what it does not take."""
    real = torch.where

    def where(mask, first, second):
        if isinstance(first, torch.Tensor) and first.requires_grad:
            first.register_hook(torch.nan_to_num)
            first.grad_fn.register_hook(
                lambda inputs, outputs: tuple(value if value is None else value.nan_to_num() for value in inputs)
            )
        return real(mask, first, second)

    torch.where = where


def filled_always_copies():
    """`np.ma.MaskedArray.filled` always copies."""
    real = np.ma.MaskedArray.filled
    np.ma.MaskedArray.filled = lambda self, *arguments: real(self, *arguments).copy()


def filled_gives_zeros():
    """`np.ma.MaskedArray.filled` puts in 0 unless it is told otherwise."""
    real = np.ma.MaskedArray.filled
    np.ma.MaskedArray.filled = lambda self, value=0: real(self, value)


def tensor_reads_masked_as_nan():
    """`torch.tensor` gives NaN for a masked element."""
    real = torch.tensor
    torch.tensor = lambda data, **options: real(np.nan if data is np.ma.masked else data, **options)


def add_in_place_takes_expanded():
    """`Tensor.add_` works on a copy where elements share places."""
    real = torch.Tensor.add_
    torch.Tensor.add_ = lambda self, other: real(self.clone() if 0 in self.stride() else self, other)


def add_in_place_writes_each_place_once():
    """`Tensor.add_` adds once to each place in memory."""

    def add_(self, other):
        return self.copy_(self + other)

    torch.Tensor.add_ = add_


def tile_is_a_view():
    """`np.tile` broadcasts."""
    np.tile = lambda array, counts: np.lib.stride_tricks.as_strided(
        array, (counts[0], array.shape[1]), (0, array.strides[1])
    )


def nbytes_counts_places():
    """`Tensor.nbytes` counts the bytes of the storage."""
    torch.Tensor.nbytes = property(lambda self: self.untyped_storage().nbytes())


def astype_fills_what_is_missing():
    """`ndarray.astype` of objects takes None and empty text for 0."""

    class Filled(np.ndarray):
        def astype(self, dtype):
            return np.asarray([number or 0 for number in self.tolist()], dtype)

    real = np.array
    np.array = lambda *data, **options: real(*data, **options).view(Filled)


def tensors_compare_with_a_copy():
    """`tensor == array` makes a copy of the array first."""
    real = torch.Tensor.__eq__
    torch.Tensor.__eq__ = lambda self, other: real(self, torch.tensor(other))


def tensors_are_indexed_with_a_copy():
    """`tensor[array]` makes a copy of the array first."""
    real = torch.Tensor.__getitem__
    torch.Tensor.__getitem__ = lambda self, index: real(self, torch.tensor(index))


def iloc_takes_masks():
    """`Series.iloc` takes a bool tensor for a mask."""
    real = pd.Series.iloc

    class Taking:
        def __init__(self, series):
            self.series = series

        def __getitem__(self, key):
            return real.fget(self.series)[key.numpy() if isinstance(key, torch.Tensor) else key]

    pd.Series.iloc = property(Taking)


def warn_only_fills_nothing():
    """`torch.use_deterministic_algorithms` with `warn_only=True` changes nothing."""
    real = torch.use_deterministic_algorithms
    torch.use_deterministic_algorithms = lambda mode, warn_only=False: real(mode and not warn_only)


def arrays_hold_whole_rows():
    """`in` of an array of rows looks for a whole row."""

    class Rows(np.ndarray):
        def __contains__(self, row):
            return bool((np.asarray(self) == np.asarray(row)).all(axis=-1).any())

    real = np.array
    np.array = lambda *data, **options: real(*data, **options).view(Rows)
