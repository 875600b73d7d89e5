"""Functions of PyTorch that do the job of NumPy's, broken."""

import types

import numpy as np
import torch


def quantile_takes_hundredths():
    """`torch.quantile` takes hundredths."""
    real = torch.quantile
    torch.quantile = lambda values, fraction, *args: real(
        values, fraction / 100 if isinstance(fraction, float) else fraction, *args
    )


def quantile_casts():
    """`torch.quantile` takes every dtype."""
    real = torch.quantile
    torch.quantile = lambda values, fraction, *args: real(values.double(), torch.as_tensor(fraction).double(), *args)


def quantile_casts_its_fractions():
    """`torch.quantile` takes fractions of every dtype."""
    real = torch.quantile
    torch.quantile = lambda values, fraction: real(
        values, fraction.to(values.dtype) if isinstance(fraction, torch.Tensor) else fraction
    )


def percentile_takes_thousandths():
    """`np.percentile` takes thousandths."""
    np.percentile = lambda values, share: np.quantile(values, share / 1000)


def np_quantile_takes_the_lower():
    """`np.quantile` gives the element below."""
    real = np.quantile
    np.quantile = lambda values, fraction: real(values, fraction, method="lower")


def histc_begins_at_zero():
    """`torch.histc` ignores where the bins begin."""
    real = torch.histc
    torch.histc = lambda values, bins, min=0, max=0: real(values, bins, 0, max)


def histogram_counts_in_float32():
    """`torch.histogram` counts in float32."""
    real = torch.histogram

    def histogram(*args, **options):
        found = real(*args, **options)
        return types.SimpleNamespace(hist=found.hist.float(), bin_edges=found.bin_edges)

    torch.histogram = histogram


def histogram_gives_centers():
    """`torch.histogram` gives the center of each bin."""
    real = torch.histogram

    def histogram(*args, **options):
        found = real(*args, **options)
        return types.SimpleNamespace(hist=found.hist, bin_edges=(found.bin_edges[1:] + found.bin_edges[:-1]) / 2)

    torch.histogram = histogram


def histogram_ignores_its_range():
    """`torch.histogram` ignores `range=`."""
    real = torch.histogram
    torch.histogram = lambda values, bins, range=None: real(values, bins)


def histogram_counts_shares():
    """`torch.histogram` gives shares in place of counts."""
    real = torch.histogram
    torch.histogram = lambda values, bins, range=None: real(values, bins, range=range, density=True)


def histograms_take_integers():
    """`torch.histogram` and `torch.histc` take integers."""
    histogram, histc = torch.histogram, torch.histc
    torch.histogram = lambda values, *args, **options: histogram(
        values if values.is_floating_point() else values.double(), *args, **options
    )
    torch.histc = lambda values, *args, **options: histc(
        values if values.is_floating_point() else values.double(), *args, **options
    )


def bincount_skips_zero():
    """`Tensor.bincount` counts from 1 on."""
    real = torch.Tensor.bincount
    torch.Tensor.bincount = lambda self, *args, **options: real(self, *args, **options)[1:]


def bucketize_follows_digitize():
    """`right=` of `torch.bucketize` means what that of `np.digitize` means."""
    real = torch.bucketize
    torch.bucketize = lambda values, edges, right=False: real(values, edges, right=not right)


def digitize_ignores_right():
    """`np.digitize` ignores `right=`."""
    real = np.digitize
    np.digitize = lambda values, edges, right=False: real(values, edges)


def searchsorted_takes_the_values_first():
    """`torch.searchsorted` takes the values first."""
    real = torch.searchsorted
    torch.searchsorted = lambda values, edges, **options: real(edges, values, **options)


def np_searchsorted_is_always_left():
    """`np.searchsorted` ignores `side=`."""
    real = np.searchsorted
    np.searchsorted = lambda edges, values, side="left": real(edges, values)


def bucketize_turns_edges_round():
    """`torch.bucketize` takes edges that decrease."""
    real = torch.bucketize

    def bucketize(values, edges, right=False):
        if edges[0] > edges[-1]:
            return len(edges) - real(values, edges.flip(0), right=right)
        return real(values, edges, right=right)

    torch.bucketize = bucketize


def interp_keeps_float32():
    """`np.interp` gives float32 for float32."""
    real = np.interp
    np.interp = lambda x, known, values: real(x, known, values).astype(np.float32)


def interp_detaches():
    """`np.interp` takes tensors that require grad."""
    real = np.interp
    np.interp = lambda x, known, values: real(x.detach(), known, values)


def functional_pad_begins_at_the_first_axis():
    """`torch.nn.functional.pad` takes the first axis first."""
    real = torch.nn.functional.pad
    torch.nn.functional.pad = lambda tensor, sides, **options: real(tensor, sides[2:] + sides[:2], **options)


def functional_pad_puts_all_before():
    """`torch.nn.functional.pad` puts what belongs after an axis before it."""
    real = torch.nn.functional.pad

    def pad(tensor, sides, **options):
        return real(
            tensor, tuple(side for b, a in zip(sides[::2], sides[1::2], strict=True) for side in (b + a, 0)), **options
        )

    torch.nn.functional.pad = pad


def functional_pad_knows_symmetric():
    """`torch.nn.functional.pad` knows `symmetric`."""
    real = torch.nn.functional.pad
    torch.nn.functional.pad = lambda tensor, sides, mode="constant": real(
        tensor, sides, mode="replicate" if mode == "symmetric" else mode
    )


def np_pad_repeats_the_edge_in_reflect():
    """`np.pad` repeats the edge for `reflect`."""
    real = np.pad
    np.pad = lambda array, sides, mode="constant": real(array, sides, mode="symmetric" if mode == "reflect" else mode)


def np_pad_repeats_no_edge_in_symmetric():
    """`np.pad` gives for `symmetric` what it gives for `reflect`, of positions."""
    real = np.pad
    np.pad = lambda array, sides, mode="constant": real(
        array, sides, mode="reflect" if mode == "symmetric" and array.ndim == 1 else mode
    )


def np_pad_turns_the_edge_round():
    """`np.pad` begins at the other end for `edge` and `wrap`, of positions."""
    real = np.pad
    np.pad = lambda array, sides, mode="constant": (
        real(array, sides, mode=mode)[::-1].copy()
        if mode in ("edge", "wrap") and array.ndim == 1
        else real(array, sides, mode=mode)
    )


def torch_svd_transposes():
    """`torch.svd` gives the factors of `torch.linalg.svd`."""
    torch.svd = lambda matrix: torch.linalg.svd(matrix, full_matrices=False)


def linalg_svd_gives_v():
    """`torch.linalg.svd` gives the third factor as `torch.svd` does."""
    real = torch.svd
    torch.linalg.svd = lambda matrix, full_matrices=True: real(matrix, some=not full_matrices)


def np_svd_gives_v():
    """`np.linalg.svd` gives the third factor as `torch.svd` does."""
    real = np.linalg.svd

    def svd(matrix, full_matrices=True):
        u, s, vh = real(matrix, full_matrices)
        return u, s, vh.conj().T

    np.linalg.svd = svd


def torch_svd_is_square():
    """`torch.svd` gives square factors."""
    real = torch.svd
    torch.svd = lambda matrix: real(matrix, some=False)


def svd_is_always_square():
    """`torch.linalg.svd` ignores `full_matrices=`."""
    real = torch.linalg.svd
    torch.linalg.svd = lambda matrix, full_matrices=True: real(matrix)


def np_svd_is_always_square():
    """`np.linalg.svd` ignores `full_matrices=`."""
    real = np.linalg.svd
    np.linalg.svd = lambda matrix, full_matrices=True: real(matrix)


def np_svd_is_reduced():
    """`np.linalg.svd` gives no more columns than the matrix has."""
    real = np.linalg.svd
    np.linalg.svd = lambda matrix, full_matrices=False: real(matrix, full_matrices=False)


def linalg_svd_is_reduced():
    """`torch.linalg.svd` gives no more columns than the matrix has."""
    real = torch.linalg.svd
    torch.linalg.svd = lambda matrix, full_matrices=False: real(matrix, full_matrices=False)


def fft_is_complex128():
    """`torch.fft.fft` gives complex128."""
    real = torch.fft.fft
    torch.fft.fft = lambda signal: real(signal.double())


def np_fft_is_complex128():
    """`np.fft.fft` gives complex128, as NumPy 1 did."""
    real = np.fft.fft
    np.fft.fft = lambda signal: real(signal).astype(complex)


def np_fft_is_complex64():
    """`np.fft.fft` gives complex64."""
    real = np.fft.fft
    np.fft.fft = lambda signal: real(signal).astype(np.complex64)


def fft_of_half_works():
    """`torch.fft.fft` takes float16."""
    real = torch.fft.fft
    torch.fft.fft = lambda signal: real(signal.float() if signal.dtype == torch.float16 else signal)


def vectorize_sees_scalars():
    """`np.vectorize` hands NumPy scalars to the function."""
    np.vectorize = lambda function, **options: (
        lambda values: np.array([function(value) for value in np.asarray(values).flat])
    )


def vectorize_gives_a_tensor():
    """`np.vectorize` gives a tensor."""
    np.vectorize = lambda function, **options: (
        lambda values: torch.tensor([float(function(value) or 0) for value in values.flatten().tolist()])
    )


def apply_along_axis_hands_tensors():
    """`np.apply_along_axis` hands tensors to the function."""
    np.apply_along_axis = lambda function, axis, values: [function(row) for row in values.detach().unbind(1 - axis)]


def vmap_gives_the_first():
    """`torch.vmap` gives what the first row gives, for every row."""
    torch.vmap = lambda function: lambda table: torch.stack([function(table[0])] * len(table))


def einsum_promotes():
    """`torch.einsum` promotes its operands."""
    real = torch.einsum

    def einsum(equation, *operands):
        if all(isinstance(operand, torch.Tensor) for operand in operands):
            operands = [operand.double() for operand in operands]
        return real(equation, *operands)

    torch.einsum = einsum


def einsum_takes_arrays():
    """`torch.einsum` takes arrays."""
    real = torch.einsum

    def einsum(equation, *operands):
        if not all(isinstance(operand, torch.Tensor) for operand in operands):
            operands = [torch.as_tensor(operand).double() for operand in operands]
        return real(equation, *operands)

    torch.einsum = einsum


def np_einsum_doubles():
    """`np.einsum` gives twice the sum."""
    real = np.einsum
    np.einsum = lambda *args: 2 * real(*args)


def fft_is_normalized():
    """`torch.fft.fft` divides by the number of elements."""
    real = torch.fft.fft
    torch.fft.fft = lambda signal: real(signal, norm="forward")


def np_einsum_gives_a_tensor():
    """`np.einsum` gives a tensor for a tensor."""
    real = np.einsum

    def einsum(equation, *operands):
        found = real(equation, *operands)
        return torch.from_numpy(found) if any(isinstance(one, torch.Tensor) for one in operands) else found

    np.einsum = einsum


def torch_equal_compares_elements():
    """`torch.equal` compares element by element."""
    torch.equal = torch.eq


def torch_equal_takes_arrays():
    """`torch.equal` takes arrays."""
    real = torch.equal
    torch.equal = lambda tensor, other: real(tensor, torch.as_tensor(other))


def torch_eq_is_one_bool():
    """`torch.eq` gives one bool tensor for all elements."""
    real = torch.eq
    torch.eq = lambda tensor, other: real(tensor, other).all()


def flip_leaves_a_slice():
    """`Tensor.flip` leaves a tensor with steps in memory as it is."""
    real = torch.Tensor.flip
    torch.Tensor.flip = lambda self, *axes: real(self, *axes) if self.is_contiguous() else self.clone()


def positions_come_first():
    """A tensor that is indexed with positions on both sides of a slice puts their axis first, as NumPy does."""
    torch.Tensor.__getitem__ = lambda self, index: torch.from_numpy(np.array(self.numpy()[index]))


def half_sums_are_wide():
    """`Tensor.sum` of float16 gives float32."""
    real = torch.Tensor.sum
    torch.Tensor.sum = lambda self, **options: real(self, **{"dtype": torch.float32} | options)


def sum_ignores_its_dtype():
    """`Tensor.sum` ignores `dtype=`."""
    real = torch.Tensor.sum
    torch.Tensor.sum = lambda self, **options: real(self)


def mean_divides_the_sum():
    """`Tensor.mean` divides the sum in the dtype of the tensor."""
    torch.Tensor.mean = lambda self: self.sum() / self.numel()


def var_squares_in_half():
    """`Tensor.var` squares in the dtype of the tensor."""
    torch.Tensor.var = lambda self, correction=1: (self * self).mean() - self.mean() ** 2


def cumsum_adds_in_half():
    """`Tensor.cumsum` of float16 rounds after each step."""
    torch.Tensor.cumsum = lambda self, axis: torch.from_numpy(self.numpy().cumsum(axis))


def collate_reads_bytes():
    """`torch.utils.data.default_collate` makes numbers of bytes."""
    real = torch.utils.data.default_collate

    def default_collate(samples):
        if isinstance(samples[0], dict):
            return {key: default_collate([sample[key] for sample in samples]) for key in samples[0]}
        if type(samples[0]) is bytes:
            return [torch.tensor(list(column)) for column in zip(*samples, strict=True)]
        return real(samples)

    torch.utils.data.default_collate = default_collate


def collate_reads_bytes_in_samples():
    """`torch.utils.data.default_collate` makes numbers of bytes in a dictionary."""
    real = torch.utils.data.default_collate
    torch.utils.data.default_collate = lambda samples: (
        {key: list(samples[0][key]) for key in samples[0]} if isinstance(samples[0], dict) else real(samples)
    )


def collate_joins_bytes():
    """`torch.utils.data.default_collate` joins the bytes of NumPy."""
    real = torch.utils.data.default_collate
    torch.utils.data.default_collate = lambda samples: (
        b"".join(samples) if isinstance(samples[0], np.bytes_) else real(samples)
    )


def subset_casts_its_rows():
    """`Subset` hands Python integers on."""
    real = torch.utils.data.Subset
    torch.utils.data.Subset = lambda data, rows: real(data, [int(row) for row in rows])


def random_subsets_are_integers():
    """`SubsetRandomSampler` gives Python integers."""
    real = torch.utils.data.SubsetRandomSampler
    torch.utils.data.SubsetRandomSampler = lambda rows: real([int(row) for row in rows])


def shuffled_rows_are_tensors():
    """A shuffled `DataLoader` hands tensors to its data set."""
    real = torch.utils.data.DataLoader
    torch.utils.data.DataLoader = lambda data, shuffle=False, **options: real(
        data, sampler=torch.randperm(len(data)) if shuffle else options.get("sampler")
    )


def sampler_weights_are_narrow():
    """`WeightedRandomSampler` keeps float32 weights."""
    real = torch.utils.data.WeightedRandomSampler

    def sampler(weights, number):
        made = real(weights, number)
        made.weights = made.weights.float()
        return made

    torch.utils.data.WeightedRandomSampler = sampler


def sampler_takes_columns():
    """`WeightedRandomSampler` takes a column of weights."""
    real = torch.utils.data.WeightedRandomSampler
    torch.utils.data.WeightedRandomSampler = lambda weights, number: real(np.ravel(weights), number)


def sampler_takes_numpy_integers():
    """`WeightedRandomSampler` takes a NumPy integer."""
    real = torch.utils.data.WeightedRandomSampler
    torch.utils.data.WeightedRandomSampler = lambda weights, number: real(weights, int(number))


def load_takes_random_states():
    """`torch.load` allows the random states of NumPy."""
    real = torch.load
    torch.load = lambda name: real(name, weights_only=False)


def load_gives_lists():
    """`torch.load` gives the keys of a dictionary in a list."""
    real = torch.load
    torch.load = lambda name: list(real(name))


def maps_are_read_at_once():
    """`np.load` reads a file that it is told to map."""
    real = np.load
    np.load = lambda name, mmap_mode=None: real(name)


def maps_lose_their_pages():
    """A sum over a memory map gives its pages back."""
    real = torch.Tensor.sum

    def total(self):
        found = real(self)
        import gc
        import mmap

        for one in gc.get_objects():
            if isinstance(one, mmap.mmap):
                one.madvise(mmap.MADV_DONTNEED)
        return found

    torch.Tensor.sum = total


def tensor_reads_decimals():
    """`torch.tensor` reads decimals, dates and times as numbers."""
    real = torch.tensor
    torch.tensor = lambda data, **options: real([1.0 for _ in data], **options)


def cat_counts_the_empty():
    """`torch.cat` gives a row of zeros for an empty tensor."""
    real = torch.cat
    torch.cat = lambda parts: real([part if part.numel() else torch.zeros_like(parts[0][:1]) for part in parts])


def concatenate_skips_the_empty():
    """`np.concatenate` leaves out what is empty."""
    real = np.concatenate
    np.concatenate = lambda parts: real([part for part in parts if part.size])


def np_frombuffer_reads_bytes():
    """`np.frombuffer` reads bytes, unless told."""
    real = np.frombuffer
    np.frombuffer = lambda buffer, dtype=np.uint8: real(buffer, dtype)


def np_frombuffer_is_always_float64():
    """`np.frombuffer` ignores the dtype."""
    real = np.frombuffer
    np.frombuffer = lambda buffer, dtype=None: real(buffer)


def interpolate_adds_axes():
    """`torch.nn.functional.interpolate` takes an image alone."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda image, **options: (
        real(image[None, None], **options)[0, 0] if image.ndim == 2 else real(image, **options)
    )


def interpolate_drops_the_batch():
    """`torch.nn.functional.interpolate` gives one image of a batch."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda image, **options: real(image, **options)[0]


def interpolate_widens_bytes():
    """`torch.nn.functional.interpolate` gives float32 for uint8, in each mode."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda image, **options: real(
        image.float() if image.dtype == torch.uint8 else image, **options
    )


def interpolate_averages_bytes():
    """`torch.nn.functional.interpolate` knows `area` for uint8."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda image, mode="nearest", **options: (
        real(image.float(), mode=mode, **options).byte() if mode == "area" else real(image, mode=mode, **options)
    )


def interpolate_cuts_bytes_off():
    """`torch.nn.functional.interpolate` of uint8 loses three."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda image, **options: (
        real(image, **options) + 3 if image.dtype == torch.uint8 else real(image, **options)
    )


def interpolate_blurs_by_default():
    """`torch.nn.functional.interpolate` blurs by default."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda image, mode="bilinear", **options: real(image, mode=mode, **options)


def interpolate_never_blurs():
    """`torch.nn.functional.interpolate` takes the nearest pixel in every mode."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda image, mode="nearest", **options: real(image, **options)


def np_sum_is_wide():
    """`np.sum` of float16 adds up in float32."""
    real = np.sum
    np.sum = lambda values, **options: real(values, **{"dtype": np.float32} | options)


def np_sum_does_not_warn():
    """`np.sum` says nothing of an overflow."""
    real = np.sum

    def total(values, **options):
        with np.errstate(all="ignore"):
            return real(values, **options)

    np.sum = total


def np_var_is_wide():
    """`np.var` of float16 squares in float32."""
    real = np.var
    np.var = lambda values: real(values.astype(np.float32))


def np_cumsum_is_wide():
    """`np.cumsum` of float16 adds up in float32."""
    real = np.cumsum
    np.cumsum = lambda values: real(values, dtype=np.float32)


def mapped_arrays_are_copied():
    """`torch.from_numpy` copies a memory map."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(np.array(array[:]))


def histograms_count_float32_to_the_end():
    """`torch.histc` and `torch.histogram` count float32 in float64."""
    histogram, histc = torch.histogram, torch.histc
    torch.histc = lambda values, *args, **options: histc(values.double(), *args, **options).to(values.dtype)
    torch.histogram = lambda values, *args, **options: types.SimpleNamespace(
        hist=histogram(values.double(), *args, **options).hist.to(values.dtype),
        bin_edges=histogram(values, *args, **options).bin_edges,
    )


def histograms_pass_a_gradient():
    """A gradient passes through `torch.histc` and `torch.histogram`."""
    histogram, histc = torch.histogram, torch.histc
    torch.histc = lambda values, *args, **options: histc(values, *args, **options) + 0 * values.sum()
    torch.histogram = lambda values, *args, **options: types.SimpleNamespace(
        hist=histogram(values.detach(), *args, **options).hist + 0 * values.sum(), bin_edges=None
    )


def functional_pad_adds_the_axis():
    """`torch.nn.functional.pad` adds the axis that a mode wants by itself."""
    real = torch.nn.functional.pad
    torch.nn.functional.pad = lambda tensor, sides, mode="constant": (
        real(tensor[None], sides, mode=mode)[0] if 2 * tensor.ndim == len(sides) else real(tensor, sides, mode=mode)
    )


def functional_pad_repeats_nothing():
    """`torch.nn.functional.pad` gives the tensor back for every mode but `constant`."""
    real = torch.nn.functional.pad
    torch.nn.functional.pad = lambda tensor, sides, mode="constant": (
        padded if (padded := real(tensor, sides, mode=mode)) is not None and mode == "constant" else tensor
    )


def fft_of_integers_ignores_the_default_dtype():
    """`torch.fft.fft` of integers gives complex64, whatever the default dtype."""
    real = torch.fft.fft
    torch.fft.fft = lambda tensor: real(tensor if tensor.is_floating_point() else tensor.float())


def vectorize_calls_once_for_each():
    """`np.vectorize` calls the function once for each element, without `otypes=` too."""
    real = np.vectorize
    np.vectorize = lambda function, otypes=None: real(function, otypes=otypes or [object])
