"""Facts of docs/methods/clone.md."""

import warnings

import numpy as np
import torch


def clone_is_independent():
    """`Tensor.clone` of a tensor that shares sees no write to the array, and the array sees none of its writes."""
    temperatures = np.array([20.5, 21.0])
    clone = torch.from_numpy(temperatures).clone()
    temperatures[0] = 0.0
    clone[1] = 99.0
    assert clone.tolist() == [20.5, 99.0]
    assert temperatures.tolist() == [0.0, 21.0]


def clone_keeps_dtype():
    """`Tensor.clone` of the tensor of an array has the array's dtype."""
    for dtype in (np.uint8, np.int64, np.float16, np.float64):
        clone = torch.from_numpy(np.zeros(2, dtype)).clone()
        assert str(clone.dtype) == f"torch.{np.dtype(dtype).name}"


def one_copy_in_all():
    """`torch.from_numpy` copies nothing, so `from_numpy` and `clone` make one copy in all."""
    temperatures = np.array([20.5, 21.0])
    shared = torch.from_numpy(temperatures)
    assert shared.data_ptr() == temperatures.ctypes.data
    assert shared.clone().data_ptr() != temperatures.ctypes.data


def same_as_tensor():
    """`torch.tensor` gives the same values, dtype and strides as `torch.from_numpy` and `Tensor.clone`."""
    image = np.arange(6.0).reshape(2, 3).T
    clone, tensor = torch.from_numpy(image).clone(), torch.tensor(image)
    assert torch.equal(clone, tensor)
    assert (clone.dtype, clone.stride()) == (tensor.dtype, tensor.stride())


def clone_keeps_transposed_order():
    """`Tensor.clone` of a transposed array's tensor is still transposed, so it is not contiguous."""
    image = np.zeros((2, 3))
    clone = torch.from_numpy(image.T).clone()
    assert clone.stride() == (1, 3)
    assert not clone.is_contiguous()


def clone_closes_gaps():
    """`Tensor.clone` of every other column has no gaps."""
    samples = np.zeros((2, 6))
    shared = torch.from_numpy(samples[:, ::2])
    assert shared.stride() == (6, 2)
    assert shared.clone().stride() == (3, 1)


def memory_format_makes_contiguous():
    """`Tensor.clone` with `memory_format=torch.contiguous_format` gives a contiguous copy of a transposed array."""
    image = np.zeros((2, 3))
    clone = torch.from_numpy(image.T).clone(memory_format=torch.contiguous_format)
    assert clone.is_contiguous()
    assert clone.shape == (3, 2)


def stepped_slice_of_a_transposed_stays_transposed():
    """`Tensor.clone` of every other row of a transposed array is not contiguous either."""
    image = np.zeros((4, 6))
    clone = torch.from_numpy(image.T[::2]).clone()
    assert clone.shape == (3, 4)
    assert clone.stride() == (1, 3)


def clone_of_broadcast_has_all_elements():
    """`Tensor.clone` of a broadcast array has a place for every element, so a write changes one."""
    row = np.zeros(3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        clone = torch.from_numpy(np.broadcast_to(row, (2, 3))).clone()
    clone[0, 0] = 1.0
    assert clone.stride() == (3, 1)
    assert clone[:, 0].tolist() == [1.0, 0.0]


def broadcast_array_is_read_only():
    """An array from `np.broadcast_to` is read-only and all its rows are one row in memory."""
    rows = np.broadcast_to(np.zeros(3), (2, 3))
    assert not rows.flags.writeable
    assert rows.strides == (0, 8)


def gradient_passes_through():
    """`Tensor.clone` is part of the graph: the gradient passes through it to the weights."""
    weights = torch.from_numpy(np.array([1.0, 2.0])).requires_grad_()
    (weights.clone() * 3).sum().backward()
    assert weights.grad.tolist() == [3.0, 3.0]


def detach_leaves_the_graph():
    """A clone of `Tensor.detach` has no part in the graph."""
    weights = torch.from_numpy(np.array([1.0, 2.0])).requires_grad_()
    snapshot = weights.detach().clone()
    assert not snapshot.requires_grad
    assert snapshot.grad_fn is None


def to_does_not_copy_what_fits():
    """`Tensor.to` copies only if something changes: a tensor that has the dtype is returned itself."""
    counts = np.zeros(2, np.float32)
    shared = torch.from_numpy(counts)
    assert shared.to(torch.float32) is shared
    assert shared.to(torch.float64).data_ptr() != shared.data_ptr()


def to_with_copy_copies():
    """`Tensor.to` with `copy=True` copies even where nothing changes."""
    counts = np.zeros(2, np.float32)
    copied = torch.from_numpy(counts).to(torch.float32, copy=True)
    copied[0] = 1.0
    assert counts[0] == 0.0


def read_only_warns_before_the_clone():
    """`torch.from_numpy` warns of a read-only array before there is a clone, though the clone is safe."""
    frozen = np.zeros(2)
    frozen.flags.writeable = False
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        clone = torch.from_numpy(frozen).clone()
    clone[0] = 1.0
    assert len(caught) == 1
    assert frozen[0] == 0.0


def copy_first_does_not_warn():
    """`ndarray.copy` before `torch.from_numpy` gives the same tensor without the warning."""
    frozen = np.array([1.0, 2.0])
    frozen.flags.writeable = False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tensor = torch.from_numpy(frozen.copy())
    assert tensor.tolist() == [1.0, 2.0]


def view_needs_strides_that_fit():
    """`Tensor.view` needs strides that fit: on the clone of a transposed array it raises a RuntimeError."""
    clone = torch.from_numpy(np.zeros((2, 3)).T).clone()
    with np.testing.assert_raises_regex(RuntimeError, "view size is not compatible"):
        clone.view(6)
    assert clone.reshape(6).shape == (6,)


def clone_of_a_leaf_is_no_leaf():
    """`Tensor.clone` of a tensor that requires grad is not a leaf: no gradient arrives in it."""
    weights = torch.from_numpy(np.array([1.0, 2.0])).requires_grad_()
    late = weights.clone()
    early = torch.from_numpy(np.array([1.0, 2.0])).clone().requires_grad_()
    assert not late.is_leaf
    assert early.is_leaf


def clone_copies_every_time():
    """Each call of `Tensor.clone` makes another copy."""
    shared = torch.from_numpy(np.zeros(2))
    first, second = shared.clone(), shared.clone()
    first[0] = 1.0
    assert second[0] == 0.0
    assert first.data_ptr() != second.data_ptr()


def zero_d_clone():
    """`Tensor.clone` of a 0-d array's tensor is a 0-d tensor of its own."""
    level = np.array(0.5)
    clone = torch.from_numpy(level).clone()
    clone.fill_(2.0)
    assert clone.shape == ()
    assert level == 0.5
