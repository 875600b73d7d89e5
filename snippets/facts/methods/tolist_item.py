"""Facts of docs/methods/tolist_item.md."""

import numpy as np
import torch


def lists_are_copies():
    """`Tensor.tolist` gives Python numbers, in lists nested as deep as the tensor has axes, which share nothing with it."""
    kinds = {"?": bool, **dict.fromkeys("bBhHiIlL", int), **dict.fromkeys("efd", float), **dict.fromkeys("FD", complex)}
    for dtype, kind in kinds.items():
        counts = torch.from_numpy(np.ones((1, 2), dtype))
        numbers = counts.tolist()
        numbers[0][0] = 0
        assert counts[0, 0] == 1
        assert type(numbers[0][1]) is type(counts[0, 1].tolist()) is kind


def item_of_any_shape():
    """`Tensor.item` takes a dense tensor of any shape that has one element."""
    for dtype in "?bBhHiIlLefdFD":
        for shape in (), (1,), (1, 1, 1):
            assert torch.from_numpy(np.ones(shape, dtype)).item() == 1


def item_of_many_raises():
    """`Tensor.item` of more or fewer than one element raises a RuntimeError."""
    for dtype in "?bBhHiIlLefdFD":
        for size in 0, 2, 1000:
            tensor = torch.from_numpy(np.ones(size, dtype))
            with np.testing.assert_raises_regex(RuntimeError, f"a Tensor with {size} elements cannot be converted"):
                tensor.item()


def float32_is_exact_in_a_float():
    """The Python float that `Tensor.item` gives of a float16, bfloat16 or float32 is its exact value, which is why 0.1 becomes 0.10000000149011612."""
    for dtype in torch.float16, torch.bfloat16, torch.float32:
        tenth = torch.tensor(0.1, dtype=dtype)
        assert torch.tensor(tenth.item(), dtype=torch.float64) == tenth.to(torch.float64)
    assert tenth.item() == 0.10000000149011612


def integers_are_exact():
    """`Tensor.tolist` gives integers of each dtype exactly, the largest of uint64 too."""
    signed = torch.int8, torch.int16, torch.int32, torch.int64
    for dtype in *signed, torch.uint8, torch.uint16, torch.uint32, torch.uint64:
        limits = [torch.iinfo(dtype).min, torch.iinfo(dtype).max]
        assert torch.tensor(limits, dtype=dtype).tolist() == limits


def gradients_do_not_matter():
    """`Tensor.item` and `Tensor.tolist` take tensors that require grad, for which `Tensor.numpy` raises a RuntimeError where autograd is on."""
    for dtype in "efdFD":
        weights = torch.from_numpy(np.ones(1, dtype)).requires_grad_()
        assert weights.item() == 1
        assert weights.tolist() == [1]
        with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
            weights.numpy()


def bfloat16_works():
    """`Tensor.tolist` takes bfloat16 and float8, which NumPy has no dtype for."""
    for dtype in torch.bfloat16, torch.float8_e4m3fn, torch.float8_e5m2:
        assert torch.tensor([1.5, 2.0], dtype=dtype).tolist() == [1.5, 2.0]


def dtype_is_lost_on_the_way():
    """Through a list, floats come back in the default dtype, float32, complex numbers as complex64 and integers as int64, unless you pass `dtype=`."""
    integers = dict.fromkeys("bBhHiIlL", torch.int64)
    for dtype, comes_back in (
        integers | dict.fromkeys("efd", torch.float32) | dict.fromkeys("FD", torch.complex64)
    ).items():
        positions = torch.from_numpy(np.ones(2, dtype))
        assert torch.tensor(positions.tolist()).dtype == comes_back
        assert torch.tensor(positions.tolist(), dtype=positions.dtype).dtype == positions.dtype


def list_gives_tensors():
    """`list` of a tensor with axes gives tensors over its memory, not numbers."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        list(scores)[0].fill_(1)
        assert scores.tolist() == [1, 0]


def array_gives_the_same_list():
    """`Tensor.tolist` gives the same list as `ndarray.tolist` of the array of `Tensor.numpy`."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.array([[0.1, 0.2], [1.5, 3.0]]).astype(dtype))
        assert str(scores.tolist()) == str(scores.numpy().tolist())
