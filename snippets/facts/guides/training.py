"""Facts of docs/guides/training.md."""

import numpy as np
import torch


def cross_entropy_takes_int64():
    """`torch.nn.functional.cross_entropy` takes class numbers as int64 or uint8: int32 and float64 raise a RuntimeError."""
    scores, labels = torch.zeros(3, 2), np.array([0, 1, 1])
    for dtype in np.int32, np.float64:
        with np.testing.assert_raises_regex(RuntimeError, "expected target dtype to be Long or Byte"):
            torch.nn.functional.cross_entropy(scores, torch.from_numpy(labels.astype(dtype)))
    for dtype in np.int64, np.uint8:
        assert torch.nn.functional.cross_entropy(scores, torch.from_numpy(labels.astype(dtype))) > 0.69


def binary_targets_are_floats():
    """`torch.nn.functional.binary_cross_entropy_with_logits` refuses integers with a RuntimeError, and takes float targets."""
    scores, clicked = torch.zeros(3), np.array([0, 1, 1])
    loss = torch.nn.functional.binary_cross_entropy_with_logits
    with np.testing.assert_raises_regex(RuntimeError, "result type Float can't be cast"):
        loss(scores, torch.from_numpy(clicked))
    assert loss(scores, torch.from_numpy(clicked.astype(np.float32))) > 0.69


def float64_targets_make_the_loss_float64():
    """Float64 targets make the loss of `torch.nn.functional.binary_cross_entropy_with_logits` float64, without a warning."""
    clicked = torch.from_numpy(np.array([0.0, 1.0, 1.0]))
    assert torch.nn.functional.binary_cross_entropy_with_logits(torch.zeros(3), clicked).dtype == torch.float64


def load_state_dict_copies_and_casts():
    """`torch.nn.Module.load_state_dict` copies the values into the parameters, which keep their own dtype."""
    weights = np.array([[0.5, -0.5]])
    layer = torch.nn.Linear(2, 1, bias=False)
    layer.load_state_dict({"weight": torch.from_numpy(weights)})
    weights[0, 0] = 9.0
    assert layer.weight.tolist() == [[0.5, -0.5]]
    assert layer.weight.dtype == torch.float32


def load_state_dict_refuses_arrays():
    """`torch.nn.Module.load_state_dict` refuses arrays with a RuntimeError."""
    layer = torch.nn.Linear(2, 1, bias=False)
    with np.testing.assert_raises_regex(RuntimeError, "but received <class 'numpy.ndarray'>"):
        layer.load_state_dict({"weight": np.array([[0.5, -0.5]])})


def assigned_state_shares():
    """With `assign=True`, `torch.nn.Module.load_state_dict` makes the tensors that you pass the parameters, so training changes the array."""
    weights = np.array([[0.5, -0.5]], dtype=np.float32)
    layer = torch.nn.Linear(2, 1, bias=False)
    layer.load_state_dict({"weight": torch.from_numpy(weights)}, assign=True)
    layer(torch.ones(1, 2)).sum().backward()
    torch.optim.SGD(layer.parameters(), lr=1.0).step()
    assert weights.tolist() == [[-0.5, -1.5]]


def state_dict_goes_on_changing():
    """The arrays of `torch.nn.Module.state_dict` share the parameters' memory, and change in the next step."""
    layer = torch.nn.Linear(2, 1)
    best = layer.state_dict()["bias"].numpy()
    before = best.copy()
    with torch.no_grad():
        layer.bias += 1
    assert best[0] == before[0] + 1


def arrays_are_no_buffers():
    """An array as an attribute of a `torch.nn.Module` is not in its state, and `torch.nn.Module.to` does not cast it."""
    scale = torch.nn.Module()
    scale.mean = np.array([5.0])
    scale.register_buffer("std", torch.from_numpy(np.array([2.0])))
    scale.to(torch.float32)
    assert list(scale.state_dict()) == ["std"]
    assert scale.std.dtype == torch.float32
    assert scale.mean.dtype == np.float64


def class_numbers_need_no_detach():
    """`Tensor.argmax` of scores that require grad gives a tensor that does not, so `Tensor.numpy` takes it."""
    scores = torch.nn.Linear(2, 3)(torch.ones(4, 2))
    assert scores.requires_grad
    assert scores.argmax(1).numpy().shape == (4,)


def numpy_cuts_the_graph():
    """A loss that went through NumPy has no history: `Tensor.backward` raises a RuntimeError."""
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    loss = torch.tensor(np.mean(weights.detach().numpy() ** 2))
    with np.testing.assert_raises_regex(RuntimeError, "does not require grad"):
        loss.backward()


def compile_traces_numpy():
    """`torch.compile` traces `np.sqrt` into its graph, and with `fullgraph=True` raises for `np.interp`, which it cannot trace."""

    def root(values):
        return torch.from_numpy(np.sqrt(values.numpy()))

    def calibrate(values):
        return torch.from_numpy(np.interp(values.numpy(), [0, 10], [0, 1]))

    values = torch.tensor([1.0, 4.0])
    assert torch.compile(root, backend="eager", fullgraph=True)(values).tolist() == [1.0, 2.0]
    with np.testing.assert_raises_regex(RuntimeError, "numpy function unsupported by PyTorch"):
        torch.compile(calibrate, backend="eager", fullgraph=True)(values)


def graph_break_keeps_the_result():
    """Without `fullgraph=True`, a NumPy function that cannot be traced breaks the graph, and runs in NumPy as always."""

    def calibrate(values):
        return torch.from_numpy(np.interp(values.numpy(), [0, 10], [0, 1]))

    assert torch.compile(calibrate, backend="eager")(torch.tensor([1.0, 4.0])).tolist() == [0.1, 0.4]


def export_takes_constant_arrays():
    """`torch.export.export` keeps an array of the module as a constant, and raises a RuntimeError where `forward` calls `Tensor.numpy` on its input."""

    class Center(torch.nn.Module):
        mean = np.array([5.0, 6.0], dtype=np.float32)

        def forward(self, values):
            return values - torch.from_numpy(self.mean)

    class Root(torch.nn.Module):
        def forward(self, values):
            return torch.from_numpy(np.sqrt(values.numpy()))

    values = torch.tensor([[5.0, 7.0]])
    assert torch.export.export(Center(), (values,)).module()(values).tolist() == [[0.0, 1.0]]
    with np.testing.assert_raises_regex(RuntimeError, "not supported for tensor subclasses"):
        torch.export.export(Root(), (values,))
