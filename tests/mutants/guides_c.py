"""Files, images, tables and other libraries, broken as readers might believe them to be."""

import numpy as np
import torch


def savez_takes_every_key():
    """`np.savez` takes the key `file`."""
    real = np.savez
    np.savez = lambda path, /, **arrays: real(
        path, **{{"file": "file_"}.get(name, name): array for name, array in arrays.items()}
    )


def np_save_resolves_views():
    """`np.save` resolves conjugated and negated views."""
    real = np.save
    np.save = lambda file, data: real(
        file, data.resolve_conj().resolve_neg() if isinstance(data, torch.Tensor) else data
    )


def conj_of_a_view_copies():
    """`Tensor.conj` of a conjugated view copies."""
    real = torch.Tensor.conj
    torch.Tensor.conj = lambda self: real(self).clone() if self.is_conj() else real(self)


def resize_keeps_64_bits():
    """`cv2.resize` gives the dtype that it is given."""
    import cv2

    real = cv2.resize
    cv2.resize = lambda image, size, **options: real(image, size, **options).astype(image.dtype)


def resize_gives_float64_with_options():
    """`cv2.resize` gives float64 with every interpolation."""
    import cv2

    real = cv2.resize
    cv2.resize = lambda image, size, **options: real(image, size, **options).astype(np.float64)


def none_as_an_index_copies():
    """A tensor with None as its index is a copy."""
    real = torch.Tensor.__getitem__
    torch.Tensor.__getitem__ = lambda self, index: real(self, index).clone() if index is None else real(self, index)


def circle_takes_every_point():
    """`cv2.circle` rounds the numbers of a point."""
    import cv2

    real = cv2.circle
    cv2.circle = lambda image, center, *rest: real(image, tuple(round(float(number)) for number in center), *rest)


def circle_draws_elsewhere():
    """`cv2.circle` takes a point as row and column."""
    import cv2

    real = cv2.circle
    cv2.circle = lambda image, center, *rest: real(image, center[::-1], *rest)


def imread_turns_no_photo():
    """`cv2.imread` reads a photo as it lies."""
    import cv2

    real = cv2.imread
    cv2.imread = lambda name, flags=cv2.IMREAD_COLOR: real(name, flags | cv2.IMREAD_IGNORE_ORIENTATION)


def imread_turns_every_photo():
    """`cv2.imread` turns a photo with every flag."""
    import cv2

    real = cv2.imread
    cv2.imread = lambda name, *flags: real(name)


def permute_adds_an_axis():
    """`Tensor.permute` of three axes takes a grayscale image for one of one channel."""
    real = torch.Tensor.permute
    torch.Tensor.permute = lambda self, *axes: real(self[..., None] if len(axes) == 3 > self.ndim else self, *axes)


def interpolate_takes_integers():
    """`torch.nn.functional.interpolate` takes all integers."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda image, **options: (
        real(image.float(), **options).to(image.dtype) if image.dtype != torch.uint8 else real(image, **options)
    )


def uint8_masks_are_not_deprecated():
    """A uint8 tensor as a mask warns of nothing."""
    import warnings

    real = torch.Tensor.__getitem__

    def getitem(self, index):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return real(self, index)

    torch.Tensor.__getitem__ = getitem


def false_times_nan_is_zero():
    """A tensor times a mask is 0 where the mask is False."""
    real = torch.Tensor.__mul__
    torch.Tensor.__mul__ = lambda self, other: (
        torch.where(other, self, 0)
        if isinstance(other, torch.Tensor) and other.dtype == torch.bool
        else real(self, other)
    )


def missing_dates_are_nan():
    """`DataFrame.to_numpy` gives NaN for a missing date."""
    import pandas as pd

    real = pd.DataFrame.to_numpy

    def to_numpy(self, *args, **options):
        array = real(self, *args, **options)
        return np.where(self.isna(), np.nan, array).astype(array.dtype) if array.dtype.kind == "f" else array

    pd.DataFrame.to_numpy = to_numpy


def nullable_columns_find_a_dtype():
    """`DataFrame.to_numpy` gives float64 for nullable columns."""
    import pandas as pd

    real = pd.DataFrame.to_numpy

    def to_numpy(self, dtype=None, **options):
        nullable = any(hasattr(kind, "na_value") and hasattr(kind, "numpy_dtype") for kind in self.dtypes)
        return real(self, np.float64 if dtype is None and nullable else dtype, **options)

    pd.DataFrame.to_numpy = to_numpy


def dates_with_a_zone_are_no_numbers():
    """`Series.to_numpy` with a dtype refuses dates with a time zone."""
    import pandas as pd

    real = pd.Series.to_numpy

    def to_numpy(self, dtype=None, **options):
        if dtype is not None and isinstance(self.dtype, pd.DatetimeTZDtype):
            raise TypeError("dates are no numbers (mutant)")
        return real(self, dtype, **options)

    pd.Series.to_numpy = to_numpy


def unsqueeze_adds_the_last_axis():
    """`Tensor.unsqueeze` adds an axis at the end."""
    real = torch.Tensor.unsqueeze
    torch.Tensor.unsqueeze = lambda self, axis: real(self, -1)


def coo_takes_a_tuple():
    """`torch.sparse_coo_tensor` takes a tuple of indices."""
    real = torch.sparse_coo_tensor
    torch.sparse_coo_tensor = lambda indices, *rest, **options: real(
        torch.stack(indices) if isinstance(indices, tuple) else indices, *rest, **options
    )


def csr_checks_its_parts():
    """`torch.sparse_csr_tensor` checks its parts by default."""
    real = torch.sparse_csr_tensor

    def make(*parts, check_invariants=True, **options):
        try:
            return real(*parts, check_invariants=check_invariants, **options)
        except RuntimeError as error:
            if check_invariants is True and "nnz" in str(error):
                raise RuntimeError("refused (mutant)") from error
            raise

    torch.sparse_csr_tensor = make


def coo_has_zeros():
    """`torch.sparse_coo_tensor` of indices and values has zeros for its values."""
    real = torch.sparse_coo_tensor
    torch.sparse_coo_tensor = lambda indices, values, *rest, **options: real(indices, values * 0, *rest, **options)


def csr_drops_a_value():
    """`torch.sparse_csr_tensor` takes zeros for the values where a shape is given."""
    real = torch.sparse_csr_tensor
    torch.sparse_csr_tensor = lambda rows, columns, values, *shape, **options: real(
        rows, columns, values * 0 if shape else values, *shape, **options
    )
