"""Facts of docs/pitfalls/gpu_copies.md."""

import numpy as np
import torch


def arrays_are_not_pinned_by_tensor():
    """`torch.tensor` with `pin_memory=True` refuses an array."""
    for dtype in "?bBhHiIlLefdFD":
        for shape in (2, 3), (0,), ():
            with np.testing.assert_raises_regex(RuntimeError, "Can't pin tensor constructed from numpy"):
                torch.tensor(np.zeros(shape, dtype), pin_memory=True)
