"""Facts of docs/pitfalls/shared_memory.md."""

import numpy as np
import torch


def data_set_gives_views():
    """`torch.utils.data.TensorDataset` gives views of its tensors: what you write into a sample stays in the data set."""
    images = np.array([[0.0, 128.0], [64.0, 255.0]])
    data_set = torch.utils.data.TensorDataset(torch.from_numpy(images))
    (image,) = data_set[1]
    image /= 255
    assert data_set[1][0].max() == 1.0
    assert images[1].max() == 1.0


def parameter_shares():
    """`torch.nn.Parameter` of a tensor that shares with an array shares too, so an optimizer changes the array."""
    start = np.array([1.0, 2.0])
    weights = torch.nn.Parameter(torch.from_numpy(start))
    weights.sum().backward()
    torch.optim.SGD([weights], lr=0.5).step()
    assert start.tolist() == [0.5, 1.5]


def load_state_dict_copies():
    """`torch.nn.Module.load_state_dict` copies the values into the model, and with `assign=True` it shares them."""
    weights = np.array([[1.0, 2.0]], dtype=np.float32)
    state = {"weight": torch.from_numpy(weights)}
    copied, assigned = torch.nn.Linear(2, 1, bias=False), torch.nn.Linear(2, 1, bias=False)
    copied.load_state_dict(state)
    assigned.load_state_dict(state, assign=True)
    weights[:] = 0.0
    assert copied.weight.tolist() == [[1.0, 2.0]]
    assert assigned.weight.tolist() == [[0.0, 0.0]]


def gradient_array_accumulates():
    """The array of a gradient changes at the next `Tensor.backward`, which adds to the gradient in place."""
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    weights.sum().backward()
    gradient = weights.grad.numpy()
    weights.sum().backward()
    assert gradient.tolist() == [2.0, 2.0]


def in_place_methods_end_with_an_underscore():
    """The methods that write into their tensor end with an underscore: `Tensor.div_` reaches the array, `Tensor.div` does not."""
    pixels = np.array([0.0, 255.0])
    tensor = torch.from_numpy(pixels)
    assert tensor.div(255).max() == 1.0
    assert pixels.max() == 255.0
    tensor.div_(255)
    assert pixels.max() == 1.0
