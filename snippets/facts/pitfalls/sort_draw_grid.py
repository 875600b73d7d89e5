"""Facts of docs/pitfalls/sort_draw_grid.md."""

import warnings

import numpy as np
import torch


def argmax_gives_the_first():
    """Of equal floats, signed integers or uint8, `torch.argmax` and `np.argmax` give the position of the first."""
    for dtype in "bBhilefd":
        for length in range(1, 99):
            array = np.array([0] + length * [1, 1, 0], dtype)
            assert torch.argmax(torch.from_numpy(array)) == np.argmax(array) == 1


def topk_gives_any():
    """`torch.topk`, and `torch.argsort` without `stable=True`, may put another of several equal numbers first."""
    for dtype in "bBhilefd":
        equal = [torch.from_numpy(np.zeros(length, dtype)) for length in range(1, 99)]
        assert any(torch.topk(tensor, 1).indices[0] != 0 for tensor in equal)
        assert any(torch.argsort(tensor)[0] != 0 for tensor in equal)
        assert all(torch.topk(tensor, 1).values[0] == 0 for tensor in equal)


def unique_keeps_each_nan():
    """`torch.unique` of floats keeps each NaN, and `np.unique` one."""
    for dtype in "efd":
        array = np.array([np.nan, 1, np.nan, 1], dtype)
        assert torch.unique(torch.from_numpy(array)).isnan().tolist() == [False, True, True]
        assert np.isnan(np.unique(array)).tolist() == [False, True]


def stable_sorts_agree():
    """`Tensor.argsort` with `stable=True` gives the positions of `np.argsort` with `kind="stable"` for bools, uint8, signed integers and floats; with `descending=True`, too, those of `-array` for floats without NaN, and of `~array` for the others."""
    rng = np.random.default_rng(0)
    for dtype in "?bBhilefd":
        array = rng.integers(0, 9, 99999).astype(dtype)
        if dtype in "bBhil":
            array[::9], array[4::9] = np.iinfo(dtype).min, np.iinfo(dtype).max
        found = torch.from_numpy(array).argsort(stable=True)
        assert found.tolist() == np.argsort(array, kind="stable").tolist()
        array = array[:300]
        found = torch.from_numpy(array).argsort(descending=True, stable=True)
        turned = -array if dtype in "efd" else ~array
        assert found.tolist() == np.argsort(turned, kind="stable").tolist()


def multinomial_gives_positions():
    """`torch.multinomial` gives positions, of weights that need not sum to 1, and raises a RuntimeError for weights that are integers, all 0 or below 0."""
    for dtype in "efd":
        weights = torch.from_numpy(np.array([0, 2, 6, 0], dtype))
        places = torch.multinomial(weights, 400, replacement=True)
        assert places.dtype == torch.int64
        assert places.unique().tolist() == [1, 2]
        assert 20 < (places == 1).sum() < 200
        assert sorted(torch.multinomial(weights, 2).tolist()) == [1, 2]
        for wrong in [0, 0], [2, -1]:
            with np.testing.assert_raises_regex(RuntimeError, "element < 0|sum of probabilities <= 0"):
                torch.multinomial(torch.from_numpy(np.array(wrong, dtype)), 1)
    for dtype in "bBhHiIlL":
        with np.testing.assert_raises_regex(RuntimeError, "only supports floating-point dtypes"):
            torch.multinomial(torch.from_numpy(np.array([2, 6], dtype)), 1)


def multinomial_draws_weights_of_0():
    """Without replacement, `torch.multinomial` gives positions of weight 0, too, where it is to draw more than are above 0; `choice` of the generators of NumPy raises a ValueError."""
    for dtype in "efd":
        weights = np.array([0, 0.25, 0.75, 0], dtype)
        assert sorted(torch.multinomial(torch.from_numpy(weights), 4).tolist()) == [0, 1, 2, 3]
        with np.testing.assert_raises_regex(ValueError, "Fewer non-zero entries in p than size"):
            np.random.default_rng(0).choice(4, 3, replace=False, p=weights)


def seeds_give_other_numbers():
    """With one seed, `np.random.rand` and `torch.rand` give different numbers, and so do `np.random.permutation` and `torch.randperm`."""
    for seed in range(5):
        np.random.seed(seed)
        torch.manual_seed(seed)
        assert not np.isclose(np.random.rand(4), torch.rand(4).numpy()).any()
        assert np.random.permutation(50).tolist() != torch.randperm(50).tolist()


def grids_are_transposed():
    """Without `indexing=`, `torch.meshgrid` gives the axes of `indexing="ij"`, with a UserWarning, and `np.meshgrid` those of `"xy"`; with one `indexing=`, both give the same numbers, but of two axes `np.meshgrid` makes one, and `torch.meshgrid` raises a RuntimeError."""
    for dtype in "?bBhHiIlLefdFD":
        arrays = [np.arange(length).astype(dtype) for length in (2, 3, 4)]
        tensors = [torch.from_numpy(array) for array in arrays]
        for indexing in "ij", "xy":
            for ours, theirs in zip(
                torch.meshgrid(*tensors, indexing=indexing), np.meshgrid(*arrays, indexing=indexing), strict=True
            ):
                assert ours.tolist() == theirs.tolist()
            table = np.zeros((2, 3), dtype)
            assert np.meshgrid(table, indexing=indexing)[0].shape == (6,)
            with warnings.catch_warnings(), np.testing.assert_raises_regex(RuntimeError, "Expected 0D or 1D tensor"):
                warnings.simplefilter("ignore")  # of the complex numbers in the message
                torch.meshgrid(torch.from_numpy(table), indexing=indexing)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            torch.set_warn_always(True)
            assert torch.meshgrid(*tensors)[0].shape == (2, 3, 4)
        assert [warning.category for warning in caught] == [UserWarning]
        assert np.meshgrid(*arrays)[0].shape == (3, 2, 4)


def grids_want_one_dtype():
    """`torch.meshgrid` raises a RuntimeError for tensors of two dtypes, where `np.meshgrid` keeps each."""
    for dtype in "?bBhHiIlLefFD":
        arrays = np.ones(2, dtype), np.ones(3, "d")
        with np.testing.assert_raises_regex(RuntimeError, "same dtype"):
            torch.meshgrid(*(torch.from_numpy(array) for array in arrays), indexing="xy")
        assert [grid.dtype for grid in np.meshgrid(*arrays)] == [dtype, "d"]


def grids_share():
    """The grids of `torch.meshgrid` share the memory of what they are made of: a write to one element of a grid is one to a whole row or column; those of `np.meshgrid` are copies, unless told `copy=False`."""
    for dtype in "?bBhHiIlLefdFD":
        for indexing in "ij", "xy":
            arrays = np.zeros(3, dtype), np.zeros(4, dtype)
            tensors = [torch.from_numpy(array) for array in arrays]
            for part, grid in zip(tensors, torch.meshgrid(*tensors, indexing=indexing), strict=True):
                grid[0, 0] = 1
                assert part[0] == 1
                assert (grid == 1).sum() == grid.numel() // len(part)
            for copy in True, False:
                grids = np.meshgrid(*arrays, indexing=indexing, copy=copy)
                shares = [np.shares_memory(grid, part) for grid, part in zip(grids, arrays, strict=True)]
                assert shares == [not copy] * 2


def conv1d_does_not_flip():
    """Up to rounding, `torch.nn.functional.conv1d` gives what `np.correlate` gives of float32 and float64 with `mode="valid"`, and with the kernel flipped what `np.convolve` gives, for a kernel that is not longer than the signal."""
    rng = np.random.default_rng(0)
    for dtype in "fd":
        for length in 1, 2, 5, 9:
            signal, kernel = (rng.normal(size=size).astype(dtype) for size in (9, length))
            ours, weight = (torch.from_numpy(array)[None, None] for array in (signal, kernel))
            found = torch.nn.functional.conv1d(ours, weight)[0, 0].numpy()
            flipped = torch.nn.functional.conv1d(ours, weight.flip(-1))[0, 0].numpy()
            limit = {"f": 1e-5, "d": 1e-13}[dtype]
            assert abs(found - np.correlate(signal, kernel, mode="valid")).max() < limit
            assert abs(flipped - np.convolve(signal, kernel, mode="valid")).max() < limit
