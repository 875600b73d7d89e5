"""Facts of docs/methods/copy_into.md."""

import warnings

import numpy as np
import torch


def keeps_its_memory():
    """`Tensor.copy_` writes into the memory that the tensor has, casts to its dtype, and shares nothing with the source."""
    for dtype in "?bBhHiIlLefd":
        frame = np.array([0, 1, 1], dtype)
        batch = torch.zeros(3)
        memory = batch.numpy()
        batch.copy_(torch.from_numpy(frame))
        frame[0] = 1
        assert memory.tolist() == batch.tolist() == [0.0, 1.0, 1.0]
        assert batch.dtype == torch.float32


def copy_takes_numbers_but_no_array():
    """`Tensor.copy_` takes a tensor or a number, a NumPy scalar too; an array, even of one element, and a list raise a TypeError."""
    batch = torch.zeros(3)
    for values in (np.zeros(3), np.ones(1), np.array(1.0), [1.0, 2.0, 3.0]):
        with np.testing.assert_raises_regex(TypeError, "must be Tensor, not"):
            batch.copy_(values)
    for dtype in "?bBhHiIlLefd":
        batch.zero_().copy_(np.ones(3, dtype)[0])
        assert batch.tolist() == [1.0, 1.0, 1.0]


def assigning_an_array_raises():
    """Assigning an array, even of no axes, to a part of a tensor raises a TypeError, also where the dtypes are equal."""
    for dtype in "?bBhHiIlLefdFD":
        batch = torch.from_numpy(np.zeros((2, 3), dtype))
        for readings in (np.zeros(3, dtype), np.zeros((), dtype)):
            with np.testing.assert_raises_regex(TypeError, "can't assign a numpy.ndarray to a torch"):
                batch[0] = readings


def broadcasts():
    """`Tensor.copy_` broadcasts the source to the shape of the tensor; a source that does not fit raises a RuntimeError."""
    batch = torch.zeros(2, 3)
    for shape in ((3,), (2, 1), (1, 1), ()):
        batch.zero_().copy_(torch.ones(shape))
        assert batch.tolist() == [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]
    for shape in ((3, 2), (2,), (1, 2, 3)):
        with np.testing.assert_raises_regex(RuntimeError, "must match|doesn't match"):
            batch.copy_(torch.zeros(shape))


def out_writes_into_the_tensor():
    """`out=tensor.numpy()` makes `np.multiply` or another ufunc write into the tensor's memory, cast to its dtype; a cast to a lesser kind, such as from floats to integers, raises a TypeError."""
    readings = np.array([20.5, 21.0])
    for dtype in (torch.float16, torch.float32, torch.float64, torch.complex64, torch.complex128):
        batch = torch.zeros(2, dtype=dtype)
        for ufunc in (np.multiply, np.add):
            ufunc(readings, 2, out=batch.numpy())
            assert batch.tolist() == ufunc(readings, 2).tolist()
    for dtype in (torch.uint8, torch.int32, torch.int64):
        with np.testing.assert_raises_regex(TypeError, "Cannot cast ufunc 'multiply' output"):
            np.multiply(readings, 2, out=torch.zeros(2, dtype=dtype).numpy())


def copyto_refuses_to_lose_a_part():
    """`np.copyto` refuses complex to float, and float to integer, with a TypeError; `Tensor.copy_` drops the imaginary part with a warning, and the fraction without one."""
    torch.set_warn_always(True)
    for values, batch in ((np.array([1 + 2j]), torch.zeros(1)), (np.array([1.75]), torch.zeros(1, dtype=torch.int64))):
        with np.testing.assert_raises_regex(TypeError, "same_kind"):
            np.copyto(batch.numpy(), values)
        with warnings.catch_warnings(record=True) as caught:
            batch.copy_(torch.from_numpy(values))
        told = [str(one.message) for one in caught]
        assert any("discards the imaginary part" in text for text in told) == np.iscomplexobj(values)
        assert batch.tolist() == [1]


def parameters_need_no_grad():
    """`Tensor.copy_` into a parameter that requires grad raises a RuntimeError, and works under `torch.no_grad`."""
    for dtype in (torch.float16, torch.float32, torch.float64, torch.complex64):
        weight = torch.nn.Parameter(torch.zeros(2, dtype=dtype))
        pretrained = torch.from_numpy(np.array([0.5, -0.5]))
        with np.testing.assert_raises_regex(RuntimeError, "a leaf Variable that requires grad"):
            weight.copy_(pretrained)
        with torch.no_grad():
            weight.copy_(pretrained)
        assert weight.tolist() == [0.5, -0.5]


def assigned_tensors_are_cast():
    """Assigning a tensor copies its values and casts them to the dtype of the destination."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.zeros(3, dtype=torch.complex64)
        measured = np.array([0, 1, 1], dtype)
        scores[:] = torch.from_numpy(measured)
        measured[0] = 1
        assert scores.tolist() == [0, 1, 1]
        assert scores.dtype == torch.complex64


def assigning_a_scalar_depends_on_it():
    """A NumPy integer below 2**63, `np.float64` or `np.complex128` can be assigned if its value fits, and fills its part; `np.bool_` and each other scalar, such as `np.float32`, raises a TypeError, even in a tensor of its dtype."""
    batch = torch.zeros(2, 3)
    for dtype in "bBhHiIlLdD":
        batch.zero_()[0] = np.ones(1, dtype)[0]
        assert batch.tolist() == [[1.0, 1.0, 1.0], [0.0, 0.0, 0.0]]
    for dtype in "?efF":
        scores = np.ones(3, dtype)
        with np.testing.assert_raises_regex(TypeError, "can't assign a numpy"):
            torch.from_numpy(scores)[0] = scores[0]
