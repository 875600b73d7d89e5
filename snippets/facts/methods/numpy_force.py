"""Facts of docs/methods/numpy_force.md."""

import numpy as np
import torch


def equals_the_long_form():
    """`Tensor.numpy` with `force=True` gives what `detach`, `cpu`, `resolve_conj`, `resolve_neg` and `numpy` give one after the other."""
    plain = [torch.from_numpy(np.ones(2, dtype)) for dtype in "?bBhHiIlLefdFD"]
    spectrum = torch.tensor([1 + 2j, 3 - 1j], requires_grad=True).conj()
    for tensor in *plain, spectrum, spectrum.imag:
        array = tensor.numpy(force=True)
        assert array.tolist() == tensor.detach().cpu().resolve_conj().resolve_neg().numpy().tolist()


def write_reaches_the_weights():
    """A write to the array of a CPU parameter, by `Tensor.numpy` with `force=True`, changes the parameter, and autograd does not notice."""
    for dtype in "efdFD":
        weight = torch.nn.Parameter(torch.from_numpy(np.zeros(2, dtype)))
        version = weight._version
        weight.numpy(force=True)[0] = 1
        assert weight.tolist() == [1, 0]
        assert weight._version == version
