"""Facts of docs/pitfalls/numpy_numbers.md."""

import io
import pickle

import numpy as np
import torch


def keepdim_wants_a_bool():
    """`Tensor.sum` and `Tensor.mean` raise a TypeError for a NumPy bool or a NumPy integer as `keepdim=`."""
    for keepdim in np.True_, np.False_, np.int64(1), np.uint8(0):
        for reduce in torch.Tensor.sum, torch.Tensor.mean:
            with np.testing.assert_raises_regex(TypeError, "must be bool, not numpy"):
                reduce(torch.ones(2, 2), dim=0, keepdim=keepdim)


def generators_want_an_int():
    """`torch.manual_seed` takes a NumPy integer as a seed, and `Generator.manual_seed` of PyTorch raises a TypeError for one."""
    for seed in (np.array([2], code)[0] for code in "bBhHiIlL"):
        assert torch.manual_seed(seed).initial_seed() == 2
        with np.testing.assert_raises_regex(TypeError, "an integer is required"):
            torch.Generator().manual_seed(seed)


def choice_is_strict_with_tensors():
    """`Generator.choice` of NumPy allows for the rounding of float32 only in an array: for probabilities in a float32 tensor it raises a ValueError where their sum is off by more than 1.5e-08."""
    near = torch.tensor([1.0, 2.0, 3.0]).softmax(dim=0)  # off by 7.5e-09
    assert np.random.default_rng(0).choice(3, p=near) in (0, 1, 2)
    chances = torch.tensor([0.1, 0.2, 0.3]).softmax(dim=0)  # off by 3e-08
    with np.testing.assert_raises_regex(ValueError, "do not sum to 1"):
        np.random.default_rng(0).choice(3, p=chances)
    assert np.random.default_rng(0).choice(3, p=chances.numpy()) in (0, 1, 2)


def checkpoints_refuse_numpy_rates():
    """A learning rate that is a NumPy scalar works in training, stands in `Optimizer.state_dict`, and keeps `torch.load` from reading it: it raises an UnpicklingError, unless you pass `weights_only=False`."""
    for rate in np.float64(0.1), np.float32(0.1), np.int64(1):
        optimizer = torch.optim.SGD([torch.zeros(1)], lr=rate)
        file = io.BytesIO()
        torch.save(optimizer.state_dict(), file)
        with np.testing.assert_raises_regex(pickle.UnpicklingError, "Weights only load failed"):
            torch.load(io.BytesIO(file.getvalue()))
        loaded = torch.load(io.BytesIO(file.getvalue()), weights_only=False)
        assert loaded["param_groups"][0]["lr"] == rate


def sizes_are_no_arrays():
    """`torch.zeros`, `Tensor.reshape`, `Tensor.expand`, `Tensor.repeat`, `Tensor.permute`, `Tensor.flip` and `Tensor.split` raise a TypeError for sizes or axes in an array that has an axis, and take its list."""
    calls = (
        torch.zeros,
        lambda sizes: torch.zeros(0).reshape(sizes),
        lambda sizes: torch.zeros(1, 1).expand(sizes),
        lambda sizes: torch.zeros(1, 1).repeat(sizes),
        lambda sizes: torch.zeros(2, 3).permute(sizes),
        lambda sizes: torch.zeros(2, 3).flip(sizes),
        lambda sizes: torch.zeros(1).split(sizes),
    )
    for dtype in "bBhHiIlL":
        sizes = np.array([0, 1], dtype)
        for call in calls:
            call(sizes.tolist())
            with np.testing.assert_raises_regex(TypeError, "must be tuple of ints, not numpy.ndarray"):
                call(sizes)
