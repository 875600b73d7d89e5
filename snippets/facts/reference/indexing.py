"""Facts of docs/reference/indexing.md."""

import warnings

import numpy as np
import torch


def tensors_take_int64_and_int32():
    """A tensor takes an index tensor of one axis for numbers where it is int64 or int32, and for a mask where it is bool or uint8; of every other dtype it raises an IndexError, where an index array of any integer dtype but uint8, which is a mask, works."""
    tensor = torch.tensor([10.0, 20.0, 30.0])
    warnings.simplefilter("ignore")
    for dtype in "il?BbhHILefdFD":
        numbers = np.array([0, 1, 1], dtype)
        index = torch.from_numpy(numbers)
        if dtype in "il":
            assert tensor[index].tolist() == [10.0, 20.0, 20.0]
        elif dtype in "?B":
            assert tensor[index].tolist() == [20.0, 30.0]
        else:
            with np.testing.assert_raises_regex(IndexError, "must be long, int, byte or bool"):
                tensor[index]
        if dtype in "?B":
            assert tensor[numbers].tolist() == [20.0, 30.0]
        if dtype in "bhHiIlL":
            assert tensor[numbers].tolist() == [10.0, 20.0, 20.0]
