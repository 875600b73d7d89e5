"""Facts of docs/guides/weights.md."""

import numpy as np
import torch


def load_state_dict_copies_and_casts():
    """`torch.nn.Module.load_state_dict` copies the values into the parameters, which keep their own dtype."""
    for dtype in "?bBhHiIlLefd":
        weights = np.array([[1, 0]], dtype)
        layer = torch.nn.Linear(2, 1, bias=False)
        layer.load_state_dict({"weight": torch.from_numpy(weights)})
        weights[0, 1] = 1
        assert layer.weight.tolist() == [[1.0, 0.0]]
        assert layer.weight.dtype == torch.float32


def load_state_dict_refuses_arrays():
    """`torch.nn.Module.load_state_dict` refuses arrays with a RuntimeError, with `assign=True` too."""
    layer = torch.nn.Linear(2, 1, bias=False)
    for assign in False, True:
        with np.testing.assert_raises_regex(RuntimeError, "but received <class 'numpy.ndarray'>"):
            layer.load_state_dict({"weight": np.array([[0.5, -0.5]], dtype=np.float32)}, assign=assign)


def assigned_state_shares():
    """With `assign=True`, `torch.nn.Module.load_state_dict` makes float tensors that you pass the parameters, so training changes the array; integers raise a RuntimeError."""
    layer = torch.nn.Linear(2, 1, bias=False)
    for dtype in "efd":
        weights = np.array([[0.5, -0.5]], dtype)
        layer.load_state_dict({"weight": torch.from_numpy(weights)}, assign=True)
        layer.weight.sum().backward()
        torch.optim.SGD(layer.parameters(), lr=1.0).step()
        assert weights.tolist() == [[-0.5, -1.5]]
    for dtype in "bBhHiIlL":
        with np.testing.assert_raises_regex(RuntimeError, "can require gradients"):
            layer.load_state_dict({"weight": torch.from_numpy(np.ones((1, 2), dtype))}, assign=True)


def state_dict_goes_on_changing():
    """The arrays of `torch.nn.Module.state_dict` share the parameters' memory, and change in the next step of the optimizer."""
    for optimizer in torch.optim.SGD, torch.optim.Adam:
        for dtype in torch.float16, torch.float32, torch.float64:
            layer = torch.nn.Linear(2, 1, dtype=dtype)
            best = layer.state_dict()["bias"].numpy()
            best[0] = 4.0
            layer.bias.sum().backward()
            optimizer(layer.parameters(), lr=1.0).step()
            assert best[0] == layer.bias.item() < 3.5


def arrays_are_no_buffers():
    """An array as an attribute of a `torch.nn.Module` is not in its state, and `torch.nn.Module.to` does not cast it."""
    scale = torch.nn.Module()
    scale.mean = np.array([5.0])
    scale.register_buffer("std", torch.from_numpy(np.array([2.0])))
    scale.to(torch.float32)
    assert list(scale.state_dict()) == ["std"]
    assert scale.std.dtype == torch.float32
    assert scale.mean.dtype == np.float64
