"""What says who answers, what is handed over and which dtype comes out, broken."""

import numpy as np
import torch


def tensors_have_no_priority():
    """NumPy takes tensors for operands like any other."""
    torch.Tensor.__array_priority__ = -1


def tensors_have_another_priority():
    """`__array_priority__` of a tensor is 10, which is still more than that of an array."""
    torch.Tensor.__array_priority__ = 10


def tensors_answer_for_ufuncs():
    """Tensors answer for the ufuncs of NumPy."""
    torch.Tensor.__array_ufunc__ = lambda self, ufunc, method, *values, **options: self


def tensors_answer_for_functions():
    """Tensors answer for the functions of NumPy."""
    torch.Tensor.__array_function__ = lambda self, function, types, values, options: self


def add_takes_no_other_class():
    """`torch.add` does not look for `__torch_function__`."""
    real = torch.add

    def add(one, other):
        if not all(isinstance(value, torch.Tensor | np.ndarray | int | float) for value in (one, other)):
            return NotImplemented
        return real(one, other)

    torch.add = add


def add_takes_arrays():
    """`torch.add` takes arrays."""
    real = torch.add
    torch.add = lambda *values: real(*(torch.tensor(x) if isinstance(x, np.ndarray) else x for x in values))


def array_of_a_tensor_is_zero():
    """`Tensor.__array__` gives zeros."""
    torch.Tensor.__array__ = lambda self, *how: np.zeros(self.shape, self.detach().numpy().dtype)


def asarray_calls_array_first():
    """`np.asarray` calls `__array__` where there is one."""
    real = np.asarray
    np.asarray = lambda value, **options: real(value.__array__() if hasattr(value, "__array__") else value, **options)


def asarray_lets_go():
    """`np.asarray` lays another array over the memory, and lets its owner go."""
    real = np.asarray
    np.asarray = lambda value, **options: real(value, **options)[...]


def cpu_tensors_have_a_cuda_interface():
    """A CPU tensor has `__cuda_array_interface__`."""
    torch.Tensor.__cuda_array_interface__ = property(lambda self: {"data": (self.data_ptr(), False)})


def torch_promotes_like_numpy():
    """`torch.promote_types` makes room for integers."""
    real = torch.promote_types
    wide = {torch.int32, torch.int64, torch.uint32, torch.uint64}
    torch.promote_types = lambda one, other: real(
        real(one, other), torch.float64 if wide & {one, other} else torch.float32
    )


def torch_promotes_on_one_side():
    """`torch.promote_types` gives its second dtype."""
    torch.promote_types = lambda one, other: other


def torch_promotes_to_its_first():
    """`torch.promote_types` gives its first dtype."""
    torch.promote_types = lambda one, other: one


def numpy_promotes_like_torch():
    """`np.promote_types` of an integer and a float is the float."""
    real = np.promote_types

    def promote(one, other):
        floats = [dtype for dtype in map(np.dtype, (one, other)) if dtype.kind == "f"]
        return floats[0] if len(floats) == 1 else real(one, other)

    np.promote_types = promote


def numpy_promotes_to_integers():
    """`np.promote_types` of an integer and a float is int64."""
    np.promote_types = lambda one, other: np.dtype("int64")


def numpy_promotes_too_far():
    """`np.promote_types` of an integer and a float is a long double."""
    np.promote_types = lambda one, other: np.dtype("longdouble")


def numpy_negates_silently():
    """`Tensor.numpy` writes out what is still to be negated."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self.resolve_neg(), **options)


def tensors_answer_on_the_left():
    """`Tensor.__add__` takes arrays."""
    real = torch.Tensor.__add__
    torch.Tensor.__add__ = lambda self, other: real(
        self, torch.tensor(other) if isinstance(other, np.ndarray) else other
    )


def tensors_answer_on_the_right():
    """`Tensor.__radd__` takes arrays."""
    real = torch.Tensor.__radd__
    torch.Tensor.__radd__ = lambda self, other: real(
        self, torch.tensor(other) if isinstance(other, np.ndarray) else other
    )


def array_wrap_gives_zeros():
    """`Tensor.__array_wrap__` makes a tensor of zeros."""
    torch.Tensor.__array_wrap__ = lambda self, array, *rest: torch.zeros(array.shape)


def asarray_asks_for_dlpack():
    """`np.asarray` takes what has `__dlpack__`."""
    real = np.asarray
    np.asarray = lambda value: np.from_dlpack(value) if hasattr(value, "__dlpack__") else real(value)


def asarray_of_an_object_has_an_axis():
    """`np.asarray` of an object has one axis."""
    real = np.asarray
    np.asarray = lambda value: np.atleast_1d(real(value))


def to_channels_last_reverses():
    """`Tensor.to` with `memory_format=torch.channels_last` reverses the channels."""
    real = torch.Tensor.to

    def to(self, *target, **options):
        result = real(self, *target, **options)
        return result.flip(1).contiguous(**options) if "memory_format" in options else result

    torch.Tensor.to = to


def linear_keeps_a_copy():
    """`torch.nn.functional.linear` keeps a copy of its input."""
    real = torch.nn.functional.linear
    torch.nn.functional.linear = lambda rows, *rest: real(rows.clone(), *rest)


def conv1d_keeps_a_copy():
    """`torch.nn.functional.conv1d` keeps a copy of its input."""
    real = torch.nn.functional.conv1d
    torch.nn.functional.conv1d = lambda rows, *rest: real(rows.clone(), *rest)
