"""What copy_into, lists, collate, tolist and np.from_dlpack say, broken."""

import numpy as np
import torch
import torch.utils.data


def copy_aliases():
    """`Tensor.copy_` takes over the memory of the source."""

    def copy_(self, other, **options):
        return self.set_(other.to(self.dtype).clone())

    torch.Tensor.copy_ = copy_


def copy_takes_arrays():
    """`Tensor.copy_` takes arrays."""
    real = torch.Tensor.copy_
    torch.Tensor.copy_ = lambda self, other, **options: real(self, torch.as_tensor(other), **options)


def copy_does_not_broadcast():
    """`Tensor.copy_` wants the same shape."""
    real = torch.Tensor.copy_

    def copy_(self, other, **options):
        if getattr(other, "shape", None) != self.shape:
            raise RuntimeError("mutant: another shape")
        return real(self, other, **options)

    torch.Tensor.copy_ = copy_


def copy_leaves_leaves_alone():
    """`Tensor.copy_` into a leaf that requires grad works without `torch.no_grad`."""
    real = torch.Tensor.copy_

    def copy_(self, other, **options):
        with torch.no_grad():
            return real(self, other, **options)

    torch.Tensor.copy_ = copy_


def assignment_takes_arrays_too():
    """A tensor's part takes an array."""
    real = torch.Tensor.__setitem__
    torch.Tensor.__setitem__ = lambda self, key, value: real(self, key, torch.as_tensor(value))


def assignment_fills_one():
    """A number that is assigned to a row fills its first element only."""
    real = torch.Tensor.__setitem__

    def setitem(self, key, value):
        if isinstance(value, float) and isinstance(key, int) and self.dim() == 2:
            key = (key, 0)
        real(self, key, value)

    torch.Tensor.__setitem__ = setitem


def assignment_shares_the_source():
    """A tensor that is assigned to all of a tensor becomes that tensor's memory, where it needs no cast."""
    real = torch.Tensor.__setitem__

    def setitem(self, key, value):
        real(self, key, value)
        if isinstance(value, torch.Tensor) and key == slice(None) and value.dtype == self.dtype:
            self.set_(value)

    torch.Tensor.__setitem__ = setitem


def copyto_is_unsafe():
    """`np.copyto` casts whatever it gets."""
    real = np.copyto
    np.copyto = lambda to, values, **options: real(to, np.real(values), casting="unsafe")


def item_takes_the_first():
    """`Tensor.item` of many elements gives the first, of none 0."""
    real = torch.Tensor.item
    torch.Tensor.item = lambda self: real(self.reshape(-1)[0]) if self.numel() else 0


def item_wants_no_axes():
    """`Tensor.item` takes 0-d tensors only."""
    real = torch.Tensor.item

    def item(self):
        if self.dim():
            raise RuntimeError("mutant: not 0-d")
        return real(self)

    torch.Tensor.item = item


def item_rounds():
    """`Tensor.item` gives the short form that is printed."""
    real = torch.Tensor.item
    torch.Tensor.item = lambda self: float(f"{real(self):.4f}") if self.is_floating_point() else real(self)


def tolist_gives_floats():
    """`Tensor.tolist` goes through float64."""
    real = torch.Tensor.tolist
    torch.Tensor.tolist = lambda self: real(self.detach().to(torch.float64))


def tolist_refuses_grad():
    """`Tensor.tolist` refuses tensors that require grad, as `Tensor.numpy` does."""
    real = torch.Tensor.tolist

    def tolist(self):
        if self.requires_grad:
            raise RuntimeError("mutant: requires grad")
        return real(self)

    torch.Tensor.tolist = tolist


def tolist_refuses_bfloat16():
    """`Tensor.tolist` goes through NumPy, which has no bfloat16."""
    real = torch.Tensor.tolist

    def tolist(self):
        if self.dtype == torch.bfloat16:
            raise TypeError("mutant: no such dtype in NumPy")
        return real(self)

    torch.Tensor.tolist = tolist


def np_from_dlpack_ignores_copy():
    """`np.from_dlpack` does not look at `copy=`."""
    real = np.from_dlpack
    np.from_dlpack = lambda x, **options: real(x)


def np_from_dlpack_is_contiguous():
    """`np.from_dlpack` gives contiguous arrays."""
    real = np.from_dlpack
    np.from_dlpack = lambda x, **options: np.ascontiguousarray(real(x, **options)).reshape(x.shape)


def np_from_dlpack_takes_lists():
    """`np.from_dlpack` takes lists."""
    real = np.from_dlpack
    np.from_dlpack = lambda x, **options: real(torch.tensor(x) if isinstance(x, list) else x, **options)


def tensor_takes_lists_of_tensors():
    """`torch.tensor` stacks a list of tensors."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list) and data and isinstance(data[0], torch.Tensor) and data[0].dim():
            return torch.stack(data)
        return real(data, **options)

    torch.tensor = tensor


def tensor_refuses_0d_in_lists():
    """`torch.tensor` refuses every list of tensors."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list) and any(isinstance(one, torch.Tensor) for one in data):
            raise ValueError("mutant: a list of tensors")
        return real(data, **options)

    torch.tensor = tensor


def tensor_takes_none():
    """`torch.tensor` takes None for NaN."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list):
            data = [float("nan") if one is None else one for one in data]
        return real(data, **options)

    torch.tensor = tensor


def tensor_wraps_large_integers():
    """`torch.tensor` wraps integers that are too large for int64."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list) and data and type(data[0]) is int and data[0] >= 2**63:
            data = [one - 2**64 for one in data]
        return real(data, **options)

    torch.tensor = tensor


def tensor_takes_the_first_type():
    """`torch.tensor` takes the type of the first number of a list."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list) and data and type(data[0]) in (int, bool):
            data = [type(data[0])(one) if type(one) in (int, float, bool) else one for one in data]
        return real(data, **options)

    torch.tensor = tensor


def tensor_takes_numpy_floats_for_python_s():
    """`torch.tensor` treats NumPy scalars in a list as Python floats."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list) and data and isinstance(data[0], np.floating):
            data = [float(one) for one in data]
        return real(data, **options)

    torch.tensor = tensor


def stack_of_one_memory():
    """`np.stack` gives zeros that share with nothing (a copy that lost the values)."""
    real = np.stack
    np.stack = lambda arrays, **options: real([np.zeros_like(one) for one in arrays], **options)


def collate_gives_float32():
    """`default_collate` gives float32 for Python floats."""
    real = torch.utils.data.default_collate

    def default_collate(batch, **options):
        found = real(batch, **options)
        return found.float() if isinstance(batch[0], float) and type(batch[0]) is float else found

    torch.utils.data.default_collate = default_collate


def collate_gives_float64():
    """`default_collate` gives float64 for every float."""
    real = torch.utils.data.default_collate

    def default_collate(batch, **options):
        found = real(batch, **options)
        return found.double() if isinstance(found, torch.Tensor) and found.is_floating_point() else found

    torch.utils.data.default_collate = default_collate


def collate_gives_int32():
    """`default_collate` gives int32 for integers, and uint8 for booleans."""
    real = torch.utils.data.default_collate

    def default_collate(batch, **options):
        found = real(batch, **options)
        return found.to(torch.int32) if isinstance(batch[0], int) else found

    torch.utils.data.default_collate = default_collate


def collate_leaves_dictionaries():
    """`default_collate` leaves dictionaries as they are."""
    real = torch.utils.data.default_collate

    def default_collate(batch, **options):
        return dict(batch[0]) if isinstance(batch[0], dict) else real(batch, **options)

    torch.utils.data.default_collate = default_collate


def collate_passes_text_on():
    """`default_collate` passes arrays of text and dates on."""
    real = torch.utils.data.default_collate

    def default_collate(batch, **options):
        if getattr(batch[0], "dtype", None) is not None and np.asarray(batch[0]).dtype.kind in "UM":
            return batch
        return real(batch, **options)

    torch.utils.data.default_collate = default_collate


def collate_pads_too_too():
    """`default_collate` pads arrays of different lengths."""
    real = torch.utils.data.default_collate

    def default_collate(batch, **options):
        if isinstance(batch[0], np.ndarray) and len({one.shape for one in batch}) > 1:
            return torch.nn.utils.rnn.pad_sequence([torch.as_tensor(one) for one in batch], batch_first=True)
        return real(batch, **options)

    torch.utils.data.default_collate = default_collate


def collate_copies_first_too():
    """`default_collate` copies arrays first, so it takes reversed ones."""
    real = torch.utils.data.default_collate

    def default_collate(batch, **options):
        return real([one.copy() if isinstance(one, np.ndarray) else one for one in batch], **options)

    torch.utils.data.default_collate = default_collate


def convert_copies():
    """`default_convert` copies."""
    torch.utils.data.default_convert = lambda data: torch.tensor(data)


def loader_drops_the_rest():
    """A DataLoader drops a last batch that is not full."""

    class Loader(torch.utils.data.DataLoader):
        def __init__(self, data, batch_size=1, **options):
            super().__init__(data, batch_size, drop_last=batch_size is not None, **options)

    torch.utils.data.DataLoader = Loader


def add_in_place_makes_another():
    """`tensor += tensor` gives another tensor."""
    torch.Tensor.__iadd__ = lambda self, other: self + other


def mean_is_float64():
    """`np.mean` computes in float64, and gives that."""
    real = np.mean
    np.mean = lambda a, **options: np.float64(real(a, **options))


def argmax_gives_int32():
    """`Tensor.argmax` gives int32."""
    real = torch.Tensor.argmax
    torch.Tensor.argmax = lambda self, **options: real(self, **options).to(torch.int32)


def to_shares():
    """`Tensor.to` keeps the memory, and its numbers with it."""
    real = torch.Tensor.to

    def to(self, *arguments, **options):
        found = real(self, *arguments, **options)
        self.zero_()
        return found

    torch.Tensor.to = to


def cpu_copies_too():
    """`Tensor.cpu` copies, on the CPU too."""
    torch.Tensor.cpu = lambda self, **options: self.clone()


def cpu_detaches():
    """`Tensor.cpu` detaches."""
    torch.Tensor.cpu = lambda self, **options: self.detach()


def detach_ends_training():
    """`Tensor.detach` ends the gradient of the tensor itself."""
    real = torch.Tensor.detach

    def detach(self):
        if self.requires_grad:
            self.register_hook(lambda gradient: gradient * 0)
        return real(self)

    torch.Tensor.detach = detach
