"""Facts of docs/pitfalls/lost_digits.md."""

import warnings

import numpy as np
import torch


def integers_promote_to_float32():
    """An int64 tensor times a Python float is float32, where an int64 array gives float64: an id above 2**24 changes."""
    orders = np.array([16_777_217])
    tensor = torch.from_numpy(orders)
    assert (orders * 1.0).dtype == np.float64
    assert (tensor * 1.0).dtype == torch.float32
    assert (tensor * 1.0).item() == 16_777_216


def time_needs_float64():
    """In float32, the seconds since 1970 have steps of 128: two readings a second apart become equal."""
    clock = np.array([1_700_000_000.0, 1_700_000_001.0])
    assert torch.from_numpy(clock).diff().item() == 1.0
    assert torch.tensor(clock, dtype=torch.float32).diff().item() == 0.0
    assert np.spacing(np.float32(clock[0])) == 128.0


def missing_values_become_integers():
    """Casting NaN to an integer dtype gives no warning in `torch.tensor`, and a RuntimeWarning in `ndarray.astype`."""
    ages = np.array([34.0, np.nan])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.tensor(ages, dtype=torch.int64)
        assert not caught
        ages.astype(np.int64)
    assert tensor[0] == 34
    assert "invalid value encountered in cast" in str(caught[0].message)


def large_numbers_become_infinite():
    """A float64 number beyond the range of float32 becomes infinite: `Tensor.float` says nothing, `ndarray.astype` warns."""
    energies = np.array([1e39])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert torch.from_numpy(energies).float().item() == np.inf
        assert not caught
        assert energies.astype(np.float32)[0] == np.inf
    assert "overflow encountered in cast" in str(caught[0].message)


def uint8_wraps():
    """Arithmetic on uint8 wraps at 256, in NumPy as in PyTorch, and `torch.sum` widens to int64."""
    pixels = np.array([200, 255], dtype=np.uint8)
    tensor = torch.from_numpy(pixels)
    assert (tensor + 100).tolist() == (pixels + np.uint8(100)).tolist() == [44, 99]
    assert torch.sum(tensor).dtype == torch.int64
    assert torch.sum(tensor) == 455


def uint64_becomes_negative():
    """`Tensor.long` of a uint64 number of 2**63 or more gives a negative number, without a warning."""
    hashes = torch.from_numpy(np.array([5, 2**63 + 5], dtype=np.uint64))
    assert hashes.long().tolist() == [5, -(2**63) + 5]


def float32_is_not_equal_to_float64():
    """0.1 in float32 is another number than 0.1 in float64, so `==` of the two is False; `np.allclose` says True."""
    array = np.array([0.1, 0.5])
    tensor = torch.tensor(array, dtype=torch.float32)
    assert (tensor == torch.from_numpy(array)).tolist() == [False, True]
    assert np.allclose(tensor, array)
