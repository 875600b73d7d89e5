"""Facts of docs/pitfalls/gradients.md."""

import copy
import warnings

import numpy as np
import torch


def eval_mode_keeps_the_graph():
    """`torch.nn.Module.eval` does not switch autograd off: the output of a layer whose weights require grad requires it in evaluation mode too."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        layer = torch.nn.Linear(2, 1, dtype=dtype).eval()
        assert not layer.training
        assert layer(torch.ones(1, 2, dtype=dtype)).requires_grad
        assert not layer.requires_grad_(False)(torch.ones(1, 2, dtype=dtype)).requires_grad


def no_grad_results_need_no_detach():
    """What a layer computes under `torch.no_grad` requires no grad, so `Tensor.numpy` shares it outside as well; a layer that returns its input or a view of it, such as `torch.nn.Identity`, `torch.nn.Flatten`, or `torch.nn.Dropout` in evaluation mode, returns what requires grad as it does."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        layer = torch.nn.Linear(2, 1, dtype=dtype)
        with torch.no_grad():
            scores = layer(torch.ones(1, 2, dtype=dtype))
            inputs = torch.ones(1, 2, dtype=dtype, requires_grad=True)
            for passes in torch.nn.Identity(), torch.nn.Flatten(0, 0), torch.nn.Dropout().eval():
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
    """The tensors of `torch.nn.Module.state_dict` do not require grad, unless you pass `keep_vars=True`, and share memory with the parameters."""
    for dtype in (torch.float16, torch.float32, torch.float64):
        layer = torch.nn.Linear(2, 1, dtype=dtype)
        for options, requires_grad in ({}, False), ({"keep_vars": True}, True):
            assert layer.state_dict(**options)["weight"].requires_grad == requires_grad
        weight = layer.state_dict()["weight"]
        weight[:] = 7.0
        assert layer.weight.tolist() == [[7.0, 7.0]]


def graph_ends_in_numpy():
    """No gradient passes through an array: the tensor made of it begins without a graph, and `Tensor.backward` of that raises a RuntimeError."""
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
    """Assigning a tensor of one element that requires grad to a number of an array of floats or complex numbers writes it, with a UserWarning the first time in a process; to a row of one number, it raises a RuntimeError."""
    warned = []
    for dtype in "efdFD":
        array, rows = np.zeros(2, dtype), np.zeros((2, 1), dtype)
        number = torch.ones(1, requires_grad=True)
        with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
            rows[0] = number
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            array[0] = number
        warned += ["requires_grad=True to a scalar" in str(warning.message) for warning in caught]
        assert (array.tolist(), warned) == ([1, 0], [True])
