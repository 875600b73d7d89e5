"""`Tensor.numpy` and what stands before it, broken."""

import weakref

import numpy as np
import torch


def numpy_copies():
    """`Tensor.numpy` copies."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self, **options).copy()


def numpy_gives_float64():
    """`Tensor.numpy` gives float64."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self, **options).astype(np.float64)


def numpy_makes_contiguous():
    """`Tensor.numpy` gives a contiguous array, by a copy where the tensor is not."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: np.ascontiguousarray(real(self, **options)).reshape(self.shape)


def numpy_gives_numbers():
    """`Tensor.numpy` gives a NumPy scalar for a 0-d tensor."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self, **options)[()]


def numpy_drops_empty_shape():
    """`Tensor.numpy` gives shape (0,) for every empty tensor."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        array = real(self, **options)
        return array.reshape(0) if array.size == 0 else array

    torch.Tensor.numpy = numpy


def numpy_takes_gradients():
    """`Tensor.numpy` takes tensors that require grad."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self.detach(), **options)


def numpy_resolves_silently():
    """`Tensor.numpy` resolves the conj and the neg bit without being asked."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self.resolve_conj().resolve_neg(), **options)


def numpy_ignores_bits():
    """`Tensor.numpy` with `force=True` gives the bytes as they lie in memory, without the bits."""
    real = torch.Tensor.numpy

    def numpy(self, *, force=False):
        if force and self.is_conj():
            return real(self.detach().conj())
        if force and self.is_neg():
            return -real(self.detach().resolve_neg())
        return real(self, force=force)

    torch.Tensor.numpy = numpy


def numpy_ignores_force():
    """`Tensor.numpy` does not look at `force=`."""
    real = torch.Tensor.numpy

    def numpy(self, *, force=False):
        if force and (self.requires_grad or self.is_conj() or self.is_neg()):
            raise RuntimeError("cannot be converted (mutant)")
        return real(self)

    torch.Tensor.numpy = numpy


def numpy_force_copies():
    """`Tensor.numpy` with `force=True` always copies."""
    real = torch.Tensor.numpy

    def numpy(self, *, force=False):
        return real(self, force=force).copy() if force else real(self)

    torch.Tensor.numpy = numpy


def numpy_is_read_only():
    """`Tensor.numpy` gives read-only arrays."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        array = real(self, **options)
        array.flags.writeable = False
        return array

    torch.Tensor.numpy = numpy


def numpy_widens_bfloat16():
    """`Tensor.numpy` gives float32 for bfloat16."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        return real(self.float() if self.dtype == torch.bfloat16 else self, **options)

    torch.Tensor.numpy = numpy


def numpy_densifies():
    """`Tensor.numpy` makes sparse tensors dense."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self.to_dense() if self.is_sparse else self, **options)


def numpy_hides_the_tensor():
    """`Tensor.numpy` gives an array whose `base` is another array."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        array = real(self, **options)
        return np.lib.stride_tricks.as_strided(array, array.shape, array.strides)

    torch.Tensor.numpy = numpy


def numpy_multiplies_in_place():
    """`Tensor.numpy` gives arrays whose `*` writes into them."""
    real = torch.Tensor.numpy

    class InPlace(np.ndarray):
        def __mul__(self, other):
            return np.multiply(self, other, out=self, casting="unsafe")

    torch.Tensor.numpy = lambda self, **options: real(self, **options).view(InPlace)


def numpy_copy_aliases():
    """`Tensor.numpy` gives arrays whose `copy` is another name for them."""
    real = torch.Tensor.numpy

    class Alias(np.ndarray):
        def copy(self, order="C"):
            return self

    torch.Tensor.numpy = lambda self, **options: real(self, **options).view(Alias)


def numpy_forgets_the_tensor():
    """`Tensor.numpy` gives an array whose values are lost with the tensor (here: set to 0)."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        array = real(self, **options).copy()
        weakref.finalize(self, array.fill, 0)
        return array

    torch.Tensor.numpy = numpy


def numpy_bumps_the_version():
    """`Tensor.numpy` tells autograd that the tensor was written to."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        array = real(self, **options)
        if not self.is_inference() and not self.requires_grad:
            self.add_(0)
        return array

    real_backward = torch.Tensor.backward

    def backward(self, *args, **options):
        try:
            real_backward(self, *args, **options)
        except RuntimeError as error:
            raise RuntimeError(f"{error} (mutant)") from None

    torch.Tensor.numpy = numpy
    torch.Tensor.backward = backward


def detach_copies():
    """`Tensor.detach` copies."""
    real = torch.Tensor.detach
    torch.Tensor.detach = lambda self: real(self).clone()


def fill_is_not_counted():
    """`Tensor.fill_` writes past autograd's count of writes."""
    real = torch.Tensor.fill_
    torch.Tensor.fill_ = lambda self, value: real(self.detach().data, value)


def no_grad_does_nothing():
    """`torch.no_grad` has no effect."""
    import contextlib

    @contextlib.contextmanager
    def no_grad():
        try:
            yield
        except RuntimeError as error:
            raise RuntimeError(f"{error} (mutant)") from None

    torch.no_grad = no_grad


def conj_copies():
    """`Tensor.conj` writes new values."""
    real = torch.Tensor.conj
    torch.Tensor.conj = lambda self: real(self).resolve_conj()


def resolve_conj_drops_the_bit():
    """`Tensor.resolve_conj` gives the values without the bit, in the same memory."""
    torch.Tensor.resolve_conj = lambda self: self.conj() if self.is_conj() else self


def float_rounds():
    """`Tensor.float` rounds to whole numbers."""
    real = torch.Tensor.float
    torch.Tensor.float = lambda self: real(self).round()


def expand_writes_out():
    """`Tensor.expand` writes all rows out."""
    real = torch.Tensor.expand
    torch.Tensor.expand = lambda self, *shape: real(self, *shape).contiguous()


def numpy_widens_float8():
    """`Tensor.numpy` gives float32 for float8, and complex64 for complex32."""
    real = torch.Tensor.numpy
    wider = {torch.float8_e4m3fn: torch.float32, torch.complex32: torch.complex64}
    torch.Tensor.numpy = lambda self, **options: real(self.to(wider.get(self.dtype, self.dtype)), **options)


def numpy_force_densifies():
    """`Tensor.numpy` with `force=True` makes sparse tensors dense."""
    real = torch.Tensor.numpy

    def numpy(self, *, force=False):
        return real(self.to_dense() if force and self.is_sparse else self, force=force)

    torch.Tensor.numpy = numpy


def numpy_invents_values():
    """`Tensor.numpy` gives zeros for a tensor on the meta device."""
    real = torch.Tensor.numpy

    def numpy(self, **options):
        return real(torch.zeros(self.shape, dtype=self.dtype) if self.is_meta else self, **options)

    torch.Tensor.numpy = numpy


def numpy_of_a_clone():
    """`Tensor.numpy` gives the memory of a clone."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self.clone(), **options)


def numpy_can_be_resized():
    """`ndarray.resize` of the array of `Tensor.numpy` refuses nothing."""

    class Resizable(np.ndarray):
        def resize(self, *shape, **options):
            pass

    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **options: real(self, **options).view(Resizable)


def item_goes_through_a_float():
    """`Tensor.item` of integers goes through a float."""
    real = torch.Tensor.item

    def item(self):
        number = real(self)
        return int(float(number)) if type(number) is int else number

    torch.Tensor.item = item


def item_refuses_bfloat16():
    """`Tensor.item` refuses what NumPy has no dtype for."""
    real = torch.Tensor.item

    def item(self):
        if self.dtype in (torch.bfloat16, torch.float8_e4m3fn, torch.float8_e5m2):
            raise TypeError("mutant")
        return real(self)

    torch.Tensor.item = item
