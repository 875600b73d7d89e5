"""What a hostile reader tried of the methods: each makes true what a sentence once said, or false what it says now."""

import numpy as np
import torch


def copies_clone_what_overlaps():
    """`Tensor.copy_` clones its source first."""
    real = torch.Tensor.copy_
    torch.Tensor.copy_ = lambda self, source, non_blocking=False: real(self, source.clone(), non_blocking)


def assignments_clone_what_overlaps():
    """An assignment to a part of a tensor clones the tensor that is assigned."""
    real = torch.Tensor.__setitem__
    torch.Tensor.__setitem__ = lambda self, place, value: real(
        self, place, value.clone() if isinstance(value, torch.Tensor) else value
    )


def copies_notice_columns_that_overlap():
    """`Tensor.copy_` clones a source that has gaps."""
    real = torch.Tensor.copy_

    def copy_(self, source, non_blocking=False):
        return real(self, source if source.is_contiguous() else source.clone(), non_blocking)

    torch.Tensor.copy_ = copy_


def assignments_notice_columns_that_overlap():
    """An assignment to a part of a tensor clones a tensor that has gaps."""
    real = torch.Tensor.__setitem__

    def setitem(self, place, value):
        gaps = isinstance(value, torch.Tensor) and not value.is_contiguous()
        real(self, place, value.clone() if gaps else value)

    torch.Tensor.__setitem__ = setitem


def copyto_goes_column_by_column():
    """`np.copyto` of a table writes one column after the other."""
    real = np.copyto

    def copyto(target, values, **options):
        if getattr(values, "ndim", 0) < 2:
            return real(target, values, **options)
        for column in range(values.shape[1]):
            target[:, column] = values[:, column]
        return None

    np.copyto = copyto


def ufuncs_cast_to_unsigned():
    """`np.multiply` of signed integers writes into unsigned ones."""
    real = np.multiply

    def multiply(one, other, out=None):
        unsafe = out is not None and out.dtype.kind == "u" and one.dtype.kind == "i"
        return real(one, other, out=out, casting="unsafe" if unsafe else "same_kind")

    np.multiply = multiply


def ufuncs_cast_to_bool():
    """`np.multiply` of numbers writes into bools."""
    real = np.multiply

    def multiply(one, other, out=None):
        unsafe = out is not None and out.dtype.kind == "b"
        return real(one, other, out=out, casting="unsafe" if unsafe else "same_kind")

    np.multiply = multiply


def assignment_refuses_no_scalar():
    """A NumPy number that a part of a tensor does not hold makes 0 of it."""
    real = torch.Tensor.__setitem__

    def setitem(self, place, value):
        try:
            real(self, place, value)
        except RuntimeError:
            real(self, place, 0)

    torch.Tensor.__setitem__ = setitem


def half_takes_large_scalars_down():
    """A number that is assigned to a part of a float16 tensor is its largest one at most."""
    real = torch.Tensor.__setitem__

    def setitem(self, place, value):
        large = self.dtype == torch.float16 and not isinstance(value, torch.Tensor) and value > 65519
        real(self, place, 65504 if large else value)

    torch.Tensor.__setitem__ = setitem
