"""Facts of docs/pitfalls/float64.md."""

import numpy as np
import torch


def numpy_scalars_widen():
    """A float32 array times an `np.float64` scalar, such as the mean of integers, is float64; times a Python float or the mean of a float32 array it stays float32."""
    pixels = np.array([0.0, 1.0], dtype=np.float32)
    for scale in (np.float64(0.5), np.mean(np.array([0, 1]))):
        assert torch.from_numpy(pixels * scale).dtype == torch.float64
    for scale in (0.5, np.mean(pixels)):
        assert torch.from_numpy(pixels * scale).dtype == torch.float32


def double_makes_the_layer_fit():
    """`torch.nn.Module.double` casts the weights in place of the data: a `torch.nn.Linear` takes float64 then and gives float64, and float32 raises a RuntimeError."""
    features = torch.from_numpy(np.array([[5.1, 3.5]]))
    layer = torch.nn.Linear(2, 1).double()
    assert layer.weight.dtype == torch.float64
    assert layer(features).dtype == torch.float64
    with np.testing.assert_raises_regex(RuntimeError, "must have the same dtype"):
        layer(features.float())


def binary_cross_entropy_refuses():
    """`torch.nn.functional.binary_cross_entropy` refuses a target whose dtype is not that of the scores with a RuntimeError, where `torch.nn.functional.mse_loss` promotes float32 and float64."""
    scores = torch.tensor([0.9, 0.2])
    for dtype in "?bBhHiIlLedFD":
        with np.testing.assert_raises_regex(RuntimeError, "Found dtype .* but expected Float"):
            torch.nn.functional.binary_cross_entropy(scores, torch.from_numpy(np.array([1, 0], dtype)))
    assert torch.nn.functional.mse_loss(scores, torch.from_numpy(np.array([1.0, 0.0]))).dtype == torch.float64


def preallocated_batch_casts():
    """`Tensor.copy_` casts: a float32 batch that takes the values of an array of another dtype stays float32."""
    for dtype in "?bBhHiIlLed":
        batch = torch.zeros(1, 2)
        batch.copy_(torch.from_numpy(np.array([[0, 1]], dtype)))
        assert (batch.dtype, batch.tolist()) == (torch.float32, [[0.0, 1.0]])
