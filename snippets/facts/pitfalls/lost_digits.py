"""Facts of docs/pitfalls/lost_digits.md."""

import warnings

import numpy as np
import torch


def integers_promote_to_float32():
    """An integer tensor times a Python float is float32, the default dtype, where an integer array gives float64: the id 2**24 + 1 becomes 2**24."""
    for dtype in "bBhHiIlL":
        assert np.multiply(np.ones(1, dtype), 1.0).dtype == np.float64
        assert (torch.from_numpy(np.ones(1, dtype)) * 1.0).dtype == torch.float32
    for dtype in "iIlL":
        assert (torch.from_numpy(np.array([2**24 + 1], dtype)) * 1.0).item() == 2**24
    torch.set_default_dtype(torch.float64)
    for dtype in "bBhHiIlL":
        assert (torch.from_numpy(np.ones(1, dtype)) * 1.0).dtype == torch.float64


def time_needs_float64():
    """In float32, seconds since 1970 have steps of 128 in the years 2005 to 2037: of readings a second apart, all but one in 128 equal the one before."""
    for day in ("2005-01-01", "2037-12-31"):
        second = np.datetime64(day, "s").astype(np.int64)
        assert np.spacing(np.float32(second)) == 128.0
        clock = np.arange(second, second + 129.0)
        assert torch.tensor(clock, dtype=torch.float32).diff().count_nonzero() == 1


def missing_values_become_integers():
    """Casting the NaN of an array to whole numbers gives no warning in `torch.tensor`, and a RuntimeWarning in `ndarray.astype`; in a list, `torch.tensor` refuses it with a RuntimeError or a TypeError."""
    for dtype in "efd":
        ages = np.array([34, np.nan], dtype)
        for whole in "bBhHiIlL":
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                assert torch.tensor(ages, dtype=torch.from_numpy(np.ones(1, whole)).dtype)[0] == 34
                assert not caught
                ages.astype(whole)
            assert [warning.category for warning in caught] == [RuntimeWarning]
            with np.testing.assert_raises_regex((RuntimeError, TypeError), "without overflow|integer is required"):
                torch.tensor([34.0, float("nan")], dtype=torch.from_numpy(np.ones(1, whole)).dtype)


def large_numbers_become_infinite():
    """A float64 number of 2**128 or more becomes infinite in float32: `Tensor.float` gives no warning, `ndarray.astype` a RuntimeWarning."""
    for energy in (2.0**128, 1e39, 1e300):
        energies = np.array([energy, -energy])
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert torch.from_numpy(energies).float().tolist() == [np.inf, -np.inf]
            assert not caught
            energies.astype(np.float32)
        assert [warning.category for warning in caught] == [RuntimeWarning]


def uint8_wraps():
    """`+`, `-` and `*` of uint8 numbers wrap at 256, in arrays as in tensors; a Python integer above 255 beside an array raises an OverflowError, and beside a tensor it wraps as well; `torch.sum` and `np.sum` widen first."""
    left, right = np.array([200, 100], np.uint8), np.array([100, 200], np.uint8)
    ours, theirs = torch.from_numpy(left), torch.from_numpy(right)
    for name, wrapped in ("add", [44, 44]), ("subtract", [100, 156]), ("multiply", [32, 32]):
        assert getattr(np, name)(left, right).tolist() == wrapped
        with np.testing.assert_raises_regex(OverflowError, "300 out of bounds for uint8"):
            getattr(np, name)(left, 300)
        assert getattr(np, name)(left, 300.0).tolist() == getattr(torch, name)(ours, 300.0).tolist()
    results = ours + theirs, ours - theirs, ours * theirs, torch.add(ours, 300), torch.add(ours, theirs)
    assert [result.tolist() for result in results] == [[44, 44], [100, 156], [32, 32], [244, 144], [44, 44]]
    assert torch.sum(ours) == np.sum(left) == 300


def uint64_becomes_negative():
    """`Tensor.long` of a uint64 number of 2**63 or more gives a negative number, without a warning."""
    hashes = torch.from_numpy(np.array([2**63 - 1, 2**63, 2**63 + 5, 2**64 - 1], np.uint64))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert hashes.long().tolist() == [2**63 - 1, -(2**63), -(2**63) + 5, -1]


def float32_is_not_equal_to_float64():
    """0.1 in float32 is another number than in float64: `==` of two such tensors with an axis gives False, and `np.allclose` gives True."""
    array = np.array([0.1])
    tensor = torch.tensor(array, dtype=torch.float32)
    assert (tensor == torch.from_numpy(array)).tolist() == [False]
    assert np.allclose(tensor, array)


def digits_that_each_dtype_holds():
    """float32 holds about 7 digits, that is every whole number up to 2**24 (16,777,216), float64 about 16 digits, up to 2**53, and float16 about 3, up to 2**11; the next one is rounded, without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for dtype, bits in ("e", 11), ("f", 24), ("d", 53):
            whole = np.array([2**bits - 1, 2**bits, 2**bits + 1])
            expected = [2**bits - 1, 2**bits, 2**bits]
            tensor = torch.from_numpy(whole).to(torch.from_numpy(np.zeros(1, dtype)).dtype)
            assert whole.astype(dtype).tolist() == tensor.tolist() == expected


def half_sums_are_infinite():
    """The sum of float16 is infinite from 65,520 on, of an array of one axis, with a RuntimeWarning, as of a tensor; the mean is right in both, and so is the sum with `dtype=` of float32."""
    finite, infinite = np.array([32_752, 32_752], np.float16), np.array([32_752, 32_768], np.float16)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert [np.sum(array) for array in (finite, infinite)] == [65_504, np.inf]
    assert [warning.category for warning in caught] == [RuntimeWarning]
    assert [torch.from_numpy(array).sum().item() for array in (finite, infinite)] == [65_504, np.inf]
    array = np.ones(70_000, np.float16)
    tensor = torch.from_numpy(array)
    assert np.sum(array, dtype=np.float32) == tensor.sum(dtype=torch.float32).item() == 70_000
    assert np.mean(array) == tensor.mean() == 1


def half_sums_of_columns_stop():
    """The sum of float16 ones along the columns of an array, in C order, stops at 2,048, without a warning, where there are several, and so does `np.cumsum`; those of a tensor go on."""
    array = np.ones((4_096, 2), np.float16)
    tensor = torch.from_numpy(array)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for numbers in array.sum(0), np.cumsum(array[:, 0])[-1:]:
            assert set(numbers.tolist()) == {2_048}
        for numbers in array[:, :1].copy(), np.asfortranarray(array):
            assert set(np.sum(numbers, axis=0).tolist()) == {4_096}
    for numbers in tensor.sum(0), tensor[:, 0].cumsum(0)[-1:]:
        assert set(numbers.tolist()) == {4_096}


def half_variances_differ():
    """Where the sum of float16 numbers is infinite, the variance of the array is too; a tensor computes it in float32, so it is infinite where the variance itself is too large."""
    for array, variance in (
        (np.full(3, 40_000, np.float16), 0),
        (np.full(100, 1_000, np.float16), 0),
        (np.array([60_000, 10_000], np.float16), np.inf),
    ):
        with np.errstate(over="ignore"):
            assert np.var(array) == np.sum(array) == np.inf
        assert torch.from_numpy(array).var(correction=0) == variance


def sums_in_float64():
    """With `dtype=torch.float64`, `Tensor.sum` and `Tensor.mean` of float32 and float16 numbers give what they give of the same numbers in float64, and so do those of an array with `dtype=np.float64`."""
    for dtype in "ef":
        numbers = np.random.default_rng(0).random((1_000, 3)).astype(dtype)
        tensor, wide = torch.from_numpy(numbers), torch.from_numpy(numbers).double()
        assert abs(tensor.sum().item() - wide.sum().item()) > 1e-9
        for found, exact in (
            (tensor.sum(dtype=torch.float64), wide.sum()),
            (tensor.mean(dtype=torch.float64), wide.mean()),
            (numbers.sum(dtype=np.float64), wide.sum()),
            (numbers.mean(dtype=np.float64), wide.mean()),
        ):
            assert str(found.dtype).endswith("float64")
            assert abs(float(found) - exact.item()) < 1e-9


def near_numbers_lose_their_digits():
    """In float32, 0.4652 minus 0.4651 is wrong in the fifth digit, in both libraries, also where the difference is cast to float64; in float64 it is right to the twelfth."""
    for dtype, digits, wrong in ("f", "-1.000e-04", "-1.0002e-04"), ("d", "-1.00000000000e-04", "-9.9999999999989e-05"):
        near = np.array([0.4652, 0.4651]).astype(dtype)
        for difference in np.diff(near)[0], torch.diff(torch.from_numpy(near)).double().item():
            assert f"{float(difference):.{len(digits) - 7}e}" == digits
            assert f"{float(difference):.{len(wrong) - 7}e}" == wrong


def tensors_print_four_digits():
    """A tensor of floats prints four digits after the point at most, where its array, unless 0-d, prints eight at most; what they hold is the same."""
    for dtype in "fd":
        array = np.array([0.123456789], dtype)
        assert str(torch.from_numpy(array)).startswith("tensor([0.1235]")
        assert str(torch.ones(2)) == "tensor([1., 1.])"
        assert str(array) == "[0.12345679]"
        assert torch.from_numpy(array).tolist() == array.tolist()
        torch.set_printoptions(precision=8)
        assert str(torch.from_numpy(array)).startswith("tensor([0.12345679]")
        torch.set_printoptions(precision=4)


def running_sums_stay_narrow():
    """A Python float plus an `np.float32` or an `np.float16` is of that dtype, so a sum that begins at 0.0 adds in it, also that of the elements of an array; the sum of what `float` or `tolist` gives adds in 64 bits."""
    for kind, limit in (np.float32, 2**24), (np.float16, 2**11):
        parts = [kind(limit), kind(1), kind(1)]
        assert type(0.0 + kind(1)) is kind
        assert sum(parts, 0.0) == sum(np.array(parts), 0.0) == limit
        assert sum(map(float, parts), 0.0) == sum(np.array(parts).tolist(), 0.0) == limit + 2
