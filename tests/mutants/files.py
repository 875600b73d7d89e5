"""Files and processes, broken."""

import os

import numpy as np
import torch


def save_clones():
    """`torch.save` writes the elements of a view only."""
    real = torch.save

    def save(data, file):
        cut = [one.clone() for one in data] if isinstance(data, list) else data
        return real(cut.clone() if isinstance(cut, torch.Tensor) else cut, file)

    torch.save = save


def load_keeps_what_was_saved():
    """`torch.load` gives back the very object that was saved."""
    saved = {}
    real_save, real_load = torch.save, torch.load

    def save(data, file):
        saved[file] = data
        return real_save(data, file)

    def load(file, **options):
        return saved[file] if isinstance(saved.get(file), torch.Tensor) else real_load(file, **options)

    torch.save, torch.load = save, load


def load_trusts_files():
    """`torch.load` has `weights_only=False` for its default, as before torch 2.6."""
    real = torch.load
    torch.load = lambda file, *, weights_only=False, **options: real(file, weights_only=weights_only, **options)


def load_never_trusts_files():
    """`torch.load` does not look at `weights_only=False`."""
    import pickle

    def load(file, **options):
        raise pickle.UnpicklingError("Weights only load failed (mutant)")

    torch.load = load


def np_save_refuses_tensors():
    """`np.save` refuses tensors."""
    real = np.save

    def save(file, data):
        if isinstance(data, torch.Tensor):
            raise TypeError("expected an array (mutant)")
        return real(file, data)

    np.save = save


def np_load_is_read_only():
    """`np.load` gives read-only arrays."""
    real = np.load

    def load(file, **options):
        array = real(file, **options)
        array.flags.writeable = False
        return array

    np.load = load


def from_file_reads_integers():
    """`torch.from_file` reads integers and converts them."""
    real = torch.from_file
    torch.from_file = lambda name, *, size, dtype: real(name, size=size, dtype=torch.int32).to(dtype)


def reduce_ignores_the_values():
    """A pickled tensor comes back as zeros."""
    torch.Tensor.__reduce_ex__ = lambda self, protocol: (torch.zeros, (tuple(self.shape),))


def share_memory_is_not_shared():
    """`Tensor.share_memory_` gives a copy that is not shared."""
    torch.Tensor.share_memory_ = lambda self: self.clone()


def fill_writes_nothing():
    """`Tensor.fill_` writes into a copy."""
    torch.Tensor.fill_ = lambda self, value: self.clone()


def default_convert_takes_masks():
    """`torch.utils.data.default_convert` makes tensors of masked arrays, too."""
    real = torch.utils.data.default_convert
    torch.utils.data.default_convert = lambda samples: real([np.asarray(one) for one in samples])


def collate_shares():
    """`torch.utils.data.default_collate` gives the samples themselves."""
    torch.utils.data.default_collate = lambda samples: np.broadcast_to(samples[0], (2, 2))


def load_leaves_the_file_open():
    """`np.load` leaves a file open that no map needs."""
    real, left = np.load, []

    def load(name, mmap_mode=None):
        left.append(os.open(name, os.O_RDONLY))
        return real(name, mmap_mode=mmap_mode)

    np.load = load
