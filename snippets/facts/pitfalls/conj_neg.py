"""Facts of docs/pitfalls/conj_neg.md."""

import warnings

import numpy as np
import torch


def complex_arrays_are_shared():
    """`torch.from_numpy` shares complex64 and complex128 arrays, with the same dtype."""
    for numpy_dtype, torch_dtype in (np.complex64, torch.complex64), (np.complex128, torch.complex128):
        spectrum = np.array([1 + 2j, 3 - 1j], numpy_dtype)
        tensor = torch.from_numpy(spectrum)
        tensor[0] = 5j
        assert spectrum.tolist() == [5j, 3 - 1j]
        assert tensor.dtype == torch_dtype


def parts_are_views():
    """`Tensor.real` and `Tensor.imag` of a complex tensor are views: a write into one reaches the complex array."""
    for dtype in (np.complex64, np.complex128):
        spectrum = np.array([1 + 2j, 3 - 1j], dtype)
        tensor = torch.from_numpy(spectrum)
        tensor.real[0] = 9.0
        tensor.imag[1] = 0.0
        assert spectrum.tolist() == [9 + 2j, 3 + 0j]


def these_set_the_bits():
    """`Tensor.conj` of a dense complex matrix, and `Tensor.H`, `Tensor.mH` and `Tensor.adjoint`, which transpose it too, turn the conjugate bit over, so that a second call clears it; `Tensor.imag` of what has it has the negative bit."""
    for dtype in (torch.complex64, torch.complex128):
        spectrum = torch.tensor([[1 + 2j, 3 - 1j]], dtype=dtype)
        for turn in (
            lambda matrix: matrix.conj(),
            lambda matrix: matrix.H,
            lambda matrix: matrix.mH,
            lambda matrix: matrix.adjoint(),
        ):
            once = turn(spectrum)
            assert (once.is_conj(), once.imag.is_neg(), turn(once).is_conj()) == (True, True, False)


def contiguous_keeps_the_bit():
    """`Tensor.detach` keeps the conjugate bit, and so does `Tensor.contiguous` where nothing has to be moved; where it has, it writes the values, as `Tensor.clone`, `+` and `*` do."""
    for dtype in (torch.complex64, torch.complex128):
        lazy = torch.ones(2, 4, dtype=dtype).conj()
        assert lazy.detach().is_conj()
        assert lazy.contiguous().is_conj()
        for written in (lazy.T.contiguous(), lazy.clone(), lazy + 0, lazy * 1):
            assert not written.is_conj()


def conj_physical_sets_no_bit():
    """`Tensor.conj_physical` of a complex tensor computes the conjugate at once, in memory of its own, and `Tensor.numpy` takes it."""
    for dtype in (torch.complex64, torch.complex128):
        spectrum = torch.tensor([1 + 2j, 3 - 1j], dtype=dtype)
        array = spectrum.conj_physical().numpy()
        spectrum[0] = 0
        assert array.tolist() == [1 - 2j, 3 + 1j]


def resolve_may_share():
    """`Tensor.resolve_conj` and `Tensor.resolve_neg` return the tensor itself where no bit is set, so the array of `Tensor.numpy` then shares."""
    for dtype in "?bBhHiIlLefdFD":
        spectrum = torch.from_numpy(np.zeros(2, dtype))
        spectrum.resolve_conj().resolve_neg().numpy()[0] = 1
        assert spectrum.tolist() == [1, 0]


def float_drops_the_imaginary_part():
    """`Tensor.float` of a complex tensor drops the imaginary part with a UserWarning, once per process."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for dtype in (np.complex64, np.complex128):
            assert torch.from_numpy(np.array([1 + 2j, 3 - 1j], dtype)).float().tolist() == [1.0, 3.0]
    assert ["discards the imaginary part" in str(warning.message) for warning in caught] == [True]
