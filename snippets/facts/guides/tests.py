"""Facts of docs/guides/tests.md."""

import numpy as np
import torch


def assert_close_wants_one_type():
    """`torch.testing.assert_close` raises a TypeError for a tensor and an array, also for a tensor and a number; it takes two arrays, as two tensors."""
    for code in "?bBhHiIlLefdFD":
        array = np.ones(2, code)
        torch.testing.assert_close(array, array.copy())
        for other in array, 1.0, array[0]:
            with np.testing.assert_raises_regex(TypeError, "No comparison pair"):
                torch.testing.assert_close(torch.from_numpy(array), other)


def assert_close_compares_dtypes():
    """`torch.testing.assert_close` compares dtype and shape unless you pass `check_dtype=False`, and takes no NaN for equal unless you pass `equal_nan=True`."""
    one, nan = torch.ones(2), torch.tensor([torch.nan])
    for wrong in lambda: one.double(), lambda: one[:1]:
        with np.testing.assert_raises_regex(AssertionError, "do not match"):
            torch.testing.assert_close(one, wrong())
    with np.testing.assert_raises_regex(AssertionError, "not close"):
        torch.testing.assert_close(nan, nan)
    torch.testing.assert_close(one, one.double(), check_dtype=False)
    torch.testing.assert_close(nan, nan, equal_nan=True)


def np_testing_takes_tensors():
    """`np.testing.assert_allclose` and `np.testing.assert_array_equal` take a tensor for an array, compare no dtypes, and take NaN for equal; a tensor that requires grad raises a RuntimeError, and bfloat16 a TypeError."""
    for check in np.testing.assert_allclose, np.testing.assert_array_equal:
        check(torch.tensor([1.0, torch.nan]), np.array([1.0, np.nan]))
        with np.testing.assert_raises_regex(AssertionError, "Mismatched elements"):
            check(torch.ones(2), np.zeros(2))
        with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
            check(torch.ones(2, requires_grad=True), np.ones(2))
        with np.testing.assert_raises_regex(TypeError, "BFloat16"):
            check(torch.ones(2, dtype=torch.bfloat16), np.ones(2))


def tolerances_differ():
    """For float32 tensors `torch.testing.assert_close` allows a relative error of 1.3e-06, `np.testing.assert_allclose` 1e-07 whatever the dtype, and nothing near zero."""
    one = torch.ones(1)
    torch.testing.assert_close(one, one + 1e-6)
    with np.testing.assert_raises_regex(AssertionError, "rtol=1e-07, atol=0"):
        np.testing.assert_allclose(one.numpy(), (one + 1e-6).numpy())
    torch.testing.assert_close(one * 1e-9, one * 0)
    with np.testing.assert_raises_regex(AssertionError, "rtol=1e-07, atol=0"):
        np.testing.assert_allclose((one * 1e-9).numpy(), np.zeros(1))
