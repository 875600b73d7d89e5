"""Facts of docs/methods/detach_cpu_numpy.md."""

import numpy as np
import torch


def detach_gives_a_view():
    """`Tensor.detach` gives another tensor over the same memory that does not require grad."""
    scores = torch.tensor([1.0, 2.0], requires_grad=True)
    detached = scores.detach()
    assert not detached.requires_grad
    assert detached.data_ptr() == scores.data_ptr()


def cpu_does_nothing_on_the_cpu():
    """`Tensor.cpu` of a CPU tensor returns that same tensor, so it costs nothing and copies nothing."""
    scores = torch.tensor([1.0, 2.0])
    assert scores.cpu() is scores


def cpu_keeps_the_gradient():
    """`Tensor.cpu` does not detach: `numpy` after it raises a RuntimeError for a tensor that requires grad."""
    loss = torch.tensor([2.0], requires_grad=True) ** 2
    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        loss.cpu().numpy()


def array_shares_with_the_result():
    """On the CPU, `Tensor.detach`, `Tensor.cpu` and `Tensor.numpy` together copy nothing: a write to the array reaches the tensor."""
    scores = torch.tensor([1.0, 2.0], requires_grad=True)
    scores.detach().cpu().numpy()[0] = 9.0
    assert scores.tolist() == [9.0, 2.0]


def conj_is_left():
    """Neither `Tensor.detach` nor `Tensor.cpu` resolves the conj bit, so `Tensor.numpy` of a conjugated tensor raises a RuntimeError."""
    spectrum = torch.tensor([1 + 2j]).conj()
    with np.testing.assert_raises_regex(RuntimeError, "conjugate bit"):
        spectrum.detach().cpu().numpy()


def training_goes_on():
    """`Tensor.detach` leaves the graph as it is: `Tensor.backward` of the original works afterwards."""
    weight = torch.tensor([3.0], requires_grad=True)
    loss = weight**2
    loss.detach().cpu().numpy()
    loss.backward()
    assert weight.grad.item() == 6.0
