"""Facts of docs/methods/copy_into.md."""

import warnings

import numpy as np
import torch


def keeps_its_memory():
    """`Tensor.copy_` writes into the memory that the tensor has, casts to its dtype, and shares nothing with the source."""
    frame = np.array([0, 128, 255], dtype=np.uint8)
    batch = torch.zeros(3)
    address = batch.data_ptr()
    batch.copy_(torch.from_numpy(frame))
    frame[0] = 7
    assert batch.tolist() == [0.0, 128.0, 255.0]
    assert batch.data_ptr() == address


def copy_takes_no_array():
    """`Tensor.copy_` takes tensors only: an array raises a TypeError."""
    with np.testing.assert_raises_regex(TypeError, "must be Tensor, not numpy.ndarray"):
        torch.zeros(3).copy_(np.zeros(3))


def assigning_an_array_raises():
    """Assigning an array to a part of a tensor raises a TypeError; through `torch.from_numpy` it works."""
    batch = torch.zeros(2, 3)
    readings = np.array([20.5, 21.0, 21.5])
    with np.testing.assert_raises_regex(TypeError, "can't assign a numpy.ndarray to a torch.FloatTensor"):
        batch[0] = readings
    batch[0] = torch.from_numpy(readings)
    assert batch[0].tolist() == [20.5, 21.0, 21.5]


def assigning_a_scalar_works():
    """A NumPy scalar can be assigned, and fills the part that it is assigned to."""
    batch = torch.zeros(2, 3)
    batch[0] = np.float64(7.0)
    assert batch.tolist() == [[7.0, 7.0, 7.0], [0.0, 0.0, 0.0]]


def broadcasts():
    """`Tensor.copy_` broadcasts the source; shapes that do not fit raise a RuntimeError."""
    batch = torch.zeros(2, 3)
    batch.copy_(torch.from_numpy(np.array([1.0, 2.0, 3.0])))
    assert batch.tolist() == [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]
    with np.testing.assert_raises_regex(RuntimeError, "must match the size"):
        batch.copy_(torch.from_numpy(np.zeros((3, 2))))


def out_writes_into_the_tensor():
    """`out=tensor.numpy()` makes a NumPy function write into the tensor's memory, cast to its dtype."""
    batch = torch.zeros(2)
    np.multiply(np.array([20.5, 21.0]), 2, out=batch.numpy())
    assert batch.tolist() == [41.0, 42.0]
    assert batch.dtype == torch.float32


def copyto_refuses_to_lose_a_part():
    """`np.copyto` refuses complex to float with a TypeError, where `Tensor.copy_` drops the imaginary part with a warning."""
    batch = torch.zeros(1)
    with np.testing.assert_raises_regex(TypeError, "same_kind"):
        np.copyto(batch.numpy(), np.array([1 + 2j]))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        batch.copy_(torch.from_numpy(np.array([1 + 2j])))
    assert any("discards the imaginary part" in str(one.message) for one in caught)
    assert batch.item() == 1.0


def parameters_need_no_grad():
    """`Tensor.copy_` into a parameter raises a RuntimeError, and works under `torch.no_grad`."""
    weight = torch.nn.Parameter(torch.zeros(2))
    pretrained = torch.from_numpy(np.array([0.5, -0.5]))
    with np.testing.assert_raises_regex(RuntimeError, "a leaf Variable that requires grad"):
        weight.copy_(pretrained)
    with torch.no_grad():
        weight.copy_(pretrained)
    assert weight.tolist() == [0.5, -0.5]


def assigned_tensors_are_cast():
    """Assigning a tensor copies its values and casts them to the dtype of the destination."""
    scores = torch.zeros(3)
    measured = np.array([0.5, 0.25, 0.75])
    scores[:] = torch.from_numpy(measured)
    measured[0] = 9.0
    assert scores.tolist() == [0.5, 0.25, 0.75]
    assert scores.dtype == torch.float32


def assignment_refuses_float32_scalars():
    """A NumPy float32 or bool cannot be assigned either, where a NumPy float64 or integer can."""
    scores = torch.zeros(3)
    scores[0] = np.float64(0.5)
    scores[1] = np.int64(2)
    assert scores.tolist() == [0.5, 2.0, 0.0]
    for value in np.float32(0.5), np.bool_(True):
        with np.testing.assert_raises_regex(TypeError, "can't assign a numpy"):
            scores[2] = value
