"""Facts of docs/pitfalls/shared_memory.md."""

import numpy as np
import torch


def data_set_gives_views():
    """At an index or a slice, `torch.utils.data.TensorDataset` gives views of its tensors: what you write into a sample stays in the data set."""
    for dtype in "?bBhHiIlLefdFD":
        images = np.zeros((4, 2), dtype)
        data_set = torch.utils.data.TensorDataset(torch.from_numpy(images))
        (image,), (batch,) = data_set[0], data_set[2:]
        image.fill_(1)
        batch.fill_(1)
        assert data_set.tensors[0].tolist() == images.tolist() == [[1, 1], [0, 0], [1, 1], [1, 1]]


def parameter_shares():
    """`torch.nn.Parameter` of a tensor that shares with an array shares too, so an optimizer changes the array."""
    for dtype in "efdFD":
        for optimizer in (torch.optim.SGD, torch.optim.Adam):
            start = np.ones(2, dtype)
            weights = torch.nn.Parameter(torch.from_numpy(start))
            weights.sum().real.backward()
            optimizer([weights], lr=0.5).step()
            assert (start.real < 0.6).all()


def load_state_dict_copies():
    """`torch.nn.Module.load_state_dict` copies the values into the model, and with `assign=True` it shares them."""
    for dtype in "efd":
        weights = np.array([[1, 2]], dtype)
        state = {"weight": torch.from_numpy(weights)}
        copied, assigned = torch.nn.Linear(2, 1, bias=False), torch.nn.Linear(2, 1, bias=False)
        copied.load_state_dict(state)
        assigned.load_state_dict(state, assign=True)
        weights[:] = 0
        assert copied.weight.tolist() == [[1, 2]]
        assert assigned.weight.tolist() == [[0, 0]]


def gradient_array_accumulates():
    """By default, `Tensor.backward` adds to the gradient in place, so an array of it changes, until `torch.optim.Optimizer.zero_grad` drops the gradient: from then on the array keeps its numbers."""
    for dtype in (torch.float16, torch.float32, torch.float64, torch.complex64, torch.complex128):
        weights = torch.ones(2, dtype=dtype, requires_grad=True)
        weights.sum().real.backward()
        gradient = weights.grad.numpy()
        weights.sum().real.backward()
        assert gradient.tolist() == [2, 2]
        torch.optim.SGD([weights]).zero_grad()
        weights.sum().real.backward()
        assert gradient.tolist() == [2, 2]


def in_place_methods_end_with_an_underscore():
    """A method that writes into its tensor has an underscore at the end of its name: of floats, `Tensor.mul_` and `Tensor.div_` reach the array, `Tensor.mul` and `Tensor.div` do not."""
    for dtype in "efdFD":
        pixels = np.ones(2, dtype)
        tensor = torch.from_numpy(pixels)
        tensor.mul(4)
        tensor.div(2)
        assert pixels.tolist() == [1, 1]
        tensor.mul_(4)
        assert pixels.tolist() == [4, 4]
        tensor.div_(2)
        assert pixels.tolist() == [2, 2]
