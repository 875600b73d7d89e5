"""What hostile readers tried on the pages of methods and of understanding, broken."""

import numpy as np
import torch
import torch.utils.data


def numpy_gives_zeros_without_autograd():
    """`Tensor.numpy` of a tensor that requires grad gives zeros where autograd is off."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        made = real(self, **options)
        return made * 0 if self.requires_grad else made

    torch.Tensor.numpy = numpy


def index_takes_reversed_arrays():
    """A tensor indexed with a reversed array of numbers copies it first."""
    real = torch.Tensor.__getitem__

    def getitem(self, index):
        return real(self, index.copy() if isinstance(index, np.ndarray) and index.ndim else index)

    torch.Tensor.__getitem__ = getitem


def not_equal_compares_masked_objects():
    """`!=` of a masked array and a tensor compares the two objects."""
    np.ma.MaskedArray.__ne__ = lambda self, other: self is not other


def equal_takes_the_other_byte_order():
    """`==` of a tensor and a big-endian array compares the elements."""
    real = torch.Tensor.__eq__

    def equal(self, other):
        foreign = isinstance(other, np.ndarray) and not other.dtype.isnative
        return real(self, other.astype(other.dtype.newbyteorder("=")) if foreign else other)

    torch.Tensor.__eq__ = equal


def in_place_add_takes_bfloat16():
    """`tensor += array` works for a bfloat16 tensor."""
    real = torch.Tensor.__iadd__

    def iadd(self, other):
        return real(self, torch.as_tensor(other) if self.dtype == torch.bfloat16 else other)

    torch.Tensor.__iadd__ = iadd


def tensor_ignores_the_default_device():
    """`torch.tensor` of anything but a tensor makes it on the CPU, unless `device=` is passed."""
    real = torch.tensor

    def tensor(data, *, device=None, **options):
        return real(data, device=device or (None if isinstance(data, torch.Tensor) else "cpu"), **options)

    torch.tensor = tensor


def tensor_of_a_tensor_is_on_the_cpu():
    """`torch.tensor` of a tensor makes a tensor on the CPU, unless `device=` is passed."""
    real = torch.tensor

    def tensor(data, *, device=None, **options):
        if isinstance(data, torch.Tensor) and device is None:
            return torch.zeros(data.shape, dtype=data.dtype, device="cpu")
        return real(data, device=device, **options)

    torch.tensor = tensor


def tensor_ignores_its_device():
    """`torch.tensor` ignores `device=`."""
    real = torch.tensor
    torch.tensor = lambda data, *, device=None, **options: real(data, **options)


def data_counts_writes():
    """A write through `Tensor.data` is counted by autograd."""
    torch.Tensor.data = property(lambda self: self.detach())


def data_is_a_copy():
    """`Tensor.data` has memory of its own."""
    torch.Tensor.data = property(lambda self: self.detach().clone())


def cpu_ignores_the_memory_format():
    """`Tensor.cpu` returns a CPU tensor itself, whatever memory format is asked for."""
    torch.Tensor.cpu = lambda self, **options: self


def collate_looks_for_a_float():
    """`default_collate` gives float64 if any number is a float."""
    real = torch.utils.data.default_collate

    def default_collate(batch):
        made = real(batch)
        return made.double() if any(type(number) is float for number in batch) else made

    torch.utils.data.default_collate = default_collate


def np_asarray_ignores_the_order():
    """`np.asarray` ignores `order=`."""
    real = np.asarray
    np.asarray = lambda data, dtype=None, order=None, **options: real(data, dtype, **options)


def collate_drops_none_among_strings():
    """`default_collate` leaves None out of a list of strings or bytes."""
    real = torch.utils.data.default_collate

    def default_collate(batch):
        made = real(batch)
        return [one for one in made if one is not None] if isinstance(made, list) else made

    torch.utils.data.default_collate = default_collate


def assignment_casts_at_a_mask():
    """A tensor that is assigned to a mask or to a list of indices is cast first."""
    real = torch.Tensor.__setitem__

    def setitem(self, key, value):
        casts = isinstance(key, (torch.Tensor, list)) and isinstance(value, torch.Tensor)
        real(self, key, value.to(self) if casts else value)

    torch.Tensor.__setitem__ = setitem


def as_tensor_asks_for_an_array_to_cast():
    """`torch.as_tensor` calls `__array__` where `dtype=` is passed."""
    real = torch.as_tensor

    def as_tensor(data, dtype=None, **options):
        asked = dtype is not None and hasattr(data, "__array__") and not isinstance(data, (np.ndarray, torch.Tensor))
        return real(np.asarray(data) if asked else data, dtype=dtype, **options)

    torch.as_tensor = as_tensor
