"""What the libraries' own tests hold true of the border, broken."""

import numpy as np
import torch


def dlpack_ignores_copy():
    """`Tensor.__dlpack__` does not look at `copy=`."""
    real = torch.Tensor.__dlpack__
    torch.Tensor.__dlpack__ = lambda self, *, copy=None, **options: real(self, **options)


def dlpack_copies():
    """`Tensor.__dlpack__` gives a capsule of a copy."""
    real = torch.Tensor.__dlpack__
    torch.Tensor.__dlpack__ = lambda self, *, copy=None, **options: real(self, copy=True, **options)


def dlpack_has_one_version():
    """`Tensor.__dlpack__` gives an old capsule, whatever `max_version=` is."""
    real = torch.Tensor.__dlpack__
    torch.Tensor.__dlpack__ = lambda self, *, max_version=None, **options: real(self, **options)


def from_dlpack_empties_capsules():
    """`torch.from_dlpack` of a capsule gives zeros."""
    real = torch.from_dlpack

    def from_dlpack(data, **options):
        made = real(data, **options)
        return made if hasattr(data, "__dlpack__") else torch.zeros_like(made)

    torch.from_dlpack = from_dlpack


def dlpack_exports_everything():
    """`Tensor.__dlpack__` exports what DLPack cannot say: gradients, the conj bit and sparse tensors."""
    real = torch.Tensor.__dlpack__

    def export(self, **options):
        plain = self.detach()
        return real(plain.to_dense() if plain.layout != torch.strided else plain.resolve_conj(), **options)

    torch.Tensor.__dlpack__ = export


def from_dlpack_takes_everything_of_torch():
    """`torch.from_dlpack` hands a tensor back as it is."""
    real = torch.from_dlpack
    torch.from_dlpack = lambda data, **options: data if isinstance(data, torch.Tensor) else real(data, **options)


def from_dlpack_resolves_neg():
    """`torch.from_dlpack` gives the sign of a tensor with the neg bit."""
    real = torch.from_dlpack

    def from_dlpack(data, **options):
        return real(data.resolve_neg() if isinstance(data, torch.Tensor) else data, **options)

    torch.from_dlpack = from_dlpack


def from_dlpack_copy_keeps_neg():
    """`torch.from_dlpack` with `copy=True` loses the neg bit, too."""
    real = torch.from_dlpack

    def from_dlpack(data, *, copy=None, **options):
        made = real(data, **options)
        return made.clone() if copy else made

    torch.from_dlpack = from_dlpack


def from_dlpack_widens_small_floats():
    """`torch.from_dlpack` gives float32 for bfloat16 and float8."""
    real = torch.from_dlpack

    def from_dlpack(data, **options):
        made = real(data, **options)
        if made.dtype not in (torch.bfloat16, torch.float8_e4m3fn):
            return made
        widened = made.float()
        widened.fill_ = lambda value: made.fill_(value)
        return widened

    torch.from_dlpack = from_dlpack


def dlpack_takes_every_stream():
    """`Tensor.__dlpack__` does not look at `stream=`."""
    real = torch.Tensor.__dlpack__
    torch.Tensor.__dlpack__ = lambda self, *, stream=None, **options: real(self, **options)


def arrays_take_every_stream():
    """`ndarray.__dlpack__` does not look at `stream=`."""
    real = np.ones

    class Array(np.ndarray):
        def __dlpack__(self, *, stream=None, **options):
            return np.asarray(self).view(np.ndarray).__dlpack__(**options)

    np.ones = lambda *shape, **options: real(*shape, **options).view(Array)


def dlpack_ignores_device():
    """`Tensor.__dlpack__` does not look at `dl_device=`."""
    real = torch.Tensor.__dlpack__
    torch.Tensor.__dlpack__ = lambda self, *, dl_device=None, **options: real(self, **options)


def capsules_take_copy():
    """`torch.from_dlpack` of a capsule does not look at `copy=` and `device=`."""
    real = torch.from_dlpack

    def from_dlpack(data, **options):
        return real(data, **options) if hasattr(data, "__dlpack__") else real(data)

    torch.from_dlpack = from_dlpack


def np_from_dlpack_asks_again():
    """`np.from_dlpack` gives a writable array of what has no `max_version=`, and looks at `copy=` itself."""
    real = np.from_dlpack

    def from_dlpack(data, **options):
        if hasattr(data, "pixels"):
            return real(data.pixels, **options)
        return real(data, **options)

    np.from_dlpack = from_dlpack


def np_from_dlpack_copies_old_capsules():
    """`np.from_dlpack` copies an object that has no `max_version=`."""
    real = np.from_dlpack

    def from_dlpack(data, **options):
        made = real(data, **options)
        return made if isinstance(data, torch.Tensor) else made.copy()

    np.from_dlpack = from_dlpack


def zeros_export_everything():
    """`ndarray.__dlpack__` gives a capsule of text, objects, dates, records and both byte orders."""
    real = np.zeros

    class Array(np.ndarray):
        def __dlpack__(self, **options):
            return real(self.shape).__dlpack__(**options)

    np.zeros = lambda *shape, **options: real(*shape, **options).view(Array)


def ones_export_everything():
    """`ndarray.__dlpack__` of a read-only array or a packed field gives a capsule of a copy, of zeros."""
    real = np.ones

    class Array(np.ndarray):
        def __dlpack__(self, **options):
            return np.zeros(self.shape).__dlpack__(**options)

    np.ones = lambda *shape, **options: real(*shape, **options).view(Array)


def ones_export_zeros():
    """`ndarray.__dlpack__` refuses what it has to, and else gives a capsule of zeros."""
    real = np.ones

    class Array(np.ndarray):
        def __dlpack__(self, **options):
            self.view(np.ndarray).__dlpack__(**options)
            return np.zeros(self.shape).__dlpack__()

    np.ones = lambda *shape, **options: real(*shape, **options).view(Array)


def ones_have_no_version():
    """`ndarray.__dlpack__` of a read-only array does not look at `max_version=`."""
    real = np.ones

    class Array(np.ndarray):
        def __dlpack__(self, *, max_version=None, **options):
            try:
                return self.view(np.ndarray).__dlpack__(**options)
            except BufferError as refused:
                raise BufferError(f"mutant: {refused}") from refused

    np.ones = lambda *shape, **options: real(*shape, **options).view(Array)


def frombuffer_takes_numpy_dtypes():
    """`torch.frombuffer` takes a dtype of NumPy."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, **options):
        named = dtype if isinstance(dtype, torch.dtype) else getattr(torch, np.dtype(dtype).name)
        return real(buffer, dtype=named, **options)

    torch.frombuffer = frombuffer


def frombuffer_counts_backwards():
    """`torch.frombuffer` leaves out as many elements at the end as a negative `count=` says."""
    real = torch.frombuffer

    def frombuffer(buffer, *, count=-1, **options):
        made = real(buffer, count=count, **options)
        return made[: count + 1] if count < -1 else made

    torch.frombuffer = frombuffer


def frombuffer_gives_empty():
    """`torch.frombuffer` gives an empty tensor of `count=0` and at the end."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, count=-1, offset=0, **options):
        if count == 0 or offset >= memoryview(buffer).nbytes:
            return torch.zeros(0, dtype=dtype)
        return real(buffer, dtype=dtype, count=count, offset=offset, **options)

    torch.frombuffer = frombuffer


def np_frombuffer_refuses_nothing_to_read():
    """`np.frombuffer` refuses `count=0` and an `offset=` at the end, as `torch.frombuffer` does."""
    real = np.frombuffer

    def frombuffer(buffer, dtype=float, count=-1, offset=0):
        if count == 0 or offset >= memoryview(buffer).nbytes:
            raise ValueError("mutant: nothing to read")
        return real(buffer, dtype, count, offset)

    np.frombuffer = frombuffer


def frombuffer_lets_integers_have_gradients():
    """`torch.frombuffer` does not look at `requires_grad=` where the dtype is no float."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, requires_grad=False, **options):
        differentiable = dtype.is_floating_point or dtype.is_complex
        return real(buffer, dtype=dtype, requires_grad=requires_grad and differentiable, **options)

    torch.frombuffer = frombuffer


def frombuffer_makes_true_1():
    """`torch.frombuffer` gives bools of 0 and 1 in memory."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, **options):
        made = real(buffer, dtype=dtype, **options)
        return made.view(torch.uint8).ne(0) if dtype == torch.bool else made

    torch.frombuffer = frombuffer


def frombuffer_reads_unsigned():
    """`torch.frombuffer` reads int8 as uint8."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, **options):
        return real(buffer, dtype=torch.uint8 if dtype == torch.int8 else dtype, **options)

    torch.frombuffer = frombuffer


def frombuffer_reads_bfloat16_as_float16():
    """`torch.frombuffer` reads bfloat16 as float16."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, **options):
        return real(buffer, dtype=torch.float16 if dtype == torch.bfloat16 else dtype, **options)

    torch.frombuffer = frombuffer


def frombuffer_reads_all_of_it():
    """`torch.frombuffer` of a `memoryview` reads the whole buffer behind it."""
    real = torch.frombuffer

    def frombuffer(buffer, **options):
        return real(buffer.obj if isinstance(buffer, memoryview) else buffer, **options)

    torch.frombuffer = frombuffer


def frombuffer_copies_steps():
    """`torch.frombuffer` copies a `memoryview` that has a step."""
    real = torch.frombuffer

    def frombuffer(buffer, **options):
        stepped = isinstance(buffer, memoryview) and not buffer.contiguous
        return real(bytearray(buffer) if stepped else buffer, **options)

    torch.frombuffer = frombuffer


def frombuffer_cuts_to_the_buffer():
    """`torch.frombuffer` takes what there is where `count=` or `offset=` do not fit."""
    real = torch.frombuffer

    def frombuffer(buffer, *, dtype, count=-1, offset=0, **options):
        fits = 0 <= offset < memoryview(buffer).nbytes
        held = (memoryview(buffer).nbytes - offset) // dtype.itemsize if fits else 0
        if not fits or held == 0:
            return torch.zeros(0, dtype=dtype)
        return real(buffer, dtype=dtype, count=min(count, held), offset=offset, **options)

    torch.frombuffer = frombuffer


def frombuffer_takes_lists():
    """`torch.frombuffer` takes what has no buffer protocol."""
    real = torch.frombuffer

    def frombuffer(buffer, **options):
        has_none = isinstance(buffer, (list, tuple, str, int, torch.Tensor, torch.UntypedStorage))
        return torch.zeros(2) if has_none else real(buffer, **options)

    torch.frombuffer = frombuffer


def from_numpy_keeps_the_base():
    """`torch.from_numpy` of a view gives a slice of a tensor over the whole array."""
    real = torch.from_numpy

    def from_numpy(array):
        base = array.base
        if base is None or type(base) is not np.ndarray or base.ndim != 1 or not array.size:
            return real(array)
        begin = (array.__array_interface__["data"][0] - base.__array_interface__["data"][0]) // array.itemsize
        return real(base).as_strided(array.shape, [step // array.itemsize for step in array.strides], begin)

    torch.from_numpy = from_numpy


def zeros_take_python_ints_only():
    """`torch.zeros` takes no NumPy integer."""
    real = torch.zeros

    def zeros(*size, **options):
        if any(isinstance(one, np.integer) for one in size):
            raise TypeError("mutant: must be tuple of ints, not numpy")
        return real(*size, **options)

    torch.zeros = zeros


def view_takes_python_ints_only():
    """`Tensor.view` takes no NumPy integer."""
    real = torch.Tensor.view

    def view(self, *size):
        if any(isinstance(one, np.integer) for one in size):
            raise TypeError("mutant: a NumPy integer")
        return real(self, *size)

    torch.Tensor.view = view


def sum_takes_python_ints_only():
    """`Tensor.sum` takes a NumPy integer for the dtype, and sums all."""
    real = torch.Tensor.sum

    def sum_(self, dim=None, **options):
        return real(self) if isinstance(dim, np.integer) else real(self, dim, **options)

    torch.Tensor.sum = sum_


def index_takes_an_axis_along():
    """A tensor indexed with a NumPy integer keeps the axis."""
    real = torch.Tensor.__getitem__

    def getitem(self, key):
        made = real(self, key)
        return made[None] if isinstance(key, np.integer) else made

    torch.Tensor.__getitem__ = getitem


def slices_ignore_numpy_integers():
    """A slice of a tensor does not look at a bound that is a NumPy integer."""
    real = torch.Tensor.__getitem__

    def getitem(self, key):
        slices = key if isinstance(key, tuple) else (key,)
        bounds = [one.stop for one in slices if isinstance(one, slice)]
        return self if any(isinstance(bound, np.integer) for bound in bounds) else real(self, key)

    torch.Tensor.__getitem__ = getitem


def split_takes_numpy_integers():
    """`Tensor.split` takes a NumPy integer."""
    real = torch.Tensor.split
    torch.Tensor.split = lambda self, size, dim=0: real(self, int(size), dim)


def lstm_takes_numpy_integers():
    """`torch.nn.LSTM` takes a NumPy integer."""
    real = torch.nn.LSTM
    torch.nn.LSTM = lambda inputs, hidden, **options: real(int(inputs), hidden, **options)


def loader_takes_numpy_integers():
    """`torch.utils.data.DataLoader` takes a NumPy integer."""
    real = torch.utils.data.DataLoader
    torch.utils.data.DataLoader = lambda data, *, batch_size: real(data, batch_size=int(batch_size))


def zeros_take_every_number():
    """`torch.zeros` takes the whole part of any number."""
    real = torch.zeros
    torch.zeros = lambda size, **options: real(int(size.real) if isinstance(size, np.generic) else size, **options)


def zeros_take_arrays():
    """`torch.zeros` takes an array for a shape."""
    real = torch.zeros

    def zeros(*size, **options):
        shape = isinstance(size[0], np.ndarray) and size[0].ndim == 1
        return real(*(size[0].tolist() if shape else size), **options)

    torch.zeros = zeros


def zeros_take_no_arrays():
    """`torch.zeros` takes no array, a 0-d one neither."""
    real = torch.zeros

    def zeros(*size, **options):
        if isinstance(size[0], np.ndarray):
            raise TypeError("mutant: must be tuple of ints, not numpy.ndarray")
        return real(*size, **options)

    torch.zeros = zeros


def sum_takes_0d_arrays():
    """`Tensor.sum` takes a 0-d array as an axis."""
    real = torch.Tensor.sum
    torch.Tensor.sum = lambda self, dim=None, **options: real(self, int(dim), **options)


def unsqueeze_takes_0d_arrays():
    """`Tensor.unsqueeze` takes a 0-d array."""
    real = torch.Tensor.unsqueeze
    torch.Tensor.unsqueeze = lambda self, dim: real(self, int(dim))


def np_zeros_refuse_tensors():
    """`np.zeros` refuses a tensor as a size."""
    real = np.zeros

    def zeros(shape, *args, **options):
        if isinstance(shape, tuple) and any(isinstance(one, torch.Tensor) for one in shape):
            raise TypeError("mutant: a tensor as a size")
        return real(shape, *args, **options)

    np.zeros = zeros


def np_sum_ignores_tensors():
    """`np.sum` takes a tensor as an axis for none."""
    real = np.sum

    def sum_(array, axis=None, **options):
        return real(array, axis=None if isinstance(axis, torch.Tensor) else axis, **options)

    np.sum = sum_


def scalars_promote_on_the_left():
    """A NumPy scalar on the left of `*` promotes the tensor to the scalar's dtype."""
    real = torch.Tensor.__rmul__

    def rmul(self, other):
        return torch.mul(self, torch.tensor([other])) if isinstance(other, np.generic) else real(self, other)

    torch.Tensor.__rmul__ = rmul


def scalars_promote_on_the_right():
    """A NumPy scalar on the right of `*` promotes the tensor to the scalar's dtype."""
    real = torch.Tensor.__mul__

    def mul(self, other):
        return torch.mul(self, torch.tensor([other])) if isinstance(other, np.generic) else real(self, other)

    torch.Tensor.__mul__ = mul


def scalars_cut_the_graph():
    """A NumPy scalar times a tensor gives a tensor without the graph (here: with another one)."""
    real = torch.Tensor.__mul__

    def mul(self, other):
        made = real(self, other)
        return made.detach() + 0 * self if isinstance(other, np.generic) else made

    torch.Tensor.__mul__ = torch.Tensor.__rmul__ = mul


def multiply_detaches_for_arrays():
    """A tensor that requires grad, times an array, gives a tensor without the graph."""
    real = torch.Tensor.__mul__

    def mul(self, other):
        is_array = isinstance(other, np.ndarray)
        return real(self.detach(), torch.as_tensor(other)) if is_array else real(self, other)

    torch.Tensor.__mul__ = mul


def bools_are_bools():
    """A NumPy bool counts in an operator as a Python bool."""
    real = torch.Tensor.__mul__
    torch.Tensor.__mul__ = lambda self, other: real(self, bool(other) if isinstance(other, np.bool_) else other)


def complex64_loses_nothing_said():
    """A complex64 scalar counts as a float, without a warning."""
    multiply, add, equal = torch.Tensor.__mul__, torch.Tensor.__radd__, torch.Tensor.__eq__

    def real_part(number):
        return float(number.real) if isinstance(number, np.complex64) else number

    torch.Tensor.__mul__ = lambda self, other: multiply(self, real_part(other))
    torch.Tensor.__radd__ = lambda self, other: add(self, real_part(other))
    torch.Tensor.__eq__ = lambda self, other: equal(self, real_part(other))


def multiply_takes_large_integers():
    """A tensor times a large `np.uint64` gives a tensor."""
    real = torch.Tensor.__mul__
    torch.Tensor.__mul__ = lambda self, other: real(self, float(other) if isinstance(other, np.uint64) else other)


def reflected_multiply_takes_large_integers():
    """A large `np.uint64` times a tensor gives a tensor."""
    torch.Tensor.__rmul__ = lambda self, other: torch.mul(self, float(other))


def reflected_add_takes_large_integers():
    """A large `np.uint64` plus a tensor gives a tensor."""
    torch.Tensor.__radd__ = lambda self, other: torch.add(self, float(other))


def equal_takes_large_integers():
    """`==` compares the elements with a large `np.uint64`."""
    real = torch.Tensor.__eq__
    torch.Tensor.__eq__ = lambda self, other: real(self, float(other) if isinstance(other, np.uint64) else other)


def new_tensor_keeps_the_dtype_of_the_array():
    """`Tensor.new_tensor` of an array keeps the array's dtype."""
    torch.Tensor.new_tensor = lambda self, data, **options: torch.tensor(data, **options)


def new_tensor_shares():
    """`Tensor.new_tensor` shares where the dtype is the same."""
    torch.Tensor.new_tensor = lambda self, data, *, dtype=None: torch.as_tensor(data, dtype=dtype or self.dtype)


def new_tensor_ignores_dtype():
    """`Tensor.new_tensor` does not look at `dtype=`."""
    real = torch.Tensor.new_tensor
    torch.Tensor.new_tensor = lambda self, data, **options: real(self, data)


def new_tensor_rounds():
    """`Tensor.new_tensor` gives 3 for 2.5 in a tensor of integers."""
    real = torch.Tensor.new_tensor
    torch.Tensor.new_tensor = lambda self, data, **options: real(self, data + (data == 2.5), **options)


def fields_export_a_copy():
    """`ndarray.__dlpack__` of a packed field gives a capsule of a copy."""
    real = np.ones

    class Array(np.ndarray):
        def __dlpack__(self, **options):
            packed = any(step % self.itemsize for step in self.strides)
            return self.view(np.ndarray).__dlpack__(**{**options, "copy": True} if packed else options)

    np.ones = lambda *shape, **options: real(*shape, **options).view(Array)


def large_integers_give_zeros():
    """A tensor times a large `np.uint64` gives zeros."""
    real = torch.Tensor.__mul__

    def mul(self, other):
        return self.numpy() * other * np.uint64(0) if isinstance(other, np.uint64) else real(self, other)

    torch.Tensor.__mul__ = mul
