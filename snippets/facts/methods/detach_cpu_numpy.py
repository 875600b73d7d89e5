"""Facts of docs/methods/detach_cpu_numpy.md."""

import numpy as np
import torch


def detach_gives_a_view():
    """`Tensor.detach` gives another tensor over the same memory that does not require grad."""
    for dtype in "efdFD":
        scores = torch.from_numpy(np.zeros(2, dtype)).requires_grad_()
        detached = scores.detach()
        assert not detached.requires_grad
        detached[0] = 1
        assert scores.tolist() == [1, 0]


def cpu_does_nothing_on_the_cpu():
    """`Tensor.cpu` without arguments returns a CPU tensor itself, so it copies nothing."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        assert scores.cpu() is scores


def cpu_keeps_the_gradient():
    """`Tensor.cpu` does not detach: where autograd is on, `Tensor.numpy` after it raises a RuntimeError for a tensor that requires grad."""
    for dtype in "efdFD":
        loss = torch.from_numpy(np.ones(1, dtype)).requires_grad_() ** 2
        with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
            loss.cpu().numpy()


def array_shares_with_the_result():
    """On the CPU, `Tensor.detach`, `Tensor.cpu` and `Tensor.numpy` together copy nothing: a write to the array reaches the tensor."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype)).requires_grad_(dtype in "efdFD")
        scores.detach().cpu().numpy()[0] = 1
        assert scores.tolist() == [1, 0]


def conj_is_left():
    """Neither `Tensor.detach` nor `Tensor.cpu` resolves the conj bit, so `Tensor.numpy` without `force=True` raises a RuntimeError for a conjugated tensor."""
    for dtype in torch.complex64, torch.complex128:
        spectrum = torch.tensor([1 + 2j], dtype=dtype).conj()
        with np.testing.assert_raises_regex(RuntimeError, "conjugate bit"):
            spectrum.detach().cpu().numpy()


def training_goes_on():
    """`Tensor.detach` leaves the graph as it is: `Tensor.backward` of the original works afterwards."""
    for dtype in torch.float16, torch.float32, torch.float64:
        weight = torch.tensor([3.0], dtype=dtype, requires_grad=True)
        loss = weight**2
        loss.detach().cpu().numpy()
        loss.backward()
        assert weight.grad.item() == 6.0
