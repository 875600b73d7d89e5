import numpy as np
import torch


def spread(rows):
    return torch.from_numpy(np.ptp(rows.numpy(), axis=-1))


print("spread:", spread(torch.tensor([[1.0, 4.0], [2.0, 3.0]])))
