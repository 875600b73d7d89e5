"""Facts of docs/understand/strides.md."""

import numpy as np
import torch


def tensors_count_up():
    """A tensor counts up from its lowest address: `torch.from_numpy` refuses a reversed array of numbers, unless it is empty, with a ValueError, and `Tensor.as_strided` a negative stride with a RuntimeError."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.ones(4, dtype)
        with np.testing.assert_raises_regex(ValueError, "At least one stride"):
            torch.from_numpy(array[::-1])
        assert torch.from_numpy(array[:0][::-1]).shape == (0,)
        with np.testing.assert_raises_regex(RuntimeError, "Negative strides are not supported"):
            torch.from_numpy(array).as_strided((4,), (-1,))
