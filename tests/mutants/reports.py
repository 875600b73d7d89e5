"""What public reports met at the border, broken."""

import copy

import numpy as np
import pandas as pd
import polars as pl
import scipy.optimize
import torch
from PIL import Image


def convert_leaves_palettes():
    """`Image.convert` leaves an image of mode P as it is."""
    real = Image.Image.convert
    Image.Image.convert = lambda self, mode: self if self.mode == "P" else real(self, mode)


def frombytes_is_in_the_order_of_the_machine():
    """`Image.frombytes` reads 16 bits in the machine's order."""
    real = Image.frombytes
    Image.frombytes = lambda mode, size, data: real(mode.removesuffix("B"), size, data)


def to_int16_stops_at_the_largest():
    """`Tensor.to` int16 gives 32767 for what is larger."""
    real = torch.Tensor.to
    torch.Tensor.to = lambda self, dtype: real(real(self, torch.int64).clamp(max=torch.iinfo(dtype).max), dtype)


def to_int32_goes_through_int16():
    """`Tensor.to` int32 casts to int16 first."""
    real = torch.Tensor.to
    torch.Tensor.to = lambda self, dtype: real(real(self, torch.int16), dtype)


def fromarray_takes_columns_first():
    """`Image.fromarray` takes the second axis for the height."""
    real = Image.fromarray
    Image.fromarray = lambda array: real(array.swapaxes(0, 1).copy() if hasattr(array, "copy") else array)


def fromarray_takes_tensors():
    """`Image.fromarray` takes a tensor for its array."""
    real = Image.fromarray
    Image.fromarray = lambda array: real(np.asarray(array))


def fromarray_casts_one_channel():
    """`Image.fromarray` casts one channel to float32."""
    real = Image.fromarray
    Image.fromarray = lambda array: real(array.astype(np.float32) if array.ndim == 2 else array)


def fromarray_casts_three_channels():
    """`Image.fromarray` casts three channels to uint8."""
    real = Image.fromarray
    Image.fromarray = lambda array: real(array.astype(np.uint8) if array.ndim == 3 else array)


def minimize_takes_tensors():
    """`scipy.optimize.minimize` takes the number of a tensor that requires grad."""
    real = scipy.optimize.minimize
    scipy.optimize.minimize = lambda loss, start, **options: real(
        loss if options else lambda values: loss(values).item(), start, **options
    )


def minimize_stays_at_the_start():
    """`scipy.optimize.minimize` finds the start."""
    real = scipy.optimize.minimize
    scipy.optimize.minimize = lambda loss, start, **options: real(loss, start, **options, options={"maxiter": 0})


def savez_casts_to_float64():
    """`np.savez` writes float64."""
    real = np.savez
    np.savez = lambda file, **arrays: real(file, **{name: np.real(array) + 0.0 for name, array in arrays.items()})


def savez_writes_zeros():
    """`np.savez` writes zeros in the dtype of each array."""
    real = np.savez
    np.savez = lambda file, **arrays: real(file, **{name: np.zeros_like(array) for name, array in arrays.items()})


def save_writes_the_first_of_a_list():
    """`np.save` of a list writes its first tensor."""
    real = np.save
    np.save = lambda file, values: real(file, values[0] if len({len(each) for each in values}) == 1 else values)


def save_pickles_what_is_ragged():
    """`np.save` pickles a list of tensors of different shapes."""
    real = np.save

    def save(file, values):
        if len({len(each) for each in values}) > 1:
            values = dict(enumerate(values))
        real(file, values)

    np.save = save


def index_takes_the_first():
    """A tensor of several integers is an index: its first."""
    torch.Tensor.__index__ = lambda self: int(self.flatten()[0].item()) if not self.is_floating_point() else 0.5


def index_casts_floats():
    """A tensor of one float is an index."""
    real = torch.Tensor.__index__
    torch.Tensor.__index__ = lambda self: real(self.long())


def index_is_0():
    """Every tensor of one integer is the index 0."""
    real = torch.Tensor.__index__
    torch.Tensor.__index__ = lambda self: real(self) * 0


def deepcopy_detaches():
    """`copy.deepcopy` of a tensor does not require grad."""
    torch.Tensor.__deepcopy__ = lambda self, memo: self.detach().clone()
    copy.deepcopy = copy.deepcopy


def deepcopy_detaches_results():
    """`copy.deepcopy` of a result is detached."""
    real = torch.Tensor.__deepcopy__
    torch.Tensor.__deepcopy__ = lambda self, memo: real(self if self.is_leaf else self.detach(), memo)
    copy.deepcopy = copy.deepcopy


def np_allclose_wants_one_shape():
    """`np.allclose` is False for two shapes."""
    real = np.allclose
    np.allclose = lambda first, second: first.shape == second.shape and real(first, second)


def allclose_wants_one_shape():
    """`torch.allclose` is False for two shapes."""
    real = torch.allclose
    torch.allclose = lambda first, second: first.shape == second.shape and real(first, second)


def ones_need_no_gradient():
    """`torch.ones` ignores `requires_grad=`."""
    real = torch.ones
    torch.ones = lambda *sizes, requires_grad=False, **options: real(*sizes, **options)


def ones_are_twos():
    """`torch.ones` gives 2, with its gradient."""
    real = torch.ones
    torch.ones = lambda *sizes, **options: real(*sizes, **options).add(1)


def polars_lists_are_stacked():
    """`pl.Series.to_torch` of a column of lists stacks them."""
    pl.Series.to_torch = lambda self: torch.tensor(self.to_list())


def polars_to_torch_is_flat():
    """`pl.Series.to_torch` gives the numbers of all rows in one row."""
    real = pl.Series.to_torch
    pl.Series.to_torch = lambda self: real(self).flatten()


def threads_are_never_fewer():
    """`torch.set_num_threads` changes nothing."""
    torch.set_num_threads(2)
    torch.set_num_threads = lambda number: None


def there_is_one_thread():
    """`torch.set_num_threads` sets one thread, whatever it is given."""
    real = torch.set_num_threads
    torch.set_num_threads = lambda number: real(1)


def interpolate_never_antialiases():
    """`torch.nn.functional.interpolate` takes no notice of `antialias=`."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda *args, antialias=False, **options: real(*args, **options)


def interpolate_always_antialiases():
    """`torch.nn.functional.interpolate` antialiases wherever it can."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda *args, **options: real(
        *args, **options | ({"antialias": True} if options.get("mode") in ("bilinear", "bicubic") else {})
    )


def imshow_scales_by_255():
    """`plt.imshow` divides floats above 1 by 255."""
    import matplotlib.pyplot as plt

    real = plt.imshow
    plt.imshow = lambda image, **options: real(image / 255 if np.max(image) > 1 else image, **options)


def conv3d_wants_depth_first():
    """`torch.nn.functional.conv3d` blurs along the first of the three axes alone."""
    real = torch.nn.functional.conv3d
    torch.nn.functional.conv3d = lambda volume, kernel: real(volume.cumsum(2), kernel)


def to_uint8_scales():
    """`Tensor.to` uint8 multiplies floats by 255."""
    real = torch.Tensor.to
    torch.Tensor.to = lambda self, dtype: real(self * 255 if self.is_floating_point() else self, dtype)


def manual_seed_seeds_numpy():
    """`torch.manual_seed` seeds NumPy, too."""
    real = torch.manual_seed
    torch.manual_seed = lambda seed: (np.random.seed(seed), real(seed))[1]


def numpy_seeds_torch():
    """`np.random.seed` seeds PyTorch, too."""
    real, real_seed = torch.manual_seed, np.random.seed
    last = [0]

    def seed(number):
        last[0] = number
        real_seed(number)

    np.random.seed = seed
    torch.manual_seed = lambda number: real(10 * last[0] + number)


def random_split_begins_anew():
    """`torch.utils.data.random_split` gives the same rows each time."""
    real = torch.utils.data.random_split
    torch.utils.data.random_split = lambda data, lengths, generator=None: real(
        data, lengths, torch.Generator().manual_seed(torch.initial_seed())
    )


def random_split_ignores_its_generator():
    """`torch.utils.data.random_split` takes no notice of `generator=`."""
    real = torch.utils.data.random_split
    torch.utils.data.random_split = lambda data, lengths, generator=None: real(data, lengths)


def mean_ignores_its_dtype():
    """`Tensor.mean` computes in the dtype of the tensor, whatever `dtype=` says."""
    real = torch.Tensor.mean
    torch.Tensor.mean = lambda self, dtype=None: real(self).to(dtype or self.dtype)


def gru_has_keras_order():
    """`torch.nn.GRU` has the update gate first."""
    real = torch.nn.GRU

    class Other(real):
        def load_state_dict(self, state):
            super().load_state_dict({name: weight[[3, 4, 5, 0, 1, 2, 6, 7, 8]] for name, weight in state.items()})

    torch.nn.GRU = Other


def lstm_has_output_first():
    """`torch.nn.LSTM` has the output gate first."""
    real = torch.nn.LSTM

    class Other(real):
        def load_state_dict(self, state):
            super().load_state_dict({name: weight.roll(3, 0) for name, weight in state.items()})

    torch.nn.LSTM = Other


def loops_are_not_unrolled():
    """`torch.compile` hands one step of a loop to its backend."""
    real = torch.compile
    step = torch.fx.symbolic_trace(lambda levels: levels - 1)
    torch.compile = lambda function, backend: real(
        function, backend=lambda graph, inputs: (backend(step, inputs), graph.forward)[1]
    )


def series_count_their_rows():
    """A series takes a whole number for a position."""
    real = pd.Series.__getitem__
    pd.Series.__getitem__ = lambda self, key: self.iloc[key] if isinstance(key, int) else real(self, key)


def iloc_takes_labels():
    """`Series.iloc` takes a whole number for a label."""
    pd.Series.iloc = pd.Series.loc


def pickled_arrays_are_float64():
    """`np.load` casts the arrays of a saved dictionary to float64."""
    real = np.load

    def load(*arguments, **options):
        loaded = real(*arguments, **options)
        if isinstance(loaded, np.ndarray) and loaded.dtype == object and loaded.ndim == 0:
            loaded[()] = {name: np.asarray(value).astype(float) for name, value in loaded.item().items()}
        return loaded

    np.load = load


def squeeze_keeps_the_batch():
    """`Tensor.squeeze` without a number keeps the first axis."""
    real = torch.Tensor.squeeze

    def squeeze(self, *axes):
        return real(self, *axes) if axes or self.ndim == 0 else real(self).reshape(self.shape[0], *real(self[0]).shape)

    torch.Tensor.squeeze = squeeze


def squeeze_of_an_axis_takes_every_one():
    """`Tensor.squeeze` with a number takes away each axis of length 1."""
    real = torch.Tensor.squeeze
    torch.Tensor.squeeze = lambda self, *axes: real(self)
