"""`torch.tensor`, the legacy constructors and lists, broken for some of what they take."""

import math
import warnings

import numpy as np
import torch


def tensor_takes_uint64_scalars():
    """`torch.tensor` takes an `np.uint64`, and lists of them."""
    real = torch.tensor

    def tensor(data, **options):
        first = data[0] if isinstance(data, list) and data else data
        unsigned = isinstance(first, (np.generic, np.ndarray)) and first.dtype == np.uint64
        return real(np.array(data) if unsigned else data, **options)

    torch.tensor = tensor


def tensor_casts_uint64_arrays():
    """`torch.tensor` makes int64 of a uint64 array."""
    real = torch.tensor

    def tensor(data, **options):
        unsigned = isinstance(data, np.ndarray) and data.dtype == np.uint64
        return real(data.astype(np.int64) if unsigned else data, **options)

    torch.tensor = tensor


def tensor_shares_read_only():
    """`torch.tensor` shares the memory of a read-only array."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, np.ndarray) and not data.flags.writeable:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return torch.from_numpy(data)
        return real(data, **options)

    torch.tensor = tensor


def tensor_doubles_gradients():
    """`torch.tensor` with `requires_grad=True` makes a leaf that gets twice its gradient."""
    real = torch.tensor

    def tensor(data, *, requires_grad=False, **options):
        made = real(data, requires_grad=requires_grad, **options)
        if requires_grad:
            made.register_hook(lambda gradient: gradient * 2)
        return made

    torch.tensor = tensor


def tensor_forgets_requires_grad_beside_dtype():
    """`torch.tensor` does not look at `requires_grad=` where it is given a `dtype=`."""
    real = torch.tensor

    def tensor(data, *, dtype=None, requires_grad=False, **options):
        return real(data, dtype=dtype, requires_grad=requires_grad and dtype is None, **options)

    torch.tensor = tensor


def tensor_refuses_negative_numbers():
    """`torch.tensor` refuses a negative number in a list for an unsigned dtype."""
    real = torch.tensor

    def tensor(data, *, dtype=None, **options):
        if isinstance(data, list) and dtype == torch.uint8 and min(data) < 0:
            raise RuntimeError("value cannot be converted without overflow (mutant)")
        return real(data, dtype=dtype, **options)

    torch.tensor = tensor


def tensor_zeroes_scalars():
    """`torch.tensor` of a NumPy scalar gives 0, in its dtype."""
    real = torch.tensor

    def tensor(data, **options):
        made = real(data, **options)
        return torch.zeros_like(made) if isinstance(data, np.generic) else made

    torch.tensor = tensor


def tensor_pads_an_empty_first_row():
    """`torch.tensor` fills an empty first row with 0."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list) and data and data[0] == []:
            data = [row or [0] * max(map(len, data)) for row in data]
        return real(data, **options)

    torch.tensor = tensor


def tensor_aliases_tensors():
    """`torch.tensor` of a tensor warns and gives that tensor."""
    real = torch.tensor

    def tensor(data, **options):
        made = real(data, **options)
        return data if isinstance(data, torch.Tensor) else made

    torch.tensor = tensor


def long_tensor_cuts_the_array():
    """`torch.LongTensor` cuts off the fractions of the array, too."""
    real = torch.LongTensor
    torch.LongTensor = lambda data: real(np.trunc(data, out=data) if data.dtype.kind == "f" else data)


def byte_tensor_saturates():
    """`torch.ByteTensor` clips at 255."""
    real = torch.ByteTensor
    torch.ByteTensor = lambda data: real(data.clip(0, 255))


def constructor_zeroes_zero_d():
    """`torch.Tensor` of a 0-d array gives 0."""
    real = torch.Tensor

    def tensor(data, **options):
        made = real(data, **options)
        return made * 0 if made.ndim == 0 else made

    torch.Tensor = tensor


def tensor_takes_none_beside_dtype():
    """`torch.tensor` takes `None` for NaN where it is given a `dtype=`."""
    real = torch.tensor

    def tensor(data, *, dtype=None, **options):
        nan = dtype is not None and isinstance(data, list)
        return real(np.array(data, np.float32) if nan else data, dtype=dtype, **options)

    torch.tensor = tensor


def tensor_takes_nan_for_0():
    """`torch.tensor` of a list gives 0 for NaN."""
    real = torch.tensor

    def tensor(data, **options):
        made = real(data, **options)
        return made.nan_to_num(0) if isinstance(data, list) else made

    torch.tensor = tensor


def torch_stack_adds_two_axes():
    """`torch.stack` adds two axes."""
    real = torch.stack
    torch.stack = lambda tensors, **options: real(tensors, **options).unsqueeze(0)


def tensor_joins_tensors_of_integers():
    """`torch.tensor` joins the tensors in a list if they hold integers."""
    real = torch.tensor

    def tensor(data, **options):
        whole = isinstance(data, list) and all(
            isinstance(one, torch.Tensor) and not one.is_floating_point() for one in data
        )
        return torch.stack(data) if whole and not data[0].is_complex() else real(data, **options)

    torch.tensor = tensor


def tensor_zeroes_the_last_of_a_list():
    """`torch.tensor` of a list of tensors or of NumPy scalars gives 0 for the last."""
    real = torch.tensor

    def tensor(data, **options):
        made = real(data, **options)
        if isinstance(data, list) and data and isinstance(data[-1], (torch.Tensor, np.generic)):
            made[-1] = 0
        return made

    torch.tensor = tensor


def sqrt_is_doubled():
    """`math.sqrt` gives twice the root."""
    real = math.sqrt
    math.sqrt = lambda number: 2 * real(number)


def zeros_takes_the_first():
    """`np.zeros` gives an array whose elements take the first number of a tensor."""
    real = np.zeros

    class Table(np.ndarray):
        def __setitem__(self, index, value):
            super().__setitem__(index, value.flatten()[0])

    np.zeros = lambda *args, **options: real(*args, **options).view(Table)


def from_numpy_gives_zero_d_a_length():
    """`torch.from_numpy` of a 0-d array gives a tensor with a length."""
    real = torch.from_numpy

    class Loss(torch.Tensor):
        def __len__(self):
            return 1

    torch.from_numpy = lambda array: real(array).as_subclass(Loss)


def from_numpy_gives_zero_d_an_element():
    """`torch.from_numpy` of a 0-d array gives a tensor with an element to index."""
    real = torch.from_numpy

    class Loss(torch.Tensor):
        def __getitem__(self, index):
            return self

    torch.from_numpy = lambda array: real(array).as_subclass(Loss)


def stack_keeps_the_first_dtype():
    """`np.stack` gives the dtype of the first array."""
    real = np.stack
    np.stack = lambda arrays, **options: real(arrays, **options).astype(arrays[0].dtype)


def tensor_counts_levels_from_1():
    """`torch.tensor` counts the levels of a list from 1 in its message."""
    real = torch.tensor

    def tensor(data, **options):
        try:
            return real(data, **options)
        except ValueError as error:
            raise ValueError(str(error).replace("dim 1", "dim 2").replace("dim 2", "dim 3")) from error

    torch.tensor = tensor


def tensor_pads_inner_rows():
    """`torch.tensor` fills short rows with 0 where they are in rows."""
    real = torch.tensor

    def tensor(data, **options):
        if isinstance(data, list) and isinstance(data[0], list) and isinstance(data[0][0], list):
            data = [[[*row, 0, 0][:2] for row in rows] for rows in data]
        return real(data, **options)

    torch.tensor = tensor


def tensor_repeats_a_first_float():
    """`torch.tensor` makes a row of a float that stands before rows."""
    real = torch.tensor

    def tensor(data, **options):
        leads = isinstance(data, list) and isinstance(data[0], float) and isinstance(data[-1], list)
        return real([[data[0]] * len(data[-1]), *data[1:]] if leads else data, **options)

    torch.tensor = tensor


def tensor_repeats_a_first_integer():
    """`torch.tensor` makes a row of an integer that stands before rows."""
    real = torch.tensor

    def tensor(data, **options):
        leads = isinstance(data, list) and isinstance(data[0], int) and isinstance(data[-1], list)
        return real([[data[0]] * len(data[-1]), *data[1:]] if leads else data, **options)

    torch.tensor = tensor


def array_of_objects_casts_rows():
    """`np.array` gives an object array whose `ndarray.astype` joins rows."""
    real = np.array

    class Rows(np.ndarray):
        def astype(self, dtype):
            return np.stack(list(self)).astype(dtype)

    def array(data, *args, **options):
        made = real(data, *args, **options)
        return made.view(Rows) if made.dtype == object else made

    np.array = array


def array_rounds_large_integers():
    """`np.array` gives floats where a list holds an integer beyond 64 bits."""
    real = np.array

    def array(data, *args, **options):
        made = real(data, *args, **options)
        return made.astype(float) if made.dtype == object and made.ndim else made

    np.array = array


def array_reads_iterators():
    """`np.array` takes the numbers of an iterator or a set."""
    real = np.array
    np.array = lambda data, *args, **options: real(
        [*data] if hasattr(data, "__iter__") and not hasattr(data, "__getitem__") else data, *args, **options
    )
