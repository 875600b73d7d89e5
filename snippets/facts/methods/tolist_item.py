"""Facts of docs/methods/tolist_item.md."""

import numpy as np
import torch


def exact_numbers():
    """`Tensor.tolist` gives Python numbers, in lists nested as deep as the tensor has axes, and `Tensor.item` the one number of a single element, exact and sharing nothing with the tensor; or they raise, as both do on the meta device."""
    kinds = {"?": bool, **dict.fromkeys("bBhHiIlL", int), **dict.fromkeys("efd", float), **dict.fromkeys("FD", complex)}
    for dtype, kind in kinds.items():
        counts = torch.from_numpy(np.ones((1, 2), dtype))
        numbers = counts.tolist()
        numbers[0][0] = 0
        assert counts[0, 0] == 1
        assert type(numbers[0][1]) is type(counts[0, 1].tolist()) is type(counts[0, 1].item()) is kind
        for shape in (), (1,), (1, 1, 1):
            assert torch.from_numpy(np.ones(shape, dtype)).item() == 1
    signed = torch.int8, torch.int16, torch.int32, torch.int64
    for dtype in *signed, torch.uint8, torch.uint16, torch.uint32, torch.uint64:
        for limit in torch.iinfo(dtype).min, torch.iinfo(dtype).max:
            assert torch.tensor([limit], dtype=dtype).tolist() == [limit]
            assert torch.tensor(limit, dtype=dtype).item() == limit
    for dtype in torch.float16, torch.float32, torch.float64:
        tenth = torch.tensor(0.1, dtype=dtype)
        assert torch.tensor(tenth.item(), dtype=torch.float64) == tenth.to(torch.float64)
    for read in torch.Tensor.tolist, torch.Tensor.item:
        with np.testing.assert_raises_regex((RuntimeError, NotImplementedError), "meta"):
            read(torch.ones(1, device="meta"))


def take_what_numpy_refuses():
    """`Tensor.item` and `Tensor.tolist` also take what `Tensor.numpy` refuses: bfloat16, float8 and, where autograd is on, what requires grad."""
    for dtype in torch.bfloat16, torch.float8_e4m3fn, torch.float8_e5m2:
        scores = torch.tensor([1.5, 2.0], dtype=dtype)
        assert scores.tolist() == [1.5, 2.0]
        assert scores[0].item() == 1.5
        with np.testing.assert_raises_regex(TypeError, "unsupported ScalarType"):
            scores.numpy()
    for dtype in "efdFD":
        weights = torch.from_numpy(np.ones(1, dtype)).requires_grad_()
        assert weights.item() == 1
        assert weights.tolist() == [1]
        with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
            weights.numpy()


def float32_is_exact_in_a_float():
    """The Python float that `Tensor.item` gives of a float16, bfloat16 or float32 is its exact value, which is why 0.1 becomes 0.10000000149011612."""
    for dtype in torch.float16, torch.bfloat16, torch.float32:
        tenth = torch.tensor(0.1, dtype=dtype)
        assert torch.tensor(tenth.item(), dtype=torch.float64) == tenth.to(torch.float64)
    assert tenth.item() == 0.10000000149011612


def dtype_is_lost_on_the_way():
    """Through a list, floats, and tensors without elements, come back in the default dtype, float32, complex numbers as complex64 and integers below 2**63 as int64, unless you pass `dtype=`."""
    integers = dict.fromkeys("bBhHiIlL", torch.int64)
    for dtype, comes_back in (
        integers | dict.fromkeys("efd", torch.float32) | dict.fromkeys("FD", torch.complex64)
    ).items():
        positions = torch.from_numpy(np.ones(2, dtype))
        assert torch.tensor(positions.tolist()).dtype == comes_back
        assert torch.tensor(positions.tolist(), dtype=positions.dtype).dtype == positions.dtype
        assert torch.tensor(positions[:0].tolist()).dtype == torch.float32
        assert torch.tensor(positions[:0].tolist(), dtype=positions.dtype).dtype == positions.dtype


def list_gives_tensors():
    """`list` of a dense tensor with axes gives tensors over its memory, not numbers."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        list(scores)[0].fill_(1)
        assert scores.tolist() == [1, 0]
