"""Facts of docs/methods/clone.md."""

import warnings

import numpy as np
import torch


def copies_once():
    """`Tensor.clone` copies into memory of its own, of the tensor's dtype and shape, the axes in the same order and without gaps; where autograd is on, the gradient passes through it."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((4, 6), dtype)
        for array in (image[0, 0, ...], image[0], image, image.T, image[:, ::2], image.T[::2], image[:0]):
            shared = torch.from_numpy(array)
            clone = shared.clone()
            shared.fill_(1)
            assert not clone.any()
            clone.fill_(1)
            shared.zero_()
            assert clone.all()
            assert (str(clone.dtype), clone.shape) == (f"torch.{array.dtype}", array.shape)
        assert torch.from_numpy(image.T).clone().stride() == (1, 6)
        assert torch.from_numpy(image[:, ::2]).clone().stride() == (3, 1)
        assert torch.from_numpy(image.T[::2]).clone().stride() == (1, 3)
    for dtype in "efdFD":
        weights = torch.from_numpy(np.ones(2, dtype)).requires_grad_()
        (weights.clone() * 3).sum().real.backward()
        assert weights.grad.tolist() == [3, 3]


def leaves():
    """Where autograd is on, a clone of a tensor that requires grad is no leaf, so no gradient arrives in it, unless you call `Tensor.retain_grad`; a clone of its `Tensor.detach` has no part in the graph."""
    for dtype in "efdFD":
        weights = torch.from_numpy(np.ones(2, dtype)).requires_grad_()
        late, retained, snapshot = weights.clone(), weights.clone(), weights.detach().clone()
        retained.retain_grad()
        (late + retained).sum().real.backward()
        assert not late.is_leaf
        assert retained.grad is not None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert late.grad is None
        assert not snapshot.requires_grad
        assert snapshot.grad_fn is None


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


def view_needs_strides_that_fit():
    """`Tensor.view` needs strides that fit: it raises a RuntimeError where it is to flatten the clone of a transposed table that was in C order, with several rows and columns."""
    for dtype in "?bBhHiIlLefdFD":
        for shape in (2, 3), (4, 2), (2, 3, 4):
            clone = torch.from_numpy(np.zeros(shape, dtype).T).clone()
            with np.testing.assert_raises_regex(RuntimeError, "view size is not compatible"):
                clone.view(-1)
