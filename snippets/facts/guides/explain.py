"""Facts of docs/guides/explain.md."""

import warnings

import numpy as np
import torch


def warning_does_not_stop_a_write():
    """A read-only array is shared with a warning, and a later write through the tensor is not refused."""
    calibration = np.array([1.0, 2.0])
    calibration.flags.writeable = False
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.from_numpy(calibration)
    tensor[0] = 9.0
    assert len(caught) == 1
    assert calibration[0] == 9.0
