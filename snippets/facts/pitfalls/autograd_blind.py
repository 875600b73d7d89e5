"""Facts of docs/pitfalls/autograd_blind.md."""

import numpy as np
import torch


def results_are_kept_too():
    """`Tensor.exp` keeps its result for the gradient: a write through an array of the result makes the gradient wrong."""
    rates = torch.zeros(2, requires_grad=True)
    growth = rates.exp()
    growth.detach().numpy()[1] = 5.0
    growth.sum().backward()
    assert rates.grad.tolist() == [1.0, 5.0]


def second_tensor_counts_apart():
    """A tensor that `torch.from_numpy` makes of such an array counts its writes apart: `Tensor.zero_` on it is not noticed either."""
    rates = torch.zeros(2, requires_grad=True)
    growth = rates.exp()
    torch.from_numpy(growth.detach().numpy()).zero_()
    growth.sum().backward()
    assert rates.grad.tolist() == [0.0, 0.0]


def detach_is_noticed_data_is_not():
    """A write by way of `Tensor.detach` is noticed, and one by way of `Tensor.data` is not."""
    rates = torch.zeros(2, requires_grad=True)
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
    """`torch.autograd.graph.increment_version` tells autograd of a write through the array, so `Tensor.backward` raises a RuntimeError."""
    inputs = np.array([1.0, 2.0], dtype=np.float32)
    tensor = torch.from_numpy(inputs)
    loss = (torch.ones(2, requires_grad=True) * tensor).sum()
    inputs *= 100
    torch.autograd.graph.increment_version(tensor)
    with np.testing.assert_raises_regex(RuntimeError, "modified by an inplace operation"):
        loss.backward()


def hooks_keep_the_values():
    """Under `torch.autograd.graph.saved_tensors_hooks` with `Tensor.clone`, autograd keeps copies, and a write through the array does not matter."""
    inputs = np.array([1.0, 2.0], dtype=np.float32)
    weights = torch.ones(2, requires_grad=True)
    with torch.autograd.graph.saved_tensors_hooks(torch.Tensor.clone, lambda kept: kept):
        loss = (weights * torch.from_numpy(inputs)).sum()
    inputs *= 100
    loss.backward()
    assert weights.grad.tolist() == [1.0, 2.0]


def lock_after_sharing():
    """An array that is made read-only after `torch.from_numpy` gives no warning, and refuses what NumPy writes; PyTorch still can write."""
    inputs = np.array([1.0, 2.0])
    tensor = torch.from_numpy(inputs)
    inputs.flags.writeable = False
    with np.testing.assert_raises_regex(ValueError, "read-only"):
        inputs *= 100
    tensor[0] = 7.0
    assert inputs.tolist() == [7.0, 2.0]
