"""Facts of docs/pitfalls/float64.md."""

import numpy as np
import torch


def numpy_scalars_widen():
    """Under NumPy 2, a float32 array times a `np.float64` scalar, such as a mean, is float64; times a Python float it stays float32."""
    pixels = np.array([0.0, 1.0], dtype=np.float32)
    spread = np.std([1.0, 2.0])
    assert type(spread) is np.float64
    assert torch.from_numpy(pixels * spread).dtype == torch.float64
    assert torch.from_numpy(pixels * float(spread)).dtype == torch.float32


def double_makes_the_layer_fit():
    """`torch.nn.Module.double` casts the weights in place of the data: the layer takes float64 then, and gives float64."""
    features = torch.from_numpy(np.array([[5.1, 3.5]]))
    layer = torch.nn.Linear(2, 1).double()
    assert layer.weight.dtype == torch.float64
    assert layer(features).dtype == torch.float64
    with np.testing.assert_raises_regex(RuntimeError, "must have the same dtype"):
        layer(features.float())


def binary_cross_entropy_refuses():
    """`torch.nn.functional.binary_cross_entropy` refuses a float64 target of float32 scores, where `torch.nn.functional.mse_loss` promotes."""
    scores = torch.tensor([0.9, 0.2])
    labels = torch.from_numpy(np.array([1.0, 0.0]))
    with np.testing.assert_raises_regex(RuntimeError, "Found dtype Double but expected Float"):
        torch.nn.functional.binary_cross_entropy(scores, labels)
    assert torch.nn.functional.mse_loss(scores, labels).dtype == torch.float64


def preallocated_batch_casts():
    """`Tensor.copy_` casts: a float32 batch that takes the values of a float64 array stays float32."""
    batch = torch.zeros(1, 2)
    batch.copy_(torch.from_numpy(np.array([[5.1, 3.5]])))
    assert batch.dtype == torch.float32
    assert torch.nn.Linear(2, 1)(batch).dtype == torch.float32
