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
