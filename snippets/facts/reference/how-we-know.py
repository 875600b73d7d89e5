"""Facts of docs/reference/how-we-know.md."""

import numpy as np
import torch


def proof_fails():
    """A write through the tensor of `torch.from_numpy` reaches the array."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros(3, dtype)
        torch.from_numpy(samples)[0] = 1
        assert samples.tolist() == [1, 0, 0]
