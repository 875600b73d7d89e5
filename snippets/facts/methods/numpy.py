"""Facts of docs/methods/numpy.md."""

import torch


def entries_are_one_memory():
    """Every call of `Tensor.numpy` on one tensor gives the same memory: each array shows the last values."""
    weight = torch.zeros(2)
    history = []
    for _ in range(3):
        weight += 0.5
        history.append(weight.numpy())
    assert [array.tolist() for array in history] == [[1.5, 1.5]] * 3


def copies_stay_apart():
    """`weight.numpy().copy()` keeps the values of that moment."""
    weight = torch.zeros(2)
    history = []
    for _ in range(2):
        weight += 0.5
        history.append(weight.numpy().copy())
    assert [array.tolist() for array in history] == [[0.5, 0.5], [1.0, 1.0]]


def row_reaches_the_batch():
    """A write to the `Tensor.numpy` of one row reaches the whole tensor that the row is a part of."""
    batch = torch.zeros(2, 3)
    batch[0].numpy()[:] = [1.0, 2.0, 3.0]
    assert batch.tolist() == [[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]]


def argmax_gives_int64():
    """The array of `Tensor.argmax` is int64, which indexes arrays and lists as it is."""
    logits = torch.tensor([[0.1, 2.0], [1.5, 0.3]])
    predicted = logits.argmax(dim=1).numpy()
    assert str(predicted.dtype) == "int64"
    assert predicted.tolist() == [1, 0]


def cast_first_and_nothing_is_shared():
    """After a cast with `Tensor.to`, the array shares with the new tensor, and not with the one that was cast."""
    image = torch.tensor([0.0, 1.0])
    pixels = image.to(torch.uint8).numpy()
    pixels[:] = 7
    assert image.tolist() == [0.0, 1.0]
