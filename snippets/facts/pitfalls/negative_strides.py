"""Facts of docs/pitfalls/negative_strides.md."""

import warnings

import numpy as np
import torch


def numpy_flips_are_views():
    """`np.flip`, `np.fliplr`, `np.flipud` and `np.rot90` give views with a negative stride, which `torch.from_numpy` refuses."""
    image = np.zeros((2, 3), dtype=np.float32)
    for turn in (np.flip, np.fliplr, np.flipud, np.rot90):
        assert np.shares_memory(turn(image), image) and min(turn(image).strides) < 0
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.from_numpy(turn(image))


def arithmetic_is_taken():
    """The result of arithmetic is a new array with positive strides: a mirrored image that is divided by 255 is taken."""
    image = np.array([[0, 51, 255]], dtype=np.uint8)
    scaled = image[:, ::-1] / 255
    assert scaled.strides == (24, 8)
    assert torch.from_numpy(scaled).tolist() == [[1.0, 0.2, 0.0]]


def tensor_flip_copies():
    """`Tensor.flip` writes the values into new memory in the other order, and leaves the array as it is."""
    samples = np.array([0.1, 0.2, 0.3])
    newest_first = torch.from_numpy(samples).flip(0)
    assert newest_first.tolist() == [0.3, 0.2, 0.1]
    assert newest_first.is_contiguous()
    assert samples.tolist() == [0.1, 0.2, 0.3]


def index_is_refused():
    """A tensor cannot be indexed with a reversed array: it raises the same ValueError."""
    scores = torch.tensor([0.2, 0.9, 0.5])
    best_first = np.argsort(scores.numpy())[::-1]
    with np.testing.assert_raises_regex(ValueError, "At least one stride in the given numpy array is negative"):
        scores[best_first]
    assert scores[best_first.copy()].tolist() == sorted(scores.tolist(), reverse=True)


def collate_refuses():
    """`torch.utils.data.default_collate` refuses reversed arrays with the same ValueError, and a `DataLoader` calls it."""
    samples = [np.arange(3.0)[::-1], np.arange(3.0)[::-1]]
    with np.testing.assert_raises_regex(ValueError, "At least one stride in the given numpy array is negative"):
        torch.utils.data.default_collate(samples)
    with np.testing.assert_raises_regex(ValueError, "At least one stride in the given numpy array is negative"):
        next(iter(torch.utils.data.DataLoader(samples)))


def list_of_reversed_is_taken():
    """`torch.tensor` takes a list of reversed arrays, though it refuses each of them alone."""
    with np.testing.assert_raises_regex(ValueError, "negative"):
        torch.tensor(np.array([1, 2])[::-1])
    windows = [np.array([1, 2])[::-1], np.array([3, 4])[::-1]]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert torch.tensor(windows).tolist() == [[2, 1], [4, 3]]
