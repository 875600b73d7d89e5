"""Facts of docs/pitfalls/gradients.md."""

import numpy as np
import torch


def eval_mode_keeps_the_graph():
    """`torch.nn.Module.eval` does not switch autograd off: the output of a layer in evaluation mode still requires grad."""
    layer = torch.nn.Linear(2, 1).eval()
    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        layer(torch.ones(1, 2)).numpy()


def no_grad_results_need_no_detach():
    """What is computed under `torch.no_grad` does not require grad, so `Tensor.numpy` takes it outside as well."""
    layer = torch.nn.Linear(2, 1)
    with torch.no_grad():
        scores = layer(torch.ones(1, 2))
    assert not scores.requires_grad
    assert np.shares_memory(scores.numpy(), scores)


def item_and_tolist_need_no_detach():
    """`Tensor.item` and `Tensor.tolist` take a tensor that requires grad, and give Python numbers."""
    weights = torch.tensor([0.5, 0.25], requires_grad=True)
    assert weights.tolist() == [0.5, 0.25]
    assert weights.sum().item() == 0.75


def state_dict_needs_no_detach():
    """The tensors of `torch.nn.Module.state_dict` do not require grad, and share memory with the parameters."""
    layer = torch.nn.Linear(2, 1)
    array = layer.state_dict()["weight"].numpy()
    array[:] = 7.0
    assert layer.weight.tolist() == [[7.0, 7.0]]


def graph_ends_in_numpy():
    """No gradient passes through NumPy: what comes back has no history, and `Tensor.backward` of it raises a RuntimeError."""
    weights = torch.tensor([0.5, 0.25], requires_grad=True)
    loss = torch.from_numpy(np.exp(weights.detach().numpy())).sum()
    with np.testing.assert_raises_regex(RuntimeError, "does not require grad"):
        loss.backward()


def new_leaf_hides_the_break():
    """`requires_grad=True` on what came back from NumPy silences `Tensor.backward`, and the weights still get no gradient."""
    weights = torch.tensor([0.5, 0.25], requires_grad=True)
    loss = torch.tensor(np.exp(weights.detach().numpy()).sum(), requires_grad=True)
    loss.backward()
    assert loss.grad == 1.0
    assert weights.grad is None
