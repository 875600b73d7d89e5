"""Facts of docs/methods/numpy.md."""

import numpy as np
import torch


def entries_are_one_memory():
    """All arrays that `Tensor.numpy` without `force=True` gives of one tensor lie on its memory, so each of them shows a later write in place."""
    for dtype in "?bBhHiIlLefdFD":
        counts = torch.from_numpy(np.zeros(2, dtype))
        history = []
        for count in range(2):
            counts.fill_(count)
            history.append(counts.numpy())
        assert [array.tolist() for array in history] == [[1, 1], [1, 1]]


def row_reaches_the_batch():
    """A row such as `batch[0]` is a view: a write to its `Tensor.numpy` reaches the batch."""
    for dtype in "?bBhHiIlLefdFD":
        batch = torch.from_numpy(np.zeros((2, 3), dtype))
        batch[0].numpy()[:] = 1
        assert batch.tolist() == [[1, 1, 1], [0, 0, 0]]


def argmax_gives_int64():
    """`Tensor.argmax` gives int64, so the array of its `Tensor.numpy` indexes arrays as it is, and each element of it lists."""
    labels = ["cat", "dog"]
    for dtype in torch.uint8, torch.int32, torch.float16, torch.float32, torch.float64:
        predicted = torch.tensor([[1, 2], [4, 3]], dtype=dtype).argmax(dim=1).numpy()
        assert predicted.dtype == np.int64
        assert np.array(labels)[predicted].tolist() == [labels[number] for number in predicted] == ["dog", "cat"]


def cast_first_and_nothing_is_shared():
    """After a cast to another dtype with `Tensor.to`, the array of `Tensor.numpy` shares with the new tensor, and not with the one that was cast."""
    for dtype in "?bBhHiIlLefdFD":
        image, other = torch.zeros(2, dtype=torch.bfloat16), torch.from_numpy(np.zeros(2, dtype))
        cast = image.to(other.dtype)
        cast.numpy()[0] = 1
        assert cast.tolist() == [1, 0]
        assert image.tolist() == [0, 0]
