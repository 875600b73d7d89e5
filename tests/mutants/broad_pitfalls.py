"""What single claims of the pitfalls speak of, broken one by one."""

import gc
import warnings

import numpy as np
import pandas as pd
import torch


def getmaskarray_gives_the_mask():
    """`np.ma.getmaskarray` gives the mask as it is."""
    np.ma.getmaskarray = np.ma.getmask


def filled_fills_the_data():
    """`np.ma.MaskedArray.filled` writes into the data, and copies nothing."""

    def filled(self, value=None):
        self.data[np.ma.getmaskarray(self)] = self.fill_value if value is None else value
        return self.data

    np.ma.MaskedArray.filled = filled


def masked_elements_are_numbers():
    """A masked element is the number under the mask."""
    np.ma.MaskedArray.__getitem__ = lambda self, index: self.data[index]


def masked_array_ignores_the_mask():
    """`np.ma.array` masks nothing."""
    np.ma.array = lambda data, mask=None: np.ma.MaskedArray(data)


def where_takes_all():
    """`torch.where` takes all of its first tensor."""
    torch.where = lambda mask, first, second: first


def zeros_cannot_be_locked():
    """`np.zeros` gives an array that stays writable."""
    real = np.zeros

    class Unlocked(np.ndarray):
        def setflags(self, write=None):
            pass

    np.zeros = lambda shape, dtype=float: real(shape, dtype).view(Unlocked)


def flip_copies_only():
    """`Tensor.flip` copies, and turns nothing."""
    torch.Tensor.flip = lambda self, *dims: self.clone()


def data_loader_copies_arrays():
    """A `torch.utils.data.DataLoader` copies each array first."""
    real = torch.utils.data.DataLoader
    torch.utils.data.DataLoader = lambda data, **options: real([one.copy() for one in data], **options)


def multiply_keeps_float32():
    """`np.multiply` of integers and a float gives float32, as PyTorch does, and stops at the highest uint8."""
    real = np.multiply
    np.multiply = lambda left, right: real(left, right, dtype=np.float32).clip(max=255.0)


def spacing_is_one():
    """`np.spacing` is 1 for every number."""
    np.spacing = np.ones_like


def tensor_takes_no_dtype():
    """`torch.tensor` keeps the dtype of the data, whatever it is told."""
    real = torch.tensor
    torch.tensor = lambda data, dtype=None, **options: real(data, **options)


def float_warns_of_infinity():
    """`Tensor.float` warns where a number becomes infinite, as NumPy does."""

    def to_float(self):
        result = self.to(torch.float32)
        if result.isinf().any():
            warnings.warn("overflow encountered in cast", RuntimeWarning, stacklevel=2)
        return result

    torch.Tensor.float = to_float


def sum_keeps_the_dtype():
    """`torch.sum` gives the dtype of the tensor."""
    real = torch.sum
    torch.sum = lambda tensor: real(tensor, dtype=tensor.dtype)


def equal_takes_numbers_exactly():
    """`==` of a tensor and a number or a 0-d tensor compares in float64."""
    real = torch.Tensor.__eq__
    torch.Tensor.__eq__ = lambda self, other: real(self.double(), torch.as_tensor(other, dtype=torch.float64))


def allclose_is_exact():
    """`np.allclose` allows no difference."""
    np.allclose = lambda left, right: bool((np.asarray(left, float) == np.asarray(right, float)).all())


def state_dict_keeps_parameters():
    """`torch.nn.Module.state_dict` gives the parameters themselves."""
    real = torch.nn.Module.state_dict
    torch.nn.Module.state_dict = lambda self: real(self, keep_vars=True)


def imag_is_computed():
    """`Tensor.imag` of a conjugated tensor is computed at once."""
    real = torch.Tensor.imag
    torch.Tensor.imag = property(lambda self: real.__get__(self).resolve_neg())


def detach_resolves():
    """`Tensor.detach` writes conjugated values out."""
    real = torch.Tensor.detach
    torch.Tensor.detach = lambda self: real(self).resolve_conj()


def clone_keeps_the_bit():
    """`Tensor.clone` copies the memory as it is, and keeps the conjugate bit."""
    real = torch.Tensor.clone
    torch.Tensor.clone = lambda self: real(self.conj()).conj() if self.is_conj() else real(self)


def resolve_neg_copies():
    """`Tensor.resolve_neg` always copies."""
    torch.Tensor.resolve_neg = lambda self: self.clone()


def float_takes_the_magnitude():
    """`Tensor.float` of a complex tensor gives the magnitude."""
    real = torch.Tensor.float
    torch.Tensor.float = lambda self: real(self.abs() if self.is_complex() else self)


def fill_writes_one_row():
    """`Tensor.fill_` of an expanded tensor fills a copy."""
    real = torch.Tensor.fill_
    torch.Tensor.fill_ = lambda self, value: real(self.clone() if 0 in self.stride() else self, value)


def expand_copies():
    """`Tensor.expand` writes the rows out."""
    real = torch.Tensor.expand
    torch.Tensor.expand = lambda self, *sizes: real(self, *sizes).clone(memory_format=torch.contiguous_format)


def storage_is_what_is_seen():
    """`Tensor.untyped_storage` has room for the elements of the tensor, and no more."""
    real = torch.Tensor.untyped_storage
    torch.Tensor.untyped_storage = lambda self: real(self.contiguous())


def as_strided_takes_no_strides():
    """`Tensor.as_strided` lays the elements out one after the other."""
    torch.Tensor.as_strided = lambda self, size, *rest: torch.arange(size.numel()).view(size)


def item_gives_a_tensor():
    """`Tensor.item` gives the tensor itself."""
    torch.Tensor.item = lambda self: self


def from_numpy_gives_complex64():
    """`torch.from_numpy` gives complex64 for complex128."""
    real = torch.from_numpy

    def from_numpy(array):
        tensor = real(array)
        return tensor.to(torch.complex64) if tensor.dtype == torch.complex128 else tensor

    torch.from_numpy = from_numpy


def norms_follow_autocast():
    """Under `torch.autocast`, `torch.nn.LayerNorm` gives bfloat16 too."""
    real = torch.nn.LayerNorm.forward
    torch.nn.LayerNorm.forward = lambda self, features: real(self, features).bfloat16()


def half_stops_at_the_largest():
    """`Tensor.half` gives 65504 for what is above it."""
    torch.Tensor.half = lambda self: self.float().clamp(-65504, 65504).to(torch.float16)


def deterministic_fills_zeros():
    """`torch.use_deterministic_algorithms` fills memory without values with 0."""
    real = {name: getattr(torch, name) for name in dir(torch) if name.endswith("Tensor")}

    def use_deterministic_algorithms(mode, *, warn_only=False):
        for name, constructor in real.items():
            setattr(torch, name, lambda size, real=constructor: real(size).zero_())
        torch.Tensor = lambda size: real["Tensor"](size).zero_()

    torch.use_deterministic_algorithms = use_deterministic_algorithms


def constructor_takes_one_integer_for_a_value():
    """`torch.Tensor` takes an integer for a value."""
    real = torch.Tensor
    torch.Tensor = lambda *args: real(*([one] if isinstance(one, np.integer) else one for one in args))


def set_writes_one_row():
    """`Tensor.__setitem__` writes into a copy where elements share places."""
    real = torch.Tensor.__setitem__

    def setitem(self, index, value):
        shared = self.untyped_storage().nbytes() < self.nbytes
        return real(self.clone() if shared else self, index, value)

    torch.Tensor.__setitem__ = setitem


def mse_loss_refuses():
    """`torch.nn.functional.mse_loss` gives the dtype of its scores."""
    real = torch.nn.functional.mse_loss
    torch.nn.functional.mse_loss = lambda scores, labels: real(scores, labels.to(scores.dtype))


def backward_reaches_every_leaf():
    """`Tensor.backward` gives a gradient to each leaf that there is."""
    real = torch.Tensor.backward

    def backward(self):
        real(self)
        for one in gc.get_objects():
            if isinstance(one, torch.Tensor) and one.is_leaf and one.requires_grad and one.grad is None:
                one.grad = torch.zeros_like(one)

    torch.Tensor.backward = backward


def np_sqrt_takes_bfloat16():
    """`np.sqrt` takes bfloat16."""
    real = np.sqrt
    np.sqrt = lambda tensor: real(tensor.float())


def sqrt_gives_float64():
    """`torch.sqrt` of integers gives float64, as NumPy does."""
    real = torch.sqrt
    torch.sqrt = lambda tensor: real(tensor if tensor.is_floating_point() else tensor.double())


def set_default_dtype_casts_layers():
    """`torch.set_default_dtype` casts the layers that there are."""
    real = torch.set_default_dtype

    def set_default_dtype(dtype):
        real(dtype)
        for one in gc.get_objects():
            if isinstance(one, torch.nn.Linear):
                one.to(dtype)

    torch.set_default_dtype = set_default_dtype


def default_convert_stays_on_the_cpu():
    """`torch.utils.data.default_convert` takes no notice of the default device."""
    torch.utils.data.default_convert = torch.from_numpy


def device_context_never_ends():
    """`torch.device` as a context sets the default device for good."""

    real = torch.device

    class Device:
        def __init__(self, name):
            self.name = name

        def __enter__(self):
            torch.device = real
            torch.set_default_device(self.name)

        def __exit__(self, *_):
            pass

    torch.device = Device


def linear_gives_float32():
    """`torch.nn.Linear` gives float32 for float64, too."""
    real = torch.nn.Linear.forward
    torch.nn.Linear.forward = lambda self, features: real(self, features).float()


def constructor_takes_lists_for_shapes():
    """`torch.Tensor` takes a list of integers for a shape."""
    real = torch.Tensor
    torch.Tensor = lambda data: real(*data) if isinstance(data, list) else real(data)


def constructor_takes_all_for_values():
    """`torch.Tensor` takes several integers, and a `torch.Size`, for values."""
    real = torch.Tensor
    torch.Tensor = lambda *data: real(list(data if len(data) > 1 else data[0]))


def new_takes_values():
    """`Tensor.new` takes an integer for a value."""
    torch.Tensor.new = lambda self, data: self.new_tensor([data])


def unsigned_multiply_refuses():
    """A tensor of an unsigned dtype cannot be multiplied."""
    real = torch.Tensor.__mul__

    def mul(self, other):
        if self.dtype in (torch.uint16, torch.uint32, torch.uint64):
            raise NotImplementedError("not implemented (mutant)")
        return real(self, other)

    torch.Tensor.__mul__ = mul


def to_keeps_the_dtype():
    """`Tensor.to` gives uint16 for int32."""
    real = torch.Tensor.to
    torch.Tensor.to = lambda self, dtype: real(self, torch.uint8 if dtype == torch.int32 else dtype)


def from_numpy_copies_odd_complex_fields():
    """`torch.from_numpy` copies a complex field whose stride is no multiple of its size."""
    real = torch.from_numpy

    def from_numpy(array):
        odd = array.dtype.kind == "c" and array.strides[0] % array.itemsize
        return real(array.copy() if odd else array)

    torch.from_numpy = from_numpy


def linear_ignores_no_grad():
    """`torch.nn.Linear` keeps its history under `torch.no_grad`, too."""
    real = torch.nn.Linear.forward

    def forward(self, features):
        with torch.enable_grad():
            return real(self, features)

    torch.nn.Linear.forward = forward


def numpy_gives_zero_d_an_axis():
    """`Tensor.numpy` of a tensor of no axes gives an array of one element and one axis."""
    real = torch.Tensor.numpy
    torch.Tensor.numpy = lambda self, **how: np.atleast_1d(real(self, **how))


def series_never_equal_tensors():
    """`==` of a series and a tensor is False in every row, of a nullable series, too."""
    real = pd.Series.__eq__
    pd.Series.__eq__ = lambda self, other: self.isna() if torch.is_tensor(other) else real(self, other)
