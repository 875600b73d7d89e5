"""Facts of docs/methods/clone.md."""

import warnings

import numpy as np
import torch


def clone_is_independent():
    """Each `Tensor.clone` has memory of its own and the tensor's dtype: it sees no write to the array, and the array sees none of its writes."""
    for dtype in "?bBhHiIlLefdFD":
        for array in (np.zeros((), dtype), np.zeros(3, dtype), np.zeros((2, 3), dtype)):
            zeros = array.tolist()
            shared = torch.from_numpy(array)
            first, second = shared.clone(), shared.clone()
            first.fill_(1)
            assert array.tolist() == second.tolist() == zeros
            array.fill(1)
            assert second.tolist() == zeros
            assert str(second.dtype) == f"torch.{array.dtype}"


def one_copy_in_all():
    """`torch.from_numpy` copies nothing, so `from_numpy` and `clone` make one copy in all."""
    for dtype in "?bBhHiIlLefdFD":
        temperatures = np.zeros(2, dtype)
        shared = torch.from_numpy(temperatures)
        clone = shared.clone()
        temperatures[0] = 1
        assert (shared.tolist(), clone.tolist()) == ([1, 0], [0, 0])


def same_as_tensor():
    """`torch.tensor` gives the same values, dtype and strides as `torch.from_numpy` and `Tensor.clone`."""
    for dtype in "?bBhHiIlLefdFD":
        grid = np.arange(24).reshape(4, 6).astype(dtype)
        for array in (grid, grid.T, grid[:, ::2], grid.T[::2], grid[0, 0, ...], grid[:0]):
            clone, tensor = torch.from_numpy(array).clone(), torch.tensor(array)
            assert clone.tolist() == tensor.tolist()
            assert (clone.dtype, clone.stride()) == (tensor.dtype, tensor.stride())


def clone_keeps_order_and_closes_gaps():
    """`Tensor.clone` keeps the order of the axes in memory and closes gaps: of a transposed array it is transposed, of every other column it is contiguous."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((2, 6), dtype)
        assert torch.from_numpy(image.T).clone().stride() == (1, 6)
        assert torch.from_numpy(image[:, ::2]).clone().stride() == (3, 1)


def stepped_slice_of_a_transposed_stays_transposed():
    """`Tensor.clone` of every other row of a transposed array is transposed, and so not contiguous."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((4, 6), dtype)
        clone = torch.from_numpy(image.T[::2]).clone()
        assert clone.stride() == (1, 3)
        assert not clone.is_contiguous()


def memory_format_makes_contiguous():
    """`Tensor.clone` with `memory_format=torch.contiguous_format` gives a contiguous copy, of a transposed array too."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((4, 6), dtype)
        for array in (image, image.T, image[:, ::2], image.T[::2]):
            shared = torch.from_numpy(array)
            clone = shared.clone(memory_format=torch.contiguous_format)
            shared[0, 0] = 1
            assert clone.is_contiguous()
            assert clone[0, 0] == 0
            shared[0, 0] = 0


def clone_of_broadcast_has_all_elements():
    """`Tensor.clone` of a broadcast array has a place for every element, so a write changes one."""
    for dtype in "?bBhHiIlLefdFD":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            clone = torch.from_numpy(np.broadcast_to(np.zeros(3, dtype), (2, 3))).clone()
        clone[0, 0] = 1
        assert clone.tolist() == [[1, 0, 0], [0, 0, 0]]


def broadcast_array_is_read_only():
    """An array from `np.broadcast_to` is read-only, and its stride is 0 along an axis that repeats, whose elements are in memory once."""
    for dtype in "?bBhHiIlLefdFD":
        rows = np.broadcast_to(np.zeros(3, dtype), (2, 3))
        columns = np.broadcast_to(np.zeros((2, 1), dtype), (2, 3))
        assert not rows.flags.writeable and not columns.flags.writeable
        assert rows.strides == (0, rows.itemsize)
        assert columns.strides == (columns.itemsize, 0)


def gradient_passes_through():
    """`Tensor.clone` is part of the graph: the gradient passes through it to the weights."""
    for dtype in "efdFD":
        weights = torch.from_numpy(np.ones(2, dtype)).requires_grad_()
        (weights.clone() * 3).sum().real.backward()
        assert weights.grad.tolist() == [3, 3]


def detach_leaves_the_graph():
    """A clone of `Tensor.detach` has no part in the graph."""
    for dtype in "efdFD":
        weights = torch.from_numpy(np.ones(2, dtype)).requires_grad_()
        snapshot = weights.detach().clone()
        assert not snapshot.requires_grad
        assert snapshot.grad_fn is None


def to_does_not_copy_what_fits():
    """`Tensor.to` returns the tensor itself where nothing changes; it copies for another dtype, and with `copy=True`."""
    for dtype in "?bBhHiIlLefdFD":
        counts = np.zeros(2, dtype)
        shared = torch.from_numpy(counts)
        other = torch.complex64 if shared.dtype == torch.complex128 else torch.complex128
        assert shared.to("cpu", shared.dtype) is shared
        cast, copied = shared.to(other), shared.to(shared.dtype, copy=True)
        counts[0] = 1
        assert cast.tolist() == copied.tolist() == [0, 0]


def read_only_warns_before_the_clone():
    """`torch.from_numpy` warns of a read-only array before there is a clone, though a write to the clone does not reach the array."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlLefdFD":
        frozen = np.zeros(2, dtype)
        frozen.flags.writeable = False
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            clone = torch.from_numpy(frozen).clone()
        clone[0] = 1
        assert len(caught) == 1
        assert frozen.tolist() == [0, 0]


def copy_first_does_not_warn():
    """`ndarray.copy` before `torch.from_numpy` gives the same tensor as `Tensor.clone` after it, without the warning."""
    for dtype in "?bBhHiIlLefdFD":
        frozen = np.array([0, 1], dtype)
        frozen.flags.writeable = False
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tensor = torch.from_numpy(frozen.copy())
        assert tensor.tolist() == [0, 1]
        assert str(tensor.dtype) == f"torch.{frozen.dtype}"


def view_needs_strides_that_fit():
    """`Tensor.view` needs strides that fit: to flatten the clone of a transposed array with it raises a RuntimeError."""
    for dtype in "?bBhHiIlLefdFD":
        clone = torch.from_numpy(np.zeros((2, 3), dtype).T).clone()
        with np.testing.assert_raises_regex(RuntimeError, "view size is not compatible"):
            clone.view(6)


def clone_of_a_leaf_is_no_leaf():
    """`Tensor.clone` of a tensor that requires grad is not a leaf: unless you call `Tensor.retain_grad`, no gradient arrives in it."""
    for dtype in "efdFD":
        weights = torch.from_numpy(np.ones(2, dtype)).requires_grad_()
        late, retained = weights.clone(), weights.clone()
        retained.retain_grad()
        (late + retained).sum().real.backward()
        assert not late.is_leaf
        assert retained.grad.tolist() == [1, 1]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert late.grad is None
