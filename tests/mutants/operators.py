"""An array with a tensor, broken."""

import warnings

import numpy as np
import torch


def reflected_add_takes_arrays():
    """`array + tensor` and `array += tensor` give a tensor."""
    torch.Tensor.__radd__ = lambda self, other: torch.add(self, torch.as_tensor(other))


def reflected_matmul_takes_arrays():
    """`array @ tensor` gives a tensor."""
    torch.Tensor.__rmatmul__ = lambda self, other: torch.matmul(torch.as_tensor(other).to(self.dtype), self)


def add_is_silent():
    """`tensor + array` says nothing."""
    real = torch.Tensor.__add__

    def add(self, other):
        return real(self, torch.as_tensor(other) if isinstance(other, np.ndarray) else other)

    torch.Tensor.__add__ = add


def add_keeps_the_dtype():
    """`tensor + array` keeps the tensor's dtype."""
    torch.Tensor.__add__ = lambda self, other: torch.add(self, torch.as_tensor(other)).to(self.dtype)


def add_promotes_numbers():
    """`tensor + number` gives float64."""
    torch.Tensor.__add__ = lambda self, other: torch.add(self, torch.as_tensor(other)).double()


def multiply_promotes_scalars():
    """`tensor * scalar` promotes to the dtype of a NumPy scalar."""
    real = torch.Tensor.__mul__

    def mul(self, other):
        return real(self, other).double() if isinstance(other, np.float64) else real(self, other)

    torch.Tensor.__mul__ = mul


def reflected_division_raises():
    """`array / tensor` raises, as the other operators do."""

    def refuse(self, other):
        raise TypeError("unsupported operand types (mutant)")

    torch.Tensor.__rtruediv__ = refuse


def reflected_division_is_exact():
    """`array / tensor` divides."""

    def divide(self, other):
        return torch.from_numpy(np.asarray(other / self.numpy()))

    torch.Tensor.__rtruediv__ = divide


def in_place_add_writes():
    """`tensor += array` writes into the tensor."""
    torch.Tensor.__iadd__ = lambda self, other: self.add_(torch.as_tensor(other))


def equal_compares_objects():
    """`==` of a tensor and an array compares the objects."""
    real = torch.Tensor.__eq__
    torch.Tensor.__eq__ = lambda self, other: self is other if isinstance(other, np.ndarray) else real(self, other)


def not_equal_compares_elements():
    """`!=` of a tensor and an array compares the elements."""
    real = torch.Tensor.__ne__

    def ne(self, other):
        return real(self, torch.as_tensor(other) if isinstance(other, np.ndarray) else other)

    torch.Tensor.__ne__ = ne


def less_takes_arrays():
    """`array < tensor` compares the elements."""
    real = torch.Tensor.__gt__
    torch.Tensor.__gt__ = lambda self, other: real(self, torch.as_tensor(other))


def greater_equal_takes_arrays():
    """`tensor >= array` compares the elements."""
    real = torch.Tensor.__ge__
    torch.Tensor.__ge__ = lambda self, other: real(self, torch.as_tensor(other))


def sum_takes_numpy_arguments():
    """`Tensor.sum` takes `axis=None` and `out=None`, as `np.sum` passes them."""
    real = torch.Tensor.sum
    torch.Tensor.sum = lambda self, axis=None, dtype=None, out=None: real(self, dtype=dtype)


def sum_takes_out_alone():
    """`Tensor.sum` takes `out=None` where nothing else is passed."""
    real = torch.Tensor.sum
    torch.Tensor.sum = lambda self, *args, **named: real(self) if named == {"out": None} else real(self, *args, **named)


def max_takes_numpy_arguments():
    """`Tensor.max` takes `axis=None` and `out=None`, as `np.max` passes them."""
    real = torch.Tensor.max
    torch.Tensor.max = lambda self, axis=None, out=None: real(self)


def median_gives_a_tensor():
    """`np.median` gives a tensor for a tensor."""
    real = np.median
    np.median = lambda values: torch.as_tensor(real(values))


def sort_gives_zeros():
    """`np.sort` gives zeros."""
    real = np.sort
    np.sort = lambda values: np.zeros_like(real(values))


def sort_gives_a_tensor():
    """`np.sort` gives a tensor for a tensor."""
    real = np.sort
    np.sort = lambda values: torch.as_tensor(real(values))


def array_wrap_gives_bool():
    """`Tensor.__array_wrap__` gives bool for bool."""
    torch.Tensor.__array_wrap__ = lambda self, array, context=None, return_scalar=False: torch.from_numpy(array)


def array_wrap_gives_arrays():
    """`Tensor.__array_wrap__` leaves an array an array."""
    torch.Tensor.__array_wrap__ = lambda self, array, context=None, return_scalar=False: array


def torch_add_takes_arrays():
    """`torch.add` takes arrays."""
    real = torch.add
    torch.add = lambda first, second: real(torch.as_tensor(first), torch.as_tensor(second))


def torch_stack_takes_arrays():
    """`torch.stack` takes arrays."""
    real = torch.stack
    torch.stack = lambda parts: real([torch.as_tensor(part) for part in parts])


def torch_sum_takes_arrays():
    """`torch.sum` takes arrays."""
    real = torch.sum
    torch.sum = lambda values: real(torch.as_tensor(values))


def concatenate_gives_a_tensor():
    """`np.concatenate` refuses tensors."""

    def refuse(parts):
        raise TypeError("expected arrays (mutant)")

    np.concatenate = refuse


def where_gives_a_tensor():
    """`np.where` gives a tensor if one of its arguments is one."""
    real = np.where
    np.where = lambda mask, first, second: torch.as_tensor(real(mask, first, second))


def mse_loss_warns_of_promotion():
    """`torch.nn.functional.mse_loss` warns where the dtypes differ."""
    real = torch.nn.functional.mse_loss

    def mse_loss(scores, target):
        if scores.dtype != target.dtype:
            warnings.warn("dtypes differ (mutant)", UserWarning, stacklevel=2)
        return real(scores, target)

    torch.nn.functional.mse_loss = mse_loss


def indexing_reverses():
    """A tensor indexed with an array gives the elements in the order of the tensor."""
    real = torch.Tensor.__getitem__

    def getitem(self, index):
        return real(self, np.sort(index) if isinstance(index, np.ndarray) else index)

    torch.Tensor.__getitem__ = getitem


def array_of_a_tensor_is_integer():
    """`Tensor.__array__` gives int64."""
    torch.Tensor.__array__ = lambda self, dtype=None: self.numpy().astype(np.int64)


def index_of_a_tensor_is_zero():
    """A tensor that is an index counts as zeros."""
    torch.Tensor.__array__ = lambda self, dtype=None: np.zeros(self.shape, np.int64)


def uint8_tensors_pick_by_number():
    """A tensor indexed with a uint8 tensor picks by number, as NumPy does."""
    real = torch.Tensor.__getitem__

    def getitem(self, index):
        numbers = isinstance(index, torch.Tensor) and index.dtype == torch.uint8
        return real(self, index.long() if numbers else index)

    torch.Tensor.__getitem__ = getitem


def index_tensors_of_any_integer_pick():
    """A tensor indexed with an int16 tensor picks by number."""
    real = torch.Tensor.__getitem__

    def getitem(self, index):
        numbers = isinstance(index, torch.Tensor) and index.dtype == torch.int16
        return real(self, index.long() if numbers else index)

    torch.Tensor.__getitem__ = getitem


def masked_arrays_compare_without_their_masks():
    """`<` of a masked array loses its mask."""
    real = np.ma.MaskedArray.__lt__
    np.ma.MaskedArray.__lt__ = lambda self, other: np.ma.array(real(self, other).data)
