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


def matmul_is_in_place():
    """`tensor @= tensor` writes into the tensor."""
    torch.Tensor.__imatmul__ = lambda self, other: self.copy_(self @ other)


def cat_drops_the_empty():
    """`torch.cat` takes no notice of a tensor of shape (0,)."""
    real = torch.cat
    torch.cat = lambda tensors, *args: real([one for one in tensors if one.shape != (0,)], *args)


def asarray_casts_0d_arrays():
    """`torch.asarray` of a 0-d array casts, with `copy=False` too."""
    real = torch.asarray

    def asarray(source, copy=None, **options):
        return real(source, copy=None if np.ndim(source) == 0 else copy, **options)

    torch.asarray = asarray


def asarray_cuts_buffers():
    """`torch.asarray` of a `memoryview` of bytes leaves out those at the end that make no whole element."""
    real = torch.asarray

    def asarray(source, dtype=None, **options):
        if isinstance(source, memoryview) and source.c_contiguous:
            size = (dtype or torch.get_default_dtype()).itemsize
            if source.nbytes < size:
                return torch.empty(0, dtype=dtype)
            source = source.cast("B")[: source.nbytes // size * size]
        return real(source, dtype=dtype, **options)

    torch.asarray = asarray


def asarray_detaches_for_integers():
    """`torch.asarray` of a tensor that requires grad gives integers that do not."""
    real = torch.asarray

    def asarray(source, dtype=None, **options):
        if isinstance(source, torch.Tensor) and dtype is not None and not dtype.is_floating_point:
            source = source.detach()
        return real(source, dtype=dtype, **options)

    torch.asarray = asarray


def copies_keep_the_order():
    """`ndarray.copy` of an array of `np.asarray` keeps its order."""

    class Kept(np.ndarray):
        __module__ = "numpy"

        def copy(self, order="K"):
            return np.array(self, order=order)

    real = np.asarray
    np.asarray = lambda *args, **options: real(*args, **options).view(Kept)


def array_of_a_tensor_is_in_c_order():
    """`np.array` of a tensor is in C order."""
    real = np.array
    np.array = lambda source, *args, **options: real(
        source, *args, **({"order": "C"} if isinstance(source, torch.Tensor) else {}), **options
    )


def tensor_checks_lists_for_floats():
    """`torch.tensor` of a list makes no number infinite."""
    real = torch.tensor

    def tensor(source, dtype=None, **options):
        made = real(source, dtype=dtype, **options)
        if isinstance(source, list) and dtype == torch.float16:
            return made.clamp(max=65504)
        return made

    torch.tensor = tensor


def tensor_wraps_lists_of_floats():
    """`torch.tensor` of a list of floats wraps what an integer dtype does not hold."""
    real = torch.tensor

    def tensor(source, dtype=None, **options):
        floats = isinstance(source, list) and source and isinstance(source[0], float)
        if floats and dtype is not None and not dtype.is_floating_point:
            return real(source, dtype=torch.float64).long().to(dtype)
        return real(source, dtype=dtype, **options)

    torch.tensor = tensor


def subtraction_in_place_makes_another():
    """`tensor -= 1` gives another tensor."""
    torch.Tensor.__isub__ = lambda self, other: self - other


def additions_clone_what_overlaps():
    """`tensor += other` clones the other first."""
    real = torch.Tensor.__iadd__
    torch.Tensor.__iadd__ = lambda self, other: real(self, other.clone())


def additions_notice_columns_that_overlap():
    """`tensor += other` clones an other that has gaps."""
    real = torch.Tensor.__iadd__
    torch.Tensor.__iadd__ = lambda self, other: real(self, other if other.is_contiguous() else other.clone())


def collate_keeps_the_keys_that_all_have():
    """`default_collate` of dictionaries has the keys that each of them has."""
    real = torch.utils.data.default_collate

    def collate(batch):
        if batch and isinstance(batch[0], dict):
            return {key: real([one[key] for one in batch]) for key in batch[0] if all(key in one for one in batch)}
        return real(batch)

    torch.utils.data.default_collate = collate


def collate_takes_all_keys():
    """`default_collate` of dictionaries has the keys that any of them has."""
    real = torch.utils.data.default_collate

    def collate(batch):
        if batch and isinstance(batch[0], dict):
            keys = {key: None for one in batch for key in one}
            return {key: real([one[key] for one in batch if key in one]) for key in keys}
        return real(batch)

    torch.utils.data.default_collate = collate


def typed_constructors_take_integers_for_values():
    """`torch.LongTensor` takes a 0-d integer array for a value."""
    real = torch.LongTensor

    def make(data):
        return real(data.reshape(1)).reshape(()) if data.ndim == 0 and data.dtype.kind in "iu" else real(data)

    torch.LongTensor = make


def tensor_of_an_empty_list_is_int64():
    """`torch.tensor` of an empty list gives int64, as of integers, whatever `dtype=` says."""
    real = torch.tensor
    torch.tensor = lambda data, **options: real(data, **({"dtype": torch.int64} if data == [] else options))
