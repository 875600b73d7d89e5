"""What the pages of the reference say of more than one dtype, layout or call, broken for some of them."""

import numpy as np
import torch


def np_from_dlpack_takes_small_floats():
    """`np.from_dlpack` gives float32 for bfloat16 and float8."""
    real = np.from_dlpack

    def from_dlpack(data, **options):
        known = data.dtype in (torch.float16, torch.float32, torch.float64) or not data.is_floating_point()
        return real(data if known else data.float(), **options)

    np.from_dlpack = from_dlpack


def np_from_dlpack_unpacks_int4():
    """`np.from_dlpack` gives int16 for int4."""
    real = np.from_dlpack

    def from_dlpack(data, **options):
        return real(data.view(torch.int8)).astype(np.int16) if data.dtype == torch.int4 else real(data, **options)

    np.from_dlpack = from_dlpack


def frombuffer_pads():
    """`torch.frombuffer` adds zeros where the buffer is too short for `count=`."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, count=-1, **options):
        missing = count * dtype.itemsize - len(buffer)
        return real(buffer + bytearray(max(missing, 0)), dtype=dtype, count=count, **options)

    torch.frombuffer = frombuffer


def from_numpy_takes_ulonglong():
    """`torch.from_numpy` takes `np.ulonglong` for the uint64 that it is."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array.astype(np.uint64) if array.dtype.char == "Q" else array)


def reflected_division_reads_gradients():
    """`array / tensor` takes every tensor."""
    torch.Tensor.__rtruediv__ = lambda self, other: torch.as_tensor(other) / self


def reflected_division_gives_float32():
    """`array / tensor` gives float32."""
    real = torch.Tensor.__rtruediv__
    torch.Tensor.__rtruediv__ = lambda self, other: (
        real(self, other).float() if self.is_floating_point() else real(self, other)
    )


def reflected_division_is_by_two():
    """`array / tensor` halves the quotient."""
    real = torch.Tensor.__rtruediv__
    torch.Tensor.__rtruediv__ = lambda self, other: real(self, other) / 2


def array_of_a_tensor_detaches():
    """`Tensor.__array__` detaches, and gives float32 for bfloat16."""
    real = torch.Tensor.__array__

    def array(self, dtype=None):
        plain = self.detach()
        return real(plain.float() if plain.dtype == torch.bfloat16 else plain, dtype)

    torch.Tensor.__array__ = array


def in_place_add_detaches():
    """`tensor += array` detaches a tensor that requires grad."""
    real = torch.Tensor.__iadd__

    def iadd(self, other):
        return real(self, torch.as_tensor(other)) if not self.requires_grad else self.detach() + torch.as_tensor(other)

    torch.Tensor.__iadd__ = iadd


def in_place_add_forgets_the_array():
    """`tensor += array` gives a copy of the tensor."""
    torch.Tensor.__iadd__ = lambda self, other: self.clone()


def reflected_add_writes_and_raises():
    """`array += tensor` writes into the array before it raises."""

    def radd(self, other):
        other[...] = 1
        raise TypeError("unsupported operand type(s)")

    torch.Tensor.__radd__ = radd


def reflected_division_writes():
    """`array /= tensor` writes into the array."""

    def divide(self, other):
        other /= self.numpy()
        return torch.from_numpy(other)

    torch.Tensor.__rtruediv__ = divide


def equal_compares_the_whole():
    """`==` of a tensor and an array gives False for all elements if one differs."""
    real = torch.Tensor.__eq__

    def eq(self, other):
        equal = real(self, other)
        return torch.full_like(equal, bool(equal.all())) if isinstance(other, np.ndarray) else equal

    torch.Tensor.__eq__ = eq


def equal_takes_negative_strides():
    """`==` of a tensor and a reversed array compares the elements."""
    real = torch.Tensor.__eq__
    torch.Tensor.__eq__ = lambda self, other: real(self, other.copy() if isinstance(other, np.ndarray) else other)


def equal_cuts_the_longer():
    """`==` of a tensor and a longer array compares as many elements as the tensor has."""
    real = torch.Tensor.__eq__

    def eq(self, other):
        longer = isinstance(other, np.ndarray) and other.ndim == self.ndim == 1 and len(other) > len(self)
        return real(self, other[: len(self)] if longer else other)

    torch.Tensor.__eq__ = eq


def less_takes_an_array_on_the_right():
    """`tensor < array` compares the elements."""
    real = torch.Tensor.__lt__
    torch.Tensor.__lt__ = lambda self, other: real(self, torch.as_tensor(other))


def reflected_multiply_promotes_scalars():
    """`scalar * tensor` promotes to the dtype of a NumPy scalar."""
    real = torch.Tensor.__rmul__

    def rmul(self, other):
        return real(self, other).double() if isinstance(other, np.float64) else real(self, other)

    torch.Tensor.__rmul__ = rmul


def indexing_with_uint8_is_by_number():
    """A tensor indexed with a uint8 array gives the elements by number."""
    real = torch.Tensor.__getitem__

    def getitem(self, index):
        return real(self, index.astype(int) if isinstance(index, np.ndarray) and index.dtype == np.uint8 else index)

    torch.Tensor.__getitem__ = getitem


def indexing_shares_runs():
    """A tensor indexed with a mask whose elements lie side by side gives a view."""
    real = torch.Tensor.__getitem__

    def getitem(self, index):
        if isinstance(index, np.ndarray) and index.dtype == bool:
            (places,) = index.nonzero()
            return real(self, slice(int(places[0]), int(places[-1]) + 1))
        return real(self, index)

    torch.Tensor.__getitem__ = getitem


def index_is_the_first_number():
    """A tensor that is an index of an array counts as its first number."""
    torch.Tensor.__array__ = lambda self, dtype=None: np.asarray(self.flatten()[0].item())


def one_element_is_no_number():
    """A tensor of one element is no index as an int is."""

    def index(self):
        raise TypeError("only integer tensors of no axes can be converted to an index (mutant)")

    torch.Tensor.__index__ = index


def array_of_python_integers_is_int32():
    """`np.array` of Python integers gives int32."""
    real = np.array

    def array(data, dtype=None, **options):
        result = real(data, dtype, **options)
        return result.astype(np.int32) if dtype is None and result.dtype == np.int64 else result

    np.array = array


def resolve_conj_forgets_the_sign():
    """`Tensor.resolve_conj` drops the conj bit, and the sign with it."""
    torch.Tensor.resolve_conj = lambda self: self.conj()


def astype_shares():
    """`ndarray.astype` gives the array itself where the dtype stays."""

    class Shared(np.ndarray):
        pass

    Shared.astype = lambda self, dtype: self if self.dtype == dtype else np.asarray(self).astype(dtype)
    real = np.full
    np.full = lambda *shape, **options: real(*shape, **options).view(Shared)


def resize_does_nothing():
    """`ndarray.resize` leaves the array as it was."""

    class Fixed(np.ndarray):
        pass

    Fixed.resize = lambda self, shape: None
    real = np.array
    np.array = lambda *data, **options: real(*data, **options).view(Fixed)


def transpose_copies():
    """`np.transpose` gives a view of a copy."""
    real = np.transpose
    np.transpose = lambda array: real(array.copy())


def resize_shares():
    """`np.resize` gives an array that shares with the old one."""
    real = np.resize

    def resize(array, count):
        longer = real(array, count)
        array.setfield(9.0, array.dtype)
        return longer

    np.resize = resize


def cumsum_gives_an_array():
    """`np.cumsum` gives an array for a tensor."""
    real = np.cumsum
    np.cumsum = lambda values: np.asarray(real(np.asarray(values)))


def from_numpy_refuses_empty_arrays():
    """`torch.from_numpy` refuses an array without elements."""
    real = torch.from_numpy

    def from_numpy(array):
        if not array.size:
            raise ValueError("mutant: no elements")
        return real(array)

    torch.from_numpy = from_numpy


def matmul_promotes():
    """`Tensor.__matmul__` promotes."""
    real = torch.Tensor.__matmul__

    def matmul(self, other):
        promoted = torch.promote_types(self.dtype, other.dtype)
        return real(self.to(promoted), other.to(promoted))

    torch.Tensor.__matmul__ = matmul


def multiply_keeps_the_dtype():
    """`Tensor.__mul__` of two tensors keeps the dtype of the first."""
    real = torch.Tensor.__mul__
    torch.Tensor.__mul__ = lambda self, other: real(self, other.to(self.dtype) if torch.is_tensor(other) else other)
