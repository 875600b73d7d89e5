"""Facts of docs/pitfalls/conj_neg.md."""

import warnings

import numpy as np
import torch


def complex_arrays_are_shared():
    """`torch.from_numpy` shares complex64 and complex128 arrays, with the same dtype."""
    for dtype in (np.complex64, np.complex128):
        spectrum = np.array([1 + 2j, 3 - 1j], dtype=dtype)
        tensor = torch.from_numpy(spectrum)
        tensor[0] = 5j
        assert spectrum.tolist() == [5j, 3 - 1j]
        assert tensor.numpy().dtype == dtype


def parts_are_views():
    """`Tensor.real` and `Tensor.imag` are views: a write into one reaches the complex array."""
    spectrum = np.array([1 + 2j, 3 - 1j])
    tensor = torch.from_numpy(spectrum)
    tensor.real[0] = 9.0
    tensor.imag[1] = 0.0
    assert spectrum.tolist() == [9 + 2j, 3 + 0j]


def these_set_the_bits():
    """`Tensor.conj`, `Tensor.H`, `Tensor.mH` and `Tensor.adjoint` set the conjugate bit, and `Tensor.imag` of those sets the negative bit."""
    spectrum = torch.tensor([[1 + 2j, 3 - 1j]])
    for lazy in (spectrum.conj(), spectrum.H, spectrum.mH, spectrum.adjoint()):
        assert lazy.is_conj()
        assert lazy.imag.is_neg()
        assert not lazy.real.is_neg()


def contiguous_keeps_the_bit():
    """`Tensor.contiguous` and `Tensor.detach` keep the conjugate bit; `Tensor.clone` and arithmetic write the values."""
    lazy = torch.tensor([1 + 2j, 3 - 1j]).conj()
    assert lazy.contiguous().is_conj()
    assert lazy.detach().is_conj()
    assert not lazy.clone().is_conj()
    assert (lazy + 0).numpy().tolist() == [1 - 2j, 3 + 1j]


def conj_physical_sets_no_bit():
    """`Tensor.conj_physical` computes the conjugate at once, in memory of its own, and `Tensor.numpy` takes it."""
    spectrum = torch.tensor([1 + 2j, 3 - 1j])
    array = spectrum.conj_physical().numpy()
    spectrum[0] = 0
    assert array.tolist() == [1 - 2j, 3 + 1j]


def resolve_may_share():
    """`Tensor.resolve_conj` returns the tensor itself where no bit is set, so the array then shares."""
    spectrum = torch.tensor([1 + 2j, 3 - 1j])
    spectrum.resolve_conj().numpy()[0] = 0
    spectrum.conj().resolve_conj().numpy()[1] = 0
    assert spectrum.tolist() == [0j, 3 - 1j]


def float_drops_the_imaginary_part():
    """`Tensor.float` of a complex tensor drops the imaginary part with a UserWarning, once per process."""
    spectrum = torch.from_numpy(np.array([1 + 2j, 3 - 1j]))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert spectrum.float().tolist() == [1.0, 3.0]
        spectrum.float()
    assert ["discards the imaginary part" in str(warning.message) for warning in caught] == [True]
