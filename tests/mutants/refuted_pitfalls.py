"""What a hostile reader tried of the pitfalls: each makes true what a sentence once said, or false what it says now."""

import datetime

import numpy as np
import pandas as pd
import torch


def arrays_have_a_hash():
    """An array of `np.array` has a hash, by what it holds."""

    class Hashed(np.ndarray):
        __module__ = "numpy"

        def __hash__(self):
            return hash(self.tobytes())

    real = np.array
    np.array = lambda *args, **options: real(*args, **options).view(Hashed)


def lists_of_arrays_are_reversed():
    """`ndarray.tolist` of an array of `np.array` begins with the end of each row."""

    class Reversed(np.ndarray):
        __module__ = "numpy"

    Reversed.tolist = lambda self: np.asarray(self)[..., ::-1].tolist()
    real = np.array
    np.array = lambda *args, **options: real(*args, **options).view(Reversed)


def layers_are_never_frozen():
    """`torch.nn.Module.requires_grad_` leaves the parameters in the graph."""
    torch.nn.Module.requires_grad_ = lambda self, requires_grad=True: self


def add_cuts_floats_off():
    """`torch.add` of a tensor and a Python float adds the whole number of the float."""
    real = torch.add
    torch.add = lambda one, other: real(one, int(other) if isinstance(other, float) else other)


def columns_are_added_row_by_row():
    """`np.sum` of float16 along the first axis adds row by row, in whatever order the array lies."""
    real = np.sum

    def sum_of(array, axis=None, **options):
        if axis == 0 and array.dtype == np.float16:
            return real(np.concatenate([array, array], axis=1).copy(), axis=0)[: array.shape[1]]
        return real(array, axis=axis, **options)

    np.sum = sum_of


def einsum_multiplies_in_the_first_dtype():
    """`torch.einsum` that sums over nothing has the dtype of its first operand."""
    real = torch.einsum
    torch.einsum = lambda equation, one, other: (
        real(equation, one, other.to(one.dtype)) if "->" in equation else real(equation, one, other)
    )


def tensor_reads_dates_beside_dtype():
    """`torch.tensor` reads dates as numbers where it is told a dtype."""
    real = torch.tensor

    def tensor(data, dtype=None):
        if dtype and isinstance(data, list) and isinstance(data[0], datetime.datetime):
            return real([one.timestamp() for one in data], dtype=dtype)
        return real(data, dtype=dtype)

    torch.tensor = tensor


def frames_read_zero_d_tensors():
    """`pd.DataFrame` of a list of 0-d tensors holds their numbers."""
    real = pd.DataFrame
    pd.DataFrame = lambda rows: real([row.item() if row.ndim == 0 else row for row in rows])


def finfo_knows_torch_dtypes():
    """`np.finfo` takes a dtype of PyTorch."""
    real = np.finfo
    np.finfo = lambda dtype: real(np.float32) if isinstance(dtype, torch.dtype) else real(dtype)


def subtraction_promotes_unsigned():
    """A uint16, uint32 or uint64 tensor minus an int64 tensor is int64."""
    real = torch.Tensor.__sub__

    def subtract(self, other):
        return real(self.long() if isinstance(other, torch.Tensor) and other.dtype == torch.int64 else self, other)

    torch.Tensor.__sub__ = subtract


def sums_with_integers_are_int64():
    """`torch.add` of a tensor and a Python integer computes in int64."""
    real = torch.add
    torch.add = lambda one, other: real(one.long() if isinstance(other, int) else one, other)


def products_with_integers_are_int64():
    """`torch.mul` of a tensor and a Python integer computes in int64."""
    real = torch.mul
    torch.mul = lambda one, other: real(one.long() if isinstance(other, int) else one, other)


def integers_are_compared_in_int64():
    """`torch.eq` of a tensor and a Python integer compares the numbers."""
    real = torch.eq
    torch.eq = lambda one, other: real(one.long() if isinstance(other, int) else one, other)


def arrays_wrap_what_they_are_compared_with():
    """`np.equal` of an array and a Python integer that does not fit wraps the integer."""
    real = np.equal
    np.equal = lambda one, other: real(one, np.array(other).astype(one.dtype))


def tanh_keeps_a_result_of_its_own():
    """`Tensor.tanh` gives a copy of the result that it keeps for the gradient."""
    real = torch.Tensor.tanh
    torch.Tensor.tanh = lambda self: real(self) + 0


def einsum_wants_one_dtype_everywhere():
    """`torch.einsum` of two dtypes raises, whatever it sums over."""
    real = torch.einsum

    def einsum(equation, one, other):
        if isinstance(other, torch.Tensor) and one.dtype != other.dtype:
            raise RuntimeError("mutant: expected scalar type")
        return real(equation, one, other)

    torch.einsum = einsum


def pad_takes_any_number_of_axes():
    """`torch.nn.functional.pad` of three axes more pads the last ones in every mode."""
    real = torch.nn.functional.pad

    def pad(tensor, sides, mode="constant"):
        many = mode in ("replicate", "circular", "reflect") and tensor.ndim > len(sides) // 2 + 2
        return real(tensor[0], sides, mode=mode)[None] if many else real(tensor, sides, mode=mode)

    torch.nn.functional.pad = pad


def tensor_wraps_numbers_of_uint64():
    """`torch.tensor` of a NumPy number of uint64 wraps it, where it is told int64."""
    real = torch.tensor

    def tensor(data, **options):
        wraps = isinstance(data, np.uint64) and options.get("dtype") is torch.int64
        return real(data.astype(np.int64) if wraps else data, **options)

    torch.tensor = tensor
