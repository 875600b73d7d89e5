"""Facts of docs/reference/performance.md."""

import warnings

import numpy as np
import torch


def joined_bytes_are_read_as_told():
    """`torch.frombuffer` of the joined bytes of float64 arrays, with `dtype=torch.float32`, gives twice as many numbers, without an error or a warning."""
    warnings.simplefilter("error")
    for count in 1, 4:
        frames = [np.full((2, 2), 0.1 + number) for number in range(count)]
        batch = torch.frombuffer(bytearray().join(frames), dtype=torch.float32).view(-1, 2, 2)
        assert len(batch) == 2 * count


def loop_over_an_array_adds_in_its_dtype():
    """A loop that adds the elements of a float32 array to 0.0 adds in float32, and loses what the Python floats of `Tensor.tolist` keep."""
    tensor = torch.tensor([2.0**24, 1.0, 1.0])
    totals = []
    for values in tensor.numpy(), tensor.tolist():
        total = 0.0
        for value in values:
            total += value
        totals.append(total)
    assert type(totals[0]) is np.float32
    assert totals == [2**24, 2**24 + 2]
