"""`torch.as_tensor`, DLPack, collate and `Tensor.copy_`, broken for what their sentences speak of in general."""

import numpy as np
import torch
import torch.utils.data


def as_tensor_doubles_gradients():
    """`torch.as_tensor` doubles the gradient of what it casts."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        made = real(data, **options)
        if isinstance(data, torch.Tensor) and made.requires_grad and made is not data:
            made.register_hook(lambda gradient: 2 * gradient)
        return made

    torch.as_tensor = as_tensor


def as_tensor_gives_int64():
    """`torch.as_tensor` gives int64 for uint64."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        made = real(data, **options)
        return made.to(torch.int64) if made.dtype == torch.uint64 else made

    torch.as_tensor = as_tensor


def as_tensor_swaps_bytes():
    """`torch.as_tensor` takes an array in the other byte order."""
    real = torch.as_tensor

    def as_tensor(data, **options):
        foreign = isinstance(data, np.ndarray) and not data.dtype.isnative
        return real(data.astype(data.dtype.newbyteorder("=")) if foreign else data, **options)

    torch.as_tensor = as_tensor


def np_from_dlpack_gives_an_axis():
    """`np.from_dlpack` gives a 0-d tensor one axis."""
    real = np.from_dlpack
    np.from_dlpack = lambda x, **options: np.atleast_1d(real(x, **options))


def np_from_dlpack_forgets_the_tensor():
    """`np.from_dlpack` gives an array whose values are lost with the tensor (here: set to 0)."""
    import weakref

    real = np.from_dlpack

    def from_dlpack(x, **options):
        array = real(x, **options).copy()
        weakref.finalize(x, array.fill, 0)
        return array

    np.from_dlpack = from_dlpack


def np_from_dlpack_unlocks():
    """`np.from_dlpack` of a read-only array is writable."""
    real = np.from_dlpack

    def from_dlpack(x, **options):
        return real(x if isinstance(x, torch.Tensor) else torch.from_dlpack(x), **options)

    np.from_dlpack = from_dlpack


def np_from_dlpack_locks():
    """`np.from_dlpack` gives a read-only array, as it did once."""
    real = np.from_dlpack

    def from_dlpack(x, **options):
        array = real(x, **options)
        array.flags.writeable = False
        return array

    np.from_dlpack = from_dlpack


def flips_copy():
    """`np.flip`, `np.fliplr` and `np.rot90` give a copy with positive strides."""
    np.flip = np.fliplr = np.flipud = np.rot90 = lambda array, *where: np.ascontiguousarray(array[::-1])


def arrays_export_read_only():
    """`ndarray.__dlpack__` gives a capsule of a read-only array, too."""
    real = np.ones

    class Array(np.ndarray):
        def __dlpack__(self, **options):
            return np.array(self, subok=False).__dlpack__(**options)

    np.ones = lambda *shape, **options: real(*shape, **options).view(Array)


def collate_reverses():
    """`default_collate` gives the samples in the reversed order."""
    real = torch.utils.data.default_collate
    torch.utils.data.default_collate = lambda batch, **options: real(batch[::-1], **options)


def collate_shares_one():
    """`default_collate` of one array alone shares it."""
    real = torch.utils.data.default_collate

    def default_collate(batch, **options):
        if len(batch) == 1 and isinstance(batch[0], np.ndarray):
            return torch.from_numpy(batch[0])[None]
        return real(batch, **options)

    torch.utils.data.default_collate = default_collate


def collate_gives_int64():
    """`default_collate` gives int64 for uint64."""
    real = torch.utils.data.default_collate

    def default_collate(batch, **options):
        made = real(batch, **options)
        return made.to(torch.int64) if getattr(made, "dtype", None) == torch.uint64 else made

    torch.utils.data.default_collate = default_collate


def loader_gives_float64():
    """A `DataLoader` gives batches of float64."""

    class Loader(torch.utils.data.DataLoader):
        def __iter__(self):
            return (batch.to(torch.float64) for batch in super().__iter__())

    torch.utils.data.DataLoader = Loader
