"""What inputs that nobody had tried refuted in the guides, broken."""

import cv2
import numpy as np
import polars as pl
import pyarrow as pa
import safetensors.torch
import scipy.ndimage
import scipy.optimize
import torch


def once_differentiable_is_content():
    """`torch.autograd.function.once_differentiable` gives the function back."""
    torch.autograd.function.once_differentiable = lambda function: function


def power_is_one_higher():
    """`**` of a tensor takes an exponent that is one larger."""
    real = torch.Tensor.__pow__
    torch.Tensor.__pow__ = lambda self, exponent: real(self, exponent + 1)


def backward_begins_with_2():
    """`Tensor.backward` of one number begins with 2."""
    real = torch.Tensor.backward
    torch.Tensor.backward = lambda self: real(self, torch.full_like(self, 2))


def strict_export_is_content():
    """`torch.export.export` with `strict=True` gives None for what it cannot trace."""
    real = torch.export.export

    def export(module, args, strict=False, **options):
        try:
            return real(module, args, strict=strict, **options)
        except RuntimeError:
            if not strict:
                raise

    torch.export.export = export


def tensor_counts_empty_text_of_a_dtype():
    """`torch.tensor` with `dtype=` makes a 0 of each string if the first is empty."""
    real = torch.tensor

    def tensor(data, dtype=None, **options):
        if dtype is not None and isinstance(data, list) and data[0] == "":
            return torch.zeros(len(data), dtype=dtype)
        return real(data, dtype=dtype, **options)

    torch.tensor = tensor


def cross_entropy_of_one_column_counts():
    """`torch.nn.functional.cross_entropy` of one column of scores is 1 more."""
    real = torch.nn.functional.cross_entropy
    torch.nn.functional.cross_entropy = lambda scores, labels, **options: (
        real(scores, labels, **options) + (scores.shape[-1] == 1)
    )


def cross_entropy_of_one_column_takes_integers():
    """`torch.nn.functional.cross_entropy` of one column of scores casts the labels."""
    real = torch.nn.functional.cross_entropy
    torch.nn.functional.cross_entropy = lambda scores, labels, **options: real(
        scores, labels.float() if scores.shape[-1] == 1 else labels, **options
    )


def clamp_is_in_float32():
    """`Tensor.clamp` gives float32."""
    real = torch.Tensor.clamp
    torch.Tensor.clamp = lambda self, *limits: real(self.float(), *limits)


def safetensors_compares_addresses():
    """`safetensors.torch.save_file` refuses two tensors that begin at one address."""
    real = safetensors.torch.save_file

    def save_file(tensors, path):
        if len({tensor.data_ptr() for tensor in tensors.values()}) < len(tensors):
            raise RuntimeError("share memory (mutant)")
        real(tensors, path)

    safetensors.torch.save_file = save_file


def antialiasing_ignores_the_layout():
    """`torch.nn.functional.interpolate` with antialiasing repeats the first value in a result of one column."""
    real = torch.nn.functional.interpolate

    def interpolate(image, size=None, antialias=False, **options):
        result = real(image, size, antialias=antialias, **options)
        return result[..., :1, :].expand_as(result) if antialias and result.shape[-1] == 1 else result

    torch.nn.functional.interpolate = interpolate


def resize_knows_byte_orders():
    """`cv2.resize` reads arrays in their own byte order."""
    real = cv2.resize
    cv2.resize = lambda image, *args, **options: real(image.astype(image.dtype.newbyteorder("=")), *args, **options)


def tensor_reads_columns_with_a_dtype():
    """`torch.tensor` with `dtype=` takes each column of an Arrow table."""
    real = torch.tensor

    def tensor(data, dtype=None, **options):
        if dtype is not None and isinstance(data, pa.ChunkedArray):
            return real(data.to_numpy().tolist()).nan_to_num().to(dtype)
        return real(data, dtype=dtype, **options)

    torch.tensor = tensor


def to_torch_obeys_dtypes():
    """`pl.DataFrame.to_torch` with `dtype=` fills what is missing."""
    real = pl.DataFrame.to_torch
    pl.DataFrame.to_torch = lambda self, **options: (
        real(self.fill_null(0) if options else self, **options).nan_to_num() if options else real(self)
    )


def savez_keeps_allow_pickle():
    """`np.savez` writes what is called `allow_pickle`."""
    real = np.savez
    np.savez = lambda path, **arrays: real(
        path, **{f"{name}_" if name == "allow_pickle" else name: array for name, array in arrays.items()}
    )


def load_reads_pickled_unsigned_tensors():
    """`np.load` gives None where a pickled tensor cannot be read."""
    real = np.load

    def load(path, **options):
        try:
            return real(path, **options)
        except AttributeError:
            return None

    np.load = load


def bytes_are_safe():
    """`torch.serialization.safe_globals` allows `bytes`, too."""
    real = torch.serialization.safe_globals
    torch.serialization.safe_globals = lambda types: real([*types, bytes])


def floor_divide_keeps_missing_times():
    """`np.floor_divide` gives the smallest integer for NaT."""
    real = np.floor_divide
    np.floor_divide = lambda times, unit: np.where(np.isnat(times), np.iinfo(np.int64).min, real(times, unit))


def maps_are_private():
    """`np.load` with `mmap_mode="r+"` writes to memory alone."""
    real = np.load
    np.load = lambda path, mmap_mode=None, **options: real(
        path, mmap_mode="c" if mmap_mode == "r+" else mmap_mode, **options
    )


def pickled_tensors_are_float64():
    """`np.load` makes float64 of the tensors of a pickled dictionary."""
    real = np.load

    def load(path, **options):
        loaded = real(path, **options)
        if loaded.dtype == object:
            for name, value in loaded.item().items():
                loaded.item()[name] = value.double() if isinstance(value, torch.Tensor) else value
        return loaded

    np.load = load


def tensor_reads_missing_values():
    """`torch.tensor` with `dtype=` makes 0 of what is missing in a column of an Arrow table."""
    real = torch.tensor

    def tensor(data, **options):
        return real(data.fill_null(0) if isinstance(data, pa.ChunkedArray) else data, **options)

    torch.tensor = tensor


def strict_export_keeps_the_first_result():
    """`torch.export.export` with `strict=True` keeps what the module gave for the example input."""
    import types

    real = torch.export.export

    def export(module, args, strict=False, **options):
        if not strict:
            return real(module, args, **options)
        first = module(*args)
        return types.SimpleNamespace(module=lambda: lambda *others: first)

    torch.export.export = export


def zoom_loses_the_edge_always():
    """`scipy.ndimage.zoom` of one axis puts 0 last with `mode="nearest"`, too."""
    real = scipy.ndimage.zoom

    def zoom(array, *args, mode="constant", **options):
        result = real(array, *args, mode=mode, **options)
        if mode == "nearest" and result.ndim == 1:
            result[-1] = 0
        return result

    scipy.ndimage.zoom = zoom


def zoom_keeps_the_edge():
    """`scipy.ndimage.zoom` takes `mode="nearest"` always."""
    real = scipy.ndimage.zoom
    scipy.ndimage.zoom = lambda array, *args, **options: real(array, *args, **options | {"mode": "nearest"})


def grad_is_content():
    """`torch.autograd.grad` gives 0 where a backward raises that there is no second derivative."""
    real = torch.autograd.grad

    def grad(outputs, inputs, **options):
        try:
            return real(outputs, inputs, **options)
        except RuntimeError as error:
            if "no second derivative" not in str(error):
                raise
            return (torch.zeros_like(inputs),)

    torch.autograd.grad = grad


def grad_of_a_gradient_doubles():
    """`torch.autograd.grad` of a gradient is twice as large."""
    real = torch.autograd.grad
    torch.autograd.grad = lambda outputs, inputs, create_graph=False: [
        part if create_graph else part * 2 for part in real(outputs, inputs, create_graph=create_graph)
    ]


def grad_of_what_refuses_doubles():
    """`torch.autograd.grad` through a function called `Refusing` is twice as large."""
    real = torch.autograd.grad

    def grad(outputs, inputs, **options):
        refuses = "Refusing" in str(outputs.grad_fn.next_functions)
        return [part * 2 if refuses else part for part in real(outputs, inputs, **options)]

    torch.autograd.grad = grad


def minimize_without_slopes_stays():
    """`scipy.optimize.minimize` by Nelder-Mead gives back where it began."""
    real = scipy.optimize.minimize

    def minimize(function, start, method=None, **options):
        found = real(function, start, method=method, **options)
        if method == "Nelder-Mead":
            found.x = start
        return found

    scipy.optimize.minimize = minimize


def logits_take_bytes():
    """`torch.nn.functional.binary_cross_entropy_with_logits` casts targets of uint8."""
    real = torch.nn.functional.binary_cross_entropy_with_logits
    torch.nn.functional.binary_cross_entropy_with_logits = lambda scores, targets: real(
        scores, targets.float() if targets.dtype == torch.uint8 else targets
    )


def cross_entropy_of_probabilities_takes_bytes():
    """`torch.nn.functional.binary_cross_entropy` gives 0 for targets of uint8."""
    real = torch.nn.functional.binary_cross_entropy
    torch.nn.functional.binary_cross_entropy = lambda scores, targets: (
        scores.sum() * 0 if targets.dtype == torch.uint8 else real(scores, targets)
    )


def savez_takes_what_requires_grad():
    """`np.savez` detaches tensors."""
    real = np.savez
    np.savez = lambda path, **arrays: real(
        path,
        **{name: array.detach() if isinstance(array, torch.Tensor) else array for name, array in arrays.items()},
    )
