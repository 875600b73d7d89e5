"""What the corrections speak of, broken."""

import numpy as np
import torch


def repr_shows_every_dtype():
    """`repr` of a tensor always shows the dtype."""
    real = torch.Tensor.__repr__
    torch.Tensor.__repr__ = lambda self: real(self).replace(")", f", dtype={self.dtype})")


def repr_hides_every_dtype():
    """`repr` of a tensor never shows the dtype."""
    real = torch.Tensor.__repr__
    torch.Tensor.__repr__ = lambda self: real(self).split(", dtype=")[0].rstrip(")") + ")"


def clone_keeps_the_storage():
    """`Tensor.clone` copies the whole storage of a view."""

    def clone(self, **options):
        storage = self.untyped_storage().clone()
        return torch.empty(0, dtype=self.dtype).set_(storage, self.storage_offset(), self.shape, self.stride())

    torch.Tensor.clone = clone


def resize_pads():
    """`np.resize` adds zeros."""
    np.resize = lambda array, count: np.pad(array, (0, count - len(array)))


def tensor_has_astype():
    """A tensor has `astype`."""
    torch.Tensor.astype = lambda self, dtype: self.to(dtype)


def to_casts_in_place():
    """`Tensor.to` from an integer to a float dtype shares, and reinterprets the bytes."""
    torch.Tensor.to = lambda self, dtype: self.view(dtype)
