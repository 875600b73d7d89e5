"""Facts of docs/methods/tolist_item.md."""

import numpy as np
import torch


def lists_are_copies():
    """`Tensor.tolist` gives nested lists of Python numbers, which share nothing with the tensor."""
    counts = torch.tensor([[3, 1], [0, 2]])
    numbers = counts.tolist()
    numbers[0][0] = 99
    assert counts[0, 0].item() == 3
    assert type(numbers[1][1]) is int


def item_of_any_shape():
    """`Tensor.item` takes a tensor of any shape that has one element."""
    assert torch.tensor([[0.5]]).item() == 0.5
    assert torch.tensor(0.5).item() == 0.5


def item_of_many_raises():
    """`Tensor.item` of more or fewer than one element raises a RuntimeError."""
    with np.testing.assert_raises_regex(RuntimeError, "a Tensor with 2 elements cannot be converted to Scalar"):
        torch.tensor([0.5, 0.25]).item()
    with np.testing.assert_raises_regex(RuntimeError, "a Tensor with 0 elements cannot be converted to Scalar"):
        torch.zeros(0).item()


def float32_is_exact_in_a_float():
    """The Python float that `Tensor.item` gives of a float32 is its exact value, which is why 0.1 becomes 0.10000000149011612."""
    assert torch.tensor(0.1, dtype=torch.float32).item() == float(np.float32(0.1)) == 0.10000000149011612
    assert torch.tensor(0.1, dtype=torch.float64).item() == 0.1


def integers_are_exact():
    """`Tensor.tolist` gives integers of any size exactly."""
    assert torch.tensor([2**63 - 1, -(2**63)]).tolist() == [2**63 - 1, -(2**63)]


def gradients_do_not_matter():
    """`Tensor.item` and `Tensor.tolist` take tensors that require grad, where `Tensor.numpy` raises a RuntimeError."""
    weights = torch.tensor([1.5], requires_grad=True)
    assert weights.item() == 1.5
    assert weights.tolist() == [1.5]
    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        weights.numpy()


def bfloat16_works():
    """`Tensor.tolist` takes bfloat16, which NumPy has no dtype for."""
    assert torch.tensor([1.5, 2.0], dtype=torch.bfloat16).tolist() == [1.5, 2.0]


def dtype_is_lost_on_the_way():
    """Through a list, float64 comes back as float32, and int32 as int64, unless you pass `dtype=`."""
    positions = torch.tensor([0.1], dtype=torch.float64)
    assert torch.tensor(positions.tolist()).dtype == torch.float32
    assert torch.tensor(torch.tensor([3], dtype=torch.int32).tolist()).dtype == torch.int64
    assert torch.equal(torch.tensor(positions.tolist(), dtype=torch.float64), positions)


def list_gives_tensors():
    """`list` of a tensor gives tensors over its memory, not numbers."""
    scores = torch.tensor([0.25, 0.5])
    parts = list(scores)
    parts[0].fill_(9.0)
    assert scores.tolist() == [9.0, 0.5]


def array_gives_the_same_list():
    """`Tensor.tolist` and `ndarray.tolist` of the same values give the same list."""
    scores = torch.tensor([[0.1, 0.2], [0.3, 0.4]])
    assert scores.tolist() == scores.numpy().tolist()
