"""Facts of docs/guides/tests.md."""

import numpy as np
import torch


def assert_close_wants_one_type():
    """`torch.testing.assert_close` raises a TypeError for a tensor and an array, also for a tensor and a number; it takes two arrays that `torch.as_tensor` takes, as two tensors."""
    close = torch.testing.assert_close
    for code in "?bBhHiIlLefdFD":
        array = np.ones(2, code)
        assert close(array, array.copy()) is None
        for other in array, 1.0, array[0]:
            with np.testing.assert_raises_regex(TypeError, "No comparison pair"):
                close(torch.from_numpy(array), other)
        with np.testing.assert_raises_regex(TypeError, "No comparison pair"):
            close(array[::-1], array[::-1])


def assert_close_compares_dtypes():
    """`torch.testing.assert_close` compares shapes, and dtypes unless you pass `check_dtype=False`, and takes no NaN for equal unless you pass `equal_nan=True`."""
    close, one, nan = torch.testing.assert_close, torch.ones(2), torch.tensor([torch.nan])
    assert close(one, one.double(), check_dtype=False) is close(nan, nan, equal_nan=True) is None
    for some, other in (one, one.double()), (one, one[:1]), (nan, nan):
        with np.testing.assert_raises_regex(AssertionError, "do not match|not close"):
            close(some, other)
    with np.testing.assert_raises_regex(AssertionError, "attribute 'shape' do not match"):
        close(one, one[:, None], check_dtype=False)


def np_testing_takes_tensors():
    """`np.testing.assert_allclose` and `np.testing.assert_array_equal` take a tensor for an array, compare no dtypes unless you pass `strict=True`, and take NaN for equal; a tensor that requires grad raises a RuntimeError unless `torch.no_grad` is on, a conjugate view a RuntimeError, and bfloat16 or a sparse tensor a TypeError."""
    for check in np.testing.assert_allclose, np.testing.assert_array_equal:
        assert check(torch.tensor([1.0, torch.nan]), np.array([1.0, np.nan])) is None
        for wrong, error, words in (
            (torch.zeros(2), AssertionError, "Mismatched elements"),
            (torch.ones(2, requires_grad=True), RuntimeError, "requires grad"),
            (torch.ones(2, dtype=torch.bfloat16), TypeError, "BFloat16"),
            (torch.ones(2, dtype=torch.complex64).conj(), RuntimeError, "conjugate bit"),
            (torch.ones(2).to_sparse(), TypeError, "can't convert Sparse layout"),
        ):
            with np.testing.assert_raises_regex(error, words):
                check(wrong, np.ones(2))
        with np.testing.assert_raises_regex(AssertionError, "dtypes float32, float64 mismatch"):
            check(torch.ones(2), np.ones(2), strict=True)
        with torch.no_grad():
            assert check(torch.ones(2, requires_grad=True), np.ones(2)) is None


def tolerances_differ():
    """For float32 tensors `torch.testing.assert_close` allows a relative error of 1.3e-06 and an absolute one of 1e-05; `np.testing.assert_allclose` allows 1e-07 whatever the dtype, and 0."""
    close, allclose, one = torch.testing.assert_close, np.testing.assert_allclose, torch.ones(1)
    for some, other in (one * 1e4, one * 1e4 + 2e-2), (one * 1.1e-5, one * 0):
        with np.testing.assert_raises_regex(AssertionError, "not close"):
            close(some, other)
    for some, other in (one, one + 1e-6), (one * 9e-6, one * 0):
        assert close(some, other) is None
        for dtype in np.float32, np.float64:
            with np.testing.assert_raises_regex(AssertionError, "rtol=1e-07, atol=0"):
                allclose(some.numpy().astype(dtype), other.numpy().astype(dtype))


def allclose_wants_one_dtype():
    """`torch.allclose` and `torch.isclose` raise a RuntimeError for a float32 tensor and a float64 tensor, and a TypeError for an array."""
    for check in torch.allclose, torch.isclose:
        with np.testing.assert_raises_regex(RuntimeError, "Float did not match Double"):
            check(torch.zeros(2), torch.zeros(2, dtype=torch.float64))
        for dtype in "fd":
            with np.testing.assert_raises_regex(TypeError, "must be Tensor, not numpy.ndarray"):
                check(torch.zeros(2), np.zeros(2, dtype))


def allclose_broadcasts():
    """`np.allclose` and `torch.allclose` broadcast: zeros of shape (3, 2) are close to zeros of shape (4, 3, 2)."""
    for dtype in "efd":
        small, large = np.zeros((3, 2), dtype), np.zeros((4, 3, 2), dtype)
        assert np.allclose(small, large)
        assert torch.allclose(torch.from_numpy(small), torch.from_numpy(large))
