"""Facts of docs/guides/mixing_libraries.md."""

import matplotlib.pyplot as plt
import numpy as np
import scipy.integrate
import scipy.optimize
import torch
from scipy.ndimage import gaussian_filter
from scipy.optimize import minimize
from scipy.signal import butter, filtfilt
from sklearn.preprocessing import StandardScaler


def scaler_widens_tensors():
    """`StandardScaler` keeps the dtype of a float16, float32 or float64 array, and gives float64 for a tensor of any real dtype that NumPy has."""
    for dtype in "?bBhHiIlLefd":
        levels = np.array([[0, 10], [1, 30]], dtype)
        assert StandardScaler().fit_transform(torch.from_numpy(levels)).dtype == np.float64
    for dtype in "efd":
        assert StandardScaler().fit_transform(levels.astype(dtype)).dtype == dtype


def scaler_can_write_into_the_tensor():
    """`StandardScaler` with `copy=False` scales the array that `Tensor.numpy` gives of floats in place, and so the tensor."""
    for dtype in "efd":
        levels = torch.from_numpy(np.array([[0], [2]], dtype))
        StandardScaler(copy=False).fit_transform(levels.numpy())
        assert levels.tolist() == [[-1.0], [1.0]]


def scipy_cuts_the_graph():
    """`scipy.ndimage.gaussian_filter` gives an array, and refuses a tensor that requires grad with a RuntimeError, unless `torch.no_grad` is on."""
    image = torch.ones(4, 4, requires_grad=True)
    with np.testing.assert_raises_regex(RuntimeError, "Can't call numpy"):
        gaussian_filter(image, sigma=1)
    with torch.no_grad():
        assert type(gaussian_filter(image, sigma=1)) is np.ndarray
    assert type(gaussian_filter(image.detach(), sigma=1)) is np.ndarray


def filtfilt_gives_a_reversed_view():
    """`scipy.signal.filtfilt` gives a reversed view, which `torch.from_numpy` refuses; it is float64 for a signal of integers or of floats up to float64, and float64 coefficients, as `scipy.signal.butter` gives them."""
    for dtype in "bBhHiIlLefd":
        smooth = filtfilt(*butter(2, 0.1), np.arange(40).astype(dtype))
        assert smooth.dtype == np.float64
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.from_numpy(smooth)


def plot_copies():
    """`plt.plot` copies: a write to the tensor after it does not move the line."""
    for dtype in "bBhHiIlLefd":
        levels = torch.from_numpy(np.zeros(3, dtype))
        (line,) = plt.plot(levels.numpy())
        levels.fill_(1)
        assert line.get_ydata().tolist() == [0, 0, 0]
        plt.close("all")


def minimize_wants_numbers():
    """With its default method, `scipy.optimize.minimize` raises a RuntimeError, "requires grad", for a loss that is a tensor with a gradient; it takes `item` of the loss, and the array of the gradient with `jac=True`."""

    def loss(values):
        weights = torch.from_numpy(values).requires_grad_()
        distance = ((weights - 3) ** 2).sum()
        distance.backward()
        return distance, weights.grad

    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        minimize(lambda values: loss(values)[0], np.zeros(2))
    found = minimize(lambda values: (loss(values)[0].item(), loss(values)[1].numpy()), np.zeros(2), jac=True)
    np.testing.assert_allclose(found.x, [3, 3], rtol=1e-5)


def float32_hides_the_slope():
    """Without `jac=`, `scipy.optimize.minimize` by BFGS, L-BFGS-B or SLSQP, one of which it takes unless told a method, finds the slope at float64 numbers such as 1 by steps of about 1e-8, which a loss in float32 does not show: it gives back where it began, and says that it succeeded; Nelder-Mead needs no slope."""

    def loss(values, dtype):
        return ((torch.tensor(values, dtype=dtype) - 3) ** 2).sum().item()

    for method in "BFGS", "L-BFGS-B", "SLSQP":
        for dtype, place in (torch.float32, 1), (torch.float64, 3):
            found = scipy.optimize.minimize(loss, np.ones(2), args=(dtype,), method=method)
            assert found.success
            np.testing.assert_allclose(found.x, place, rtol=1e-5)
    for options, place in ({}, 1), ({"bounds": [(0, 9)] * 2}, 1), ({"method": "Nelder-Mead"}, 3):
        found = scipy.optimize.minimize(loss, np.ones(2), args=(torch.float32,), **options)
        assert found.success
        np.testing.assert_allclose(found.x, place, rtol=1e-3)


def scipy_calls_with_float64():
    """`scipy.integrate.solve_ivp` and `scipy.optimize.least_squares` call your function of real numbers with float64 arrays, also where you begin with float32, which a float32 `torch.nn.Linear` refuses with a RuntimeError; `scipy.optimize.minimize` with its default method keeps float32."""
    model = torch.nn.Linear(2, 2)
    for solver, dtype in (
        (lambda function, start: scipy.integrate.solve_ivp(lambda _, state: function(state), (0, 1), start), "d"),
        (lambda function, start: scipy.optimize.least_squares(function, start), "d"),
        (lambda function, start: scipy.optimize.minimize(lambda values: function(values)[0], start), "f"),
    ):
        seen = []
        solver(lambda values: [seen.append(values.dtype), np.zeros(2)][1], np.ones(2, np.float32))
        assert set(seen) == {np.dtype(dtype)}
    with np.testing.assert_raises_regex(RuntimeError, "must have the same dtype"):
        scipy.integrate.solve_ivp(lambda _, state: model(torch.from_numpy(state)).detach(), (0, 1), [1, 1])
