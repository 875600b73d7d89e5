"""Facts of docs/pitfalls/autograd_blind.md."""

import warnings

import numpy as np
import torch


def results_are_kept_too():
    """Some functions keep their result for the gradient, among them `Tensor.exp`, `Tensor.sqrt`, `Tensor.tanh`, `Tensor.sigmoid`, `Tensor.reciprocal` and `Tensor.softmax`: a write through an array of the result makes the gradient wrong."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        for name in ("exp", "sqrt", "tanh", "sigmoid", "reciprocal", "softmax"):
            rates = torch.ones(2, dtype=dtype, requires_grad=True)
            result = getattr(rates, name)(*([0] if name == "softmax" else []))
            result.detach().numpy()[1] = 100
            result.sum().backward()
            assert rates.grad[0] != rates.grad[1]


def second_tensor_counts_apart():
    """A second tensor over the array of such a result, made by `torch.from_numpy`, has a counter of its own: `Tensor.zero_` on it is not noticed either, and the gradient of `Tensor.exp` becomes 0, that of `Tensor.tanh` 1."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        for name, gradient in ("exp", 0.0), ("tanh", 1.0):
            rates = torch.ones(2, dtype=dtype, requires_grad=True)
            growth = getattr(rates, name)()
            torch.from_numpy(growth.detach().numpy()).zero_()
            growth.sum().backward()
            assert rates.grad.tolist() == [gradient] * 2


def detach_is_noticed_data_is_not():
    """A write to such a result by way of `Tensor.detach` is noticed, so `Tensor.backward` raises a RuntimeError; one by way of `Tensor.data` is not."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        rates = torch.zeros(2, dtype=dtype, requires_grad=True)
        growth = rates.exp()
        growth.data.fill_(5.0)
        assert growth._version == 0
        growth.sum().backward()
        assert rates.grad.tolist() == [5.0, 5.0]
        growth = rates.exp()
        growth.detach().fill_(5.0)
        with np.testing.assert_raises_regex(RuntimeError, "modified by an inplace operation"):
            growth.sum().backward()


def increment_version_tells_autograd():
    """`torch.autograd.graph.increment_version` of the tensor that autograd keeps makes `Tensor.backward` raise a RuntimeError; that of another tensor over the array does not."""
    for dtype in "efd":
        inputs = np.ones(2, dtype)
        tensor = torch.from_numpy(inputs)
        loss = (torch.ones_like(tensor, requires_grad=True) * tensor).sum()
        inputs *= 100
        torch.autograd.graph.increment_version(torch.from_numpy(inputs))
        loss.backward(retain_graph=True)
        torch.autograd.graph.increment_version(tensor)
        with np.testing.assert_raises_regex(RuntimeError, "modified by an inplace operation"):
            loss.backward()


def hooks_keep_the_values():
    """Under `torch.autograd.graph.saved_tensors_hooks` with `Tensor.clone`, autograd keeps copies, and a write through the array does not matter."""
    for dtype in "efd":
        inputs = np.array([1.0, 2.0], dtype)
        tensor = torch.from_numpy(inputs)
        weights = torch.ones_like(tensor, requires_grad=True)
        with torch.autograd.graph.saved_tensors_hooks(torch.Tensor.clone, lambda kept: kept):
            loss = (weights * tensor).sum()
        inputs *= 100
        loss.backward()
        assert weights.grad.tolist() == [1.0, 2.0]


def lock_after_sharing():
    """Locking an array after `torch.from_numpy` gives no warning: NumPy refuses a write to it with a ValueError, and one to the tensor, or to a view made before, still reaches it."""
    for dtype in "?bBhHiIlLefdFD":
        inputs = np.zeros(3, dtype)
        tensor, view = torch.from_numpy(inputs), inputs[1:]
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            inputs.setflags(write=False)
            tensor[0] = view[0] = 1
        assert inputs.tolist() == [1, 1, 0]
        with np.testing.assert_raises_regex(ValueError, "read-only"):
            inputs[0] = 0
