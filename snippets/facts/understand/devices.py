"""Facts of docs/understand/devices.md."""

import numpy as np
import torch


def cpu_of_a_cpu_tensor_is_itself():
    """`Tensor.cpu` without arguments, of a tensor that is on the CPU, returns that tensor, so the array of its `Tensor.numpy` shares."""
    for dtype in "?bBhHiIlLefdFD":
        levels = np.zeros(2, dtype)
        tensor = torch.from_numpy(levels)
        back = tensor.cpu().numpy()
        back[0] = 1
        assert tensor.cpu() is tensor
        assert levels[0] == 1
