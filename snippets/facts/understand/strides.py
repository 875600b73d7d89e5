"""Facts of docs/understand/strides.md."""

import numpy as np
import torch


def tensors_count_up():
    """A tensor counts up from its lowest address: `torch.from_numpy` refuses a reversed array of numbers, unless it is empty, with a ValueError."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.ones(4, dtype)
        with np.testing.assert_raises_regex(ValueError, "At least one stride"):
            torch.from_numpy(array[::-1])
        assert torch.from_numpy(array[:0][::-1]).shape == (0,)
