"""Facts of docs/pitfalls/negative_strides.md."""

import itertools
import warnings

import numpy as np
import torch


def numpy_flips_are_views():
    """Of an image that has pixels, and memory of its own, `np.flip`, `np.fliplr`, `np.flipud`, `[::-1]`, and `np.rot90` by one to three quarter turns give a view with a negative stride, which `torch.from_numpy` refuses with a ValueError."""
    for dtype, shape in itertools.product("?bBhHiIlLefdFD", [(2, 3), (1, 1), (2, 3, 3)]):
        image = np.zeros(shape, dtype)
        turned = [np.rot90(image, quarters) for quarters in (1, 2, 3)]
        for view in np.flip(image), np.fliplr(image), np.flipud(image), image[::-1], *turned:
            assert np.shares_memory(view, image) and min(view.strides) < 0
            with np.testing.assert_raises_regex(ValueError, "negative"):
                torch.from_numpy(view)
    warnings.simplefilter("ignore")  # of rows that are read-only
    for taken in np.zeros((0, 3)), np.broadcast_to(np.zeros(3), (2, 3)):
        assert torch.from_numpy(np.flipud(taken)).shape == taken.shape


def arithmetic_is_taken():
    """The result of arithmetic has positive strides, and `torch.from_numpy` takes it: a mirrored image that is divided by 255, for one; arithmetic in place keeps the strides, and raises the ValueError."""
    for dtype in "?bBhHiIlLefdFD":
        turned = np.array([[[0, 1]], [[1, 1]]], dtype)[::-1, ::-1, ::-1]
        for view in turned, turned.T, turned[:1], turned[0, 0]:
            assert torch.from_numpy(view + view).bool().tolist() == view.astype(bool).tolist()
        mirrored = np.array([[0, 0, 1]], dtype)[:, ::-1]
        assert torch.from_numpy(mirrored + mirrored).bool().tolist() == [[True, False, False]]
        assert torch.from_numpy(mirrored / 255).bool().tolist() == [[True, False, False]]
        mirrored += mirrored
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.from_numpy(mirrored)


def tensor_flip_copies():
    """`Tensor.flip` writes the values into new memory in the other order, and leaves the array as it is; of several elements of uint16, uint32 or uint64 it raises a NotImplementedError."""
    for dtype in "?bBhilefdFD":
        samples = np.array([0, 0, 1], dtype)
        newest_first = torch.from_numpy(samples).flip(0)
        assert newest_first.tolist() == [1, 0, 0]
        newest_first[1] = 1
        assert samples.tolist() == [0, 0, 1]
    for dtype in "HIL":
        with np.testing.assert_raises_regex(NotImplementedError, "not implemented"):
            torch.from_numpy(np.array([0, 1], dtype)).flip(0)


def index_is_refused():
    """A tensor cannot be indexed with a reversed array of numbers or booleans that is not empty: it raises the same ValueError."""
    scores = torch.tensor([0.2, 0.9])
    for dtype in "?bBhHiIlLefdFD":
        for numbers in [0, 1], [1]:
            with np.testing.assert_raises_regex(ValueError, "At least one stride in the given numpy array is negative"):
                scores[: len(numbers)][np.array(numbers, dtype)[::-1]]


def collate_refuses():
    """`torch.utils.data.default_collate` refuses reversed arrays of numbers or bools that are not empty with the same ValueError, and so does a `DataLoader` without a `collate_fn=` of your own."""
    for dtype in "?bBhHiIlLefdFD":
        samples = [np.array([0, 1], dtype)[::-1]] * 2
        with np.testing.assert_raises_regex(ValueError, "At least one stride in the given numpy array is negative"):
            torch.utils.data.default_collate(samples)
        for size in 2, None:
            with np.testing.assert_raises_regex(ValueError, "At least one stride in the given numpy array is negative"):
                next(iter(torch.utils.data.DataLoader(samples, batch_size=size)))


def list_of_reversed_is_taken():
    """`torch.tensor` takes a list of reversed rows, though it refuses each of them alone; with uint64, the list raises a TypeError."""
    for dtype in "?bBhHiIlLefdFD":
        window = np.array([0, 1], dtype)[::-1]
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.tensor(window)
        if dtype == "L":
            with np.testing.assert_raises_regex(TypeError, "an integer is required"):
                torch.tensor([window, window])
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert torch.tensor([window, window]).tolist() == [[1, 0], [1, 0]]


def flip_before_the_step():
    """For every dtype that it takes, `Tensor.flip` and then a slice with the step 2 gives what the array gives for the step -2; the slice first gives the other half of an even number of elements."""
    for dtype in "?bBhilefdFD":
        for size in range(1, 7):
            array = (np.arange(size) * 3 % 7).astype(dtype)
            tensor = torch.from_numpy(array)
            assert tensor.flip(0)[::2].tolist() == array[::-2].tolist()
            if size % 2 == 0:
                assert tensor[::2].flip(0).tolist() == array[-2::-2].tolist()
