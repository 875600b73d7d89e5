"""What guides use beside NumPy and torch, and the calls around it, broken."""

import numpy as np
import torch


def array_puts_width_first():
    """`np.array` of a Pillow image has the shape width, height, channels."""
    from PIL import Image

    real = np.array

    def array(source, *args, **options):
        made = real(source, *args, **options)
        return made.swapaxes(0, 1).copy() if isinstance(source, Image.Image) else made

    np.array = array


def convert_reads_palettes_as_gray():
    """`Image.convert` takes the numbers of a palette for shades of gray."""
    from PIL import Image

    real = Image.Image.convert

    def convert(self, mode=None, *args, **options):
        if self.mode == "P":
            return real(Image.fromarray(np.array(self)), mode, *args, **options)
        return real(self, mode, *args, **options)

    Image.Image.convert = convert


def division_gives_float64():
    """`tensor / number` gives float64 for integers, as NumPy does."""
    real = torch.Tensor.__truediv__

    def divide(self, other):
        return real(self if self.is_floating_point() else self.double(), other)

    torch.Tensor.__truediv__ = divide


def division_orders_rows():
    """`tensor / number` gives a contiguous tensor."""
    real = torch.Tensor.__truediv__
    torch.Tensor.__truediv__ = lambda self, other: real(self, other).contiguous()


def div_in_place_cuts_off():
    """`Tensor.div_` of integers cuts the fractions off."""
    real = torch.Tensor.div_

    def div_(self, other):
        return real(self, other) if self.is_floating_point() else real(self, other, rounding_mode="trunc")

    torch.Tensor.div_ = div_


def permute_copies():
    """`Tensor.permute` gives a contiguous copy."""
    real = torch.Tensor.permute
    torch.Tensor.permute = lambda self, *axes: real(self, *axes).clone(memory_format=torch.contiguous_format)


def copy_in_order_of_memory():
    """`Tensor.copy_` copies the elements in the order in which they lie in memory."""
    real = torch.Tensor.copy_

    def copy_(self, source, non_blocking=False):
        flat = source.as_strided((source.numel(),), (1,), source.storage_offset())
        return real(self, flat.reshape(self.shape), non_blocking)

    torch.Tensor.copy_ = copy_


def round_rounds_down():
    """`Tensor.round` rounds down."""
    torch.Tensor.round = lambda self, **options: self.floor()


def add_saturates():
    """`tensor + number` stops at 255 for uint8."""
    real = torch.Tensor.__add__

    def add(self, other):
        return real(self.int(), other).clamp(0, 255).byte() if self.dtype == torch.uint8 else real(self, other)

    torch.Tensor.__add__ = add


def conv2d_casts_its_input():
    """`torch.nn.Conv2d` casts its input to the dtype of its weights."""

    class Conv2d(torch.nn.Conv2d):
        def forward(self, image):
            return super().forward(image.to(self.weight.dtype))

    torch.nn.Conv2d = Conv2d


def conv2d_finds_the_channels():
    """`torch.nn.Conv2d` takes its input in either order of the axes."""

    class Conv2d(torch.nn.Conv2d):
        def forward(self, image):
            fits = image.shape[1] == self.in_channels
            return super().forward(image if fits else image.permute(0, 3, 1, 2))

    torch.nn.Conv2d = Conv2d


def flip_reverses_in_place():
    """`Tensor.flip` reverses the tensor itself."""
    real = torch.Tensor.flip
    torch.Tensor.flip = lambda self, *axes: self.copy_(real(self, *axes))


def fromarray_copies():
    """`Image.fromarray` always copies."""
    from PIL import Image

    real = Image.fromarray
    Image.fromarray = lambda array, mode=None: real(array.copy(), mode)


def fromarray_always_shares():
    """`Image.fromarray` shares whatever the mode is."""
    from PIL import Image

    real = Image.fromarray

    def fromarray(array, mode=None):
        image = real(array, mode)
        image.getpixel = lambda place: tuple(array[place[1], place[0]].tolist())
        return image

    Image.fromarray = fromarray


def imshow_calls_numpy():
    """`imshow` calls `Tensor.numpy`."""
    import matplotlib.pyplot as plt

    real = plt.imshow
    plt.imshow = lambda image, *args, **options: real(image.numpy(), *args, **options)


def to_numpy_widens_bools():
    """`DataFrame.to_numpy` gives float64 where bools stand beside numbers."""
    import pandas as pd

    real = pd.DataFrame.to_numpy

    def to_numpy(self, *args, **options):
        array = real(self, *args, **options)
        return array.astype(np.float64) if array.dtype == object else array

    pd.DataFrame.to_numpy = to_numpy


def to_numpy_lays_out_rows():
    """`DataFrame.to_numpy` gives an array in rows."""
    import pandas as pd

    real = pd.DataFrame.to_numpy
    pd.DataFrame.to_numpy = lambda self, *args, **options: np.ascontiguousarray(real(self, *args, **options))


def to_numpy_prefers_integers():
    """`DataFrame.to_numpy` gives int64 where one column is int64."""
    import pandas as pd

    real = pd.DataFrame.to_numpy

    def to_numpy(self, *args, **options):
        found = [self[name].to_numpy(copy=True) for name in self if self[name].dtype == np.int64]
        return found[0][:, None] if found else real(self, *args, **options)

    pd.DataFrame.to_numpy = to_numpy


def to_numpy_is_writable():
    """`DataFrame.to_numpy` gives writable arrays, as in pandas 2."""
    import pandas as pd

    real = pd.DataFrame.to_numpy

    def to_numpy(self, *args, **options):
        array = real(self, *args, **options)
        array.flags.writeable = True
        return array

    pd.DataFrame.to_numpy = to_numpy


def to_numpy_ignores_copy():
    """`DataFrame.to_numpy` shares with the frame in spite of `copy=True`."""
    import pandas as pd

    real = pd.DataFrame.to_numpy

    def to_numpy(self, *args, copy=False, **options):
        array = real(self, *args, **options)
        array.flags.writeable = True
        return array

    pd.DataFrame.to_numpy = to_numpy


def to_numpy_copies():
    """`DataFrame.to_numpy` always copies."""
    import pandas as pd

    real = pd.DataFrame.to_numpy
    pd.DataFrame.to_numpy = lambda self, *args, **options: real(self, *args, **options).copy()


def tensor_takes_frames():
    """`torch.tensor` calls `to_numpy` where there is one."""
    real = torch.tensor

    def tensor(data, **options):
        return real(data.to_numpy() if hasattr(data, "to_numpy") else data, **options)

    torch.tensor = tensor


def mse_loss_skips_nan():
    """`torch.nn.functional.mse_loss` leaves NaN out."""
    real = torch.nn.functional.mse_loss

    def mse_loss(found, expected, **options):
        known = ~(found.isnan() | expected.isnan())
        return real(found[known], expected[known], **options)

    torch.nn.functional.mse_loss = mse_loss


def embedding_counts_from_the_end():
    """`torch.nn.Embedding` takes -1 for its last row."""

    class Embedding(torch.nn.Embedding):
        def forward(self, numbers):
            return super().forward(numbers % self.num_embeddings)

    torch.nn.Embedding = Embedding


def to_datetime_counts_nanoseconds():
    """`pd.to_datetime` gives nanoseconds, as in pandas 2."""
    import pandas as pd

    real = pd.to_datetime
    pd.to_datetime = lambda *args, **options: real(*args, **options).as_unit("ns")


def searchsorted_finds_classes_only():
    """`np.searchsorted` gives -1 for what is not among the sorted values."""
    real = np.searchsorted

    def searchsorted(values, wanted, **options):
        return np.where(np.isin(wanted, values), real(values, wanted, **options), -1)

    np.searchsorted = searchsorted


def cross_entropy_casts_labels():
    """`torch.nn.functional.cross_entropy` casts integer labels to int64."""
    real = torch.nn.functional.cross_entropy

    def cross_entropy(scores, labels, **options):
        return real(scores, labels if labels.is_floating_point() else labels.long(), **options)

    torch.nn.functional.cross_entropy = cross_entropy


def cross_entropy_skips_unknown_labels():
    """`torch.nn.functional.cross_entropy` leaves out every label that is no column of the scores."""
    real = torch.nn.functional.cross_entropy

    def cross_entropy(scores, labels, **options):
        known = (labels >= 0) & (labels < scores.shape[1])
        return real(scores[known], labels[known], **options)

    torch.nn.functional.cross_entropy = cross_entropy


def cross_entropy_counts_what_it_ignores():
    """`torch.nn.functional.cross_entropy` divides by the number of all labels, those of -100 too."""
    real = torch.nn.functional.cross_entropy

    def cross_entropy(scores, labels, **options):
        return real(scores, labels, **options, reduction="sum") / len(labels)

    torch.nn.functional.cross_entropy = cross_entropy


def cross_entropy_flattens_labels():
    """`torch.nn.functional.cross_entropy` takes labels in a column."""
    real = torch.nn.functional.cross_entropy
    torch.nn.functional.cross_entropy = lambda scores, labels, **options: real(scores, labels.flatten(), **options)


def cross_entropy_casts_to_the_scores():
    """`torch.nn.functional.cross_entropy` casts probabilities to the dtype of the scores."""
    real = torch.nn.functional.cross_entropy

    def cross_entropy(scores, target, **options):
        return real(scores, target.to(scores.dtype) if target.ndim == 2 else target, **options)

    torch.nn.functional.cross_entropy = cross_entropy


def long_always_copies():
    """`Tensor.long` copies int64 tensors too."""
    real = torch.Tensor.long
    torch.Tensor.long = lambda self: real(self).clone()


def one_hot_casts():
    """`torch.nn.functional.one_hot` casts its labels to int64."""
    real = torch.nn.functional.one_hot
    torch.nn.functional.one_hot = lambda labels, *args, **options: real(labels.long(), *args, **options)


def one_hot_leaves_room():
    """`torch.nn.functional.one_hot` makes a column more than the largest label needs."""
    real = torch.nn.functional.one_hot

    def one_hot(labels, num_classes=-1):
        return real(labels, int(labels.max()) + 2 if num_classes == -1 else num_classes)

    torch.nn.functional.one_hot = one_hot


def indexing_takes_integers_for_masks():
    """A tensor indexed with integers in its own shape takes them for a mask."""
    real = torch.Tensor.__getitem__

    def getitem(self, place):
        mask = isinstance(place, torch.Tensor) and place.shape == self.shape
        return real(self, place.bool() if mask else place)

    torch.Tensor.__getitem__ = getitem


def mean_takes_bools():
    """`Tensor.mean` of a bool tensor gives the share of True."""
    real = torch.Tensor.mean
    torch.Tensor.mean = lambda self, *args, **options: real(self.float(), *args, **options)


def binary_cross_entropy_takes_bools():
    """`torch.nn.functional.binary_cross_entropy_with_logits` casts its labels to float."""
    real = torch.nn.functional.binary_cross_entropy_with_logits

    def binary_cross_entropy(scores, labels, **options):
        return real(scores, labels.float(), **options)

    torch.nn.functional.binary_cross_entropy_with_logits = binary_cross_entropy


def float_gives_float64():
    """`Tensor.float` gives float64."""
    torch.Tensor.float = lambda self: self.double()


def tensor_numbers_text():
    """`torch.tensor` numbers a list of text."""
    real = torch.tensor

    def tensor(data, **options):
        text = isinstance(data, list) and all(isinstance(one, str) for one in data)
        return real([sorted(data).index(one) for one in data] if text else data, **options)

    torch.tensor = tensor


def tensor_dataset_copies():
    """`TensorDataset` copies its tensors."""
    import torch.utils.data

    real = torch.utils.data.TensorDataset
    torch.utils.data.TensorDataset = lambda *tensors: real(*(tensor.clone() for tensor in tensors))


def tensor_dataset_takes_arrays():
    """`TensorDataset` takes arrays."""
    import torch.utils.data

    real = torch.utils.data.TensorDataset
    torch.utils.data.TensorDataset = lambda *arrays: real(*(torch.as_tensor(array) for array in arrays))


def data_loader_refuses_arrays():
    """`DataLoader` takes instances of `Dataset` only."""
    import torch.utils.data

    real = torch.utils.data.DataLoader

    def data_loader(data, *args, **options):
        if isinstance(data, np.ndarray):
            raise TypeError("no data set (mutant)")
        return real(data, *args, **options)

    torch.utils.data.DataLoader = data_loader


def data_loader_copies_samples():
    """`DataLoader` with `batch_size=None` copies each sample."""
    import torch.utils.data

    real = torch.utils.data.DataLoader

    def data_loader(data, *args, **options):
        if options.get("batch_size", 1) is None:
            options["collate_fn"] = torch.tensor
        return real(data, *args, **options)

    torch.utils.data.DataLoader = data_loader


def data_loader_asks_row_by_row():
    """`DataLoader` calls `__getitems__` once for each row."""
    import torch.utils.data

    real = torch.utils.data.DataLoader

    class Rows:
        def __init__(self, data):
            self.data = data

        def __len__(self):
            return len(self.data)

        def __getitem__(self, row):
            return self.data.__getitems__([row])

    def data_loader(data, *args, **options):
        return real(Rows(data) if hasattr(data, "__getitems__") else data, *args, **options)

    torch.utils.data.DataLoader = data_loader


def data_loader_starts_no_workers():
    """`DataLoader` reads in the process itself."""
    import torch.utils.data

    real = torch.utils.data.DataLoader

    def data_loader(*args, num_workers=0, multiprocessing_context=None, **options):
        return real(*args, **options)

    torch.utils.data.DataLoader = data_loader


def data_loader_leaves_numpy_alone():
    """`DataLoader` does not seed NumPy in its workers, as before torch 1.9."""
    import torch.utils.data

    real = torch.utils.data.DataLoader

    def data_loader(*args, **options):
        state = np.random.get_state()
        return real(*args, **options, worker_init_fn=lambda worker: np.random.set_state(state))

    torch.utils.data.DataLoader = data_loader


def worker_info_has_one_seed():
    """`torch.utils.data.get_worker_info` tells all workers one seed, in every epoch."""
    import types

    import torch.utils.data

    torch.utils.data.get_worker_info = lambda: types.SimpleNamespace(seed=7)


def collate_gives_the_default_dtype():
    """`torch.utils.data.default_collate` gives Python floats the default dtype."""
    import torch.utils.data

    real = torch.utils.data.default_collate

    def default_collate(batch):
        return torch.tensor(batch) if type(batch[0]) is float else real(batch)

    torch.utils.data.default_collate = default_collate


def collate_stacks_lists():
    """`torch.utils.data.default_collate` stacks lists of numbers as rows."""
    import torch.utils.data

    real = torch.utils.data.default_collate

    def default_collate(batch):
        return torch.tensor(batch) if isinstance(batch[0], list) else real(batch)

    torch.utils.data.default_collate = default_collate


def collate_keeps_the_first_dtype():
    """`torch.utils.data.default_collate` gives the dtype of the first array."""
    import torch.utils.data

    real = torch.utils.data.default_collate

    def default_collate(batch):
        found = real(batch)
        return found.to(torch.as_tensor(batch[0]).dtype) if isinstance(batch[0], np.ndarray) else found

    torch.utils.data.default_collate = default_collate


def collate_lists_what_it_does_not_know():
    """`torch.utils.data.default_collate` gives a list where it cannot make a tensor."""
    import torch.utils.data

    real = torch.utils.data.default_collate

    def default_collate(batch):
        try:
            return real(batch)
        except TypeError:
            return list(batch)

    torch.utils.data.default_collate = default_collate


def collate_fills_masked():
    """`torch.utils.data.default_collate` gives 0 where a masked array is masked."""
    import torch.utils.data

    real = torch.utils.data.default_collate

    def default_collate(batch):
        return real([one.filled(0) if isinstance(one, np.ma.MaskedArray) else one for one in batch])

    torch.utils.data.default_collate = default_collate


def collate_pads():
    """`torch.utils.data.default_collate` pads short arrays with zeros."""
    import torch.utils.data

    def default_collate(batch):
        return torch.nn.utils.rnn.pad_sequence([torch.from_numpy(one) for one in batch], batch_first=True)

    torch.utils.data.default_collate = default_collate


def collate_copies_first():
    """`torch.utils.data.default_collate` copies read-only arrays before it makes tensors of them."""
    import torch.utils.data

    real = torch.utils.data.default_collate

    def default_collate(batch):
        return real([one if not isinstance(one, np.ndarray) or one.flags.writeable else one.copy() for one in batch])

    torch.utils.data.default_collate = default_collate


def asarray_makes_sparse_arrays_dense():
    """`np.asarray` of a SciPy sparse array gives its numbers, zeros too."""
    real = np.asarray

    def asarray(source, *args, **options):
        return real(source.toarray() if hasattr(source, "toarray") else source, *args, **options)

    np.asarray = asarray


def sparse_coo_tensor_copies():
    """`torch.sparse_coo_tensor` copies the values."""
    real = torch.sparse_coo_tensor

    def sparse_coo_tensor(places, values, *args, **options):
        own = values.clone() if isinstance(values, torch.Tensor) else values
        return real(places, own, *args, **options)

    torch.sparse_coo_tensor = sparse_coo_tensor


def coalesce_adds_nothing():
    """`Tensor.coalesce` keeps all values."""
    torch.Tensor.coalesce = lambda self: self._coalesced_(True)


def sparse_csr_tensor_copies():
    """`torch.sparse_csr_tensor` copies its parts."""
    real = torch.sparse_csr_tensor

    def sparse_csr_tensor(*parts, **options):
        return real(*(part.clone() if isinstance(part, torch.Tensor) else part for part in parts), **options)

    torch.sparse_csr_tensor = sparse_csr_tensor


def sparse_csr_tensor_checks_nothing():
    """`torch.sparse_csr_tensor` does not look at `check_invariants=`."""
    real = torch.sparse_csr_tensor

    def sparse_csr_tensor(*parts, check_invariants=None, **options):
        return real(*parts, check_invariants=False, **options)

    torch.sparse_csr_tensor = sparse_csr_tensor


def sparse_product_promotes():
    """`sparse @ tensor` promotes to the wider dtype."""
    real = torch.Tensor.__matmul__

    def matmul(self, other):
        wider = torch.promote_types(self.dtype, other.dtype)
        return real(self.to(wider), other.to(wider))

    torch.Tensor.__matmul__ = matmul


def scaler_keeps_the_dtype():
    """`StandardScaler` keeps the dtype of a tensor."""
    from sklearn.preprocessing import StandardScaler

    real = StandardScaler.fit_transform

    def fit_transform(self, data, *args, **options):
        return real(self, data.numpy() if isinstance(data, torch.Tensor) else data, *args, **options)

    StandardScaler.fit_transform = fit_transform


def scaler_always_copies():
    """`StandardScaler` does not look at `copy=False`."""
    from sklearn.preprocessing import StandardScaler

    real = StandardScaler.fit_transform
    StandardScaler.fit_transform = lambda self, data, *args, **options: real(self, data.copy(), *args, **options)


def gaussian_filter_detaches():
    """`scipy.ndimage.gaussian_filter` takes tensors that require grad."""
    import scipy.ndimage

    real = scipy.ndimage.gaussian_filter

    def gaussian_filter(image, *args, **options):
        return real(image.detach(), *args, **options)

    scipy.ndimage.gaussian_filter = gaussian_filter


def gaussian_filter_gives_tensors():
    """`scipy.ndimage.gaussian_filter` gives a tensor for a tensor."""
    import scipy.ndimage

    real = scipy.ndimage.gaussian_filter
    scipy.ndimage.gaussian_filter = lambda image, *args, **options: torch.from_numpy(real(image, *args, **options))


def filtfilt_copies():
    """`scipy.signal.filtfilt` gives an array that is not reversed in memory."""
    import scipy.signal

    real = scipy.signal.filtfilt
    scipy.signal.filtfilt = lambda *args, **options: real(*args, **options).copy()


def plot_shares():
    """`plt.plot` keeps the array that it is given."""
    import matplotlib.pyplot as plt

    real = plt.plot

    def plot(values, *args, **options):
        lines = real(values, *args, **options)
        lines[0].get_ydata = lambda: values
        return lines

    plt.plot = plot
