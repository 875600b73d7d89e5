"""Facts of docs/pitfalls/gradients.md."""

import copy
import warnings

import numpy as np
import torch


def eval_mode_keeps_the_graph():
    """`torch.nn.Module.eval` does not switch autograd off: the output of a layer with weights, such as `torch.nn.Linear`, requires grad in evaluation mode too."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        layer = torch.nn.Linear(2, 1, dtype=dtype).eval()
        assert not layer.training
        assert layer(torch.ones(1, 2, dtype=dtype)).requires_grad


def no_grad_results_need_no_detach():
    """What a layer computes under `torch.no_grad` does not require grad, so `Tensor.numpy` shares it outside as well; a layer that hands its input on, such as `torch.nn.Identity`, or `torch.nn.Dropout` in evaluation mode, hands on that it requires grad."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        layer = torch.nn.Linear(2, 1, dtype=dtype)
        with torch.no_grad():
            scores = layer(torch.ones(1, 2, dtype=dtype))
            inputs = torch.ones(1, 2, dtype=dtype, requires_grad=True)
            for passes in torch.nn.Identity(), torch.nn.Dropout().eval():
                assert passes(inputs).requires_grad
        assert not scores.requires_grad
        scores.numpy()[:] = 7.0
        assert scores.tolist() == [[7.0]]


def item_and_tolist_need_no_detach():
    """`Tensor.item` and `Tensor.tolist` take a tensor that requires grad, and give Python numbers."""
    for dtype, number in (
        (torch.float16, float),
        (torch.float32, float),
        (torch.float64, float),
        (torch.complex64, complex),
    ):
        weights = torch.ones(2, dtype=dtype, requires_grad=True)
        assert [type(weight) for weight in weights.tolist()] == [number, number]
        assert type(weights.sum().item()) is number


def state_dict_needs_no_detach():
    """The tensors of `torch.nn.Module.state_dict` do not require grad, and share memory with the parameters."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        layer = torch.nn.Linear(2, 1, dtype=dtype)
        weight = layer.state_dict()["weight"]
        assert not weight.requires_grad
        weight[:] = 7.0
        assert layer.weight.tolist() == [[7.0, 7.0]]


def graph_ends_in_numpy():
    """No gradient passes through an array: the tensor made of it has no history, and `Tensor.backward` of that raises a RuntimeError."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        weights = torch.tensor([0.5, 0.25], dtype=dtype, requires_grad=True)
        loss = torch.from_numpy(np.exp(weights.detach().numpy())).sum()
        with np.testing.assert_raises_regex(RuntimeError, "does not require grad"):
            loss.backward()


def new_leaf_hides_the_break():
    """`requires_grad=True` on what came back from NumPy silences `Tensor.backward`, and the weights still get no gradient."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        weights = torch.tensor([0.5, 0.25], dtype=dtype, requires_grad=True)
        loss = torch.tensor(np.exp(weights.detach().numpy()).sum(), requires_grad=True)
        loss.backward()
        assert loss.grad == 1.0
        assert weights.grad is None


def deepcopy_refuses_results():
    """`copy.deepcopy` takes a tensor that you made yourself, and raises a RuntimeError for a result that requires grad."""
    for dtype in "efdFD":
        weights = torch.from_numpy(np.ones(2, dtype)).requires_grad_()
        assert copy.deepcopy(weights).requires_grad
        with np.testing.assert_raises_regex(RuntimeError, "graph leaves"):
            copy.deepcopy([weights * 2])


def numbers_of_a_graph_warn():
    """Assigning a tensor of one element that requires grad to an element of an array of floats or complex numbers warns with a UserWarning, and writes the number."""
    torch.set_warn_always(True)
    for dtype in "efdFD":
        array = np.zeros(2, dtype)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            array[0] = torch.ones(1, requires_grad=True)
        assert any("requires_grad=True to a scalar" in str(warning.message) for warning in caught)
        assert array.tolist() == [1, 0]
