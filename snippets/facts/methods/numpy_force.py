"""Facts of docs/methods/numpy_force.md."""

import numpy as np
import torch


def equals_the_long_form():
    """`force=True` gives what `detach`, `cpu`, `resolve_conj`, `resolve_neg` and `numpy` give one after the other."""
    spectrum = torch.tensor([1 + 2j, 3 - 1j], requires_grad=True).conj()
    array = spectrum.numpy(force=True)
    assert array.tolist() == spectrum.detach().cpu().resolve_conj().resolve_neg().numpy().tolist()
    assert array.tolist() == [1 - 2j, 3 + 1j]


def write_reaches_the_weights():
    """A write to the array of a parameter, by `Tensor.numpy` with `force=True`, changes the parameter, and autograd does not notice."""
    weight = torch.nn.Parameter(torch.zeros(2))
    version = weight._version
    weight.numpy(force=True)[0] = 9.0
    assert weight.tolist() == [9.0, 0.0]
    assert weight._version == version


def dtype_is_not_forced():
    """`Tensor.numpy` with `force=True` does not cast: bfloat16 and sparse tensors raise a TypeError all the same."""
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        torch.ones(2, dtype=torch.bfloat16).numpy(force=True)
    with np.testing.assert_raises_regex(TypeError, "Sparse"):
        torch.eye(2).to_sparse().numpy(force=True)
