"""Facts of docs/pitfalls/float64.md."""

import numpy as np
import torch


def numpy_scalars_widen():
    """A float32 array times an `np.float64`, `np.int64` or `np.int32` scalar, such as the mean or the maximum of integers, is float64; times a Python float or integer, or the mean of a float32 array, it stays float32."""
    pixels = np.array([0.0, 1.0], dtype=np.float32)
    for scale in (np.float64(0.5), np.mean(np.array([0, 1])), np.int64(2), np.int32(2), np.max(np.array([0, 2]))):
        assert torch.from_numpy(pixels * scale).dtype == torch.float64
    for scale in (0.5, 2, np.mean(pixels)):
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
    """`torch.nn.functional.binary_cross_entropy` refuses a target whose dtype is not that of the scores with a RuntimeError, and `torch.nn.functional.huber_loss` a float64 one in `Tensor.backward`; `torch.nn.functional.mse_loss` promotes float32 and float64, and `torch.nn.functional.binary_cross_entropy_with_logits` computes in the float dtype of the target."""
    scores = torch.tensor([0.9, 0.2], requires_grad=True)
    functional = torch.nn.functional
    for dtype in "?bBhHiIlLedFD":
        target = torch.from_numpy(np.array([1, 0], dtype))
        for loss in (functional.binary_cross_entropy, functional.huber_loss)[: 1 + (dtype == "d")]:
            with np.testing.assert_raises_regex(RuntimeError, "Found dtype .* but expected Float"):
                loss(scores, target).backward()
    for one, other in ("f", "d"), ("d", "f"), ("d", "e"), ("e", "d"):
        pair = (torch.from_numpy(np.array([1.0, 0.0], dtype)) for dtype in (one, other))
        logits, target = pair
        assert functional.binary_cross_entropy_with_logits(logits, target).dtype == target.dtype
        assert functional.mse_loss(logits, target).dtype == torch.float64


def preallocated_batch_casts():
    """`Tensor.copy_` casts: a float32 batch that takes the values of an array of another dtype stays float32."""
    for dtype in "?bBhHiIlLed":
        batch = torch.zeros(1, 2)
        batch.copy_(torch.from_numpy(np.array([[0, 1]], dtype)))
        assert (batch.dtype, batch.tolist()) == (torch.float32, [[0.0, 1.0]])


def layers_mix_no_dtypes():
    """The weights of `torch.nn.Linear` have the default dtype, float32 unless you set another, and it refuses an input of another one with a RuntimeError."""
    for default, others in (torch.float32, "?bBhHiIlLedFD"), (torch.float64, "?bBhHiIlLefFD"):
        torch.set_default_dtype(default)
        layer = torch.nn.Linear(2, 1)
        assert layer.weight.dtype == default
        for dtype in others:
            with np.testing.assert_raises_regex(RuntimeError, "must have the same dtype"):
                layer(torch.from_numpy(np.ones((1, 2), dtype)))


def autocast_does_not_cast_float64():
    """Under `torch.autocast`, `torch.nn.Linear` of a float64 or int64 tensor raises a RuntimeError that names the dtype of autocast, which casts the other floats alone: "but got Double and BFloat16", or "Half"."""
    for asked, name in (torch.bfloat16, "BFloat16"), (torch.float16, "Half"):
        with torch.autocast("cpu", dtype=asked):
            layer = torch.nn.Linear(2, 1)
            for other in torch.float32, torch.float16, torch.bfloat16, torch.float8_e5m2:
                assert layer(torch.ones(1, 2).to(other)).dtype == asked
            for dtype, word in ("d", "Double"), ("l", "Long"):
                with np.testing.assert_raises_regex(RuntimeError, f"but got {word} and {name}"):
                    layer(torch.from_numpy(np.ones((1, 2), dtype)))
