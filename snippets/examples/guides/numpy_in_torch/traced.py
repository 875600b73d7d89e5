import numpy as np
import torch


def root(values):
    return torch.from_numpy(np.sqrt(values.numpy()))


traced = torch.jit.trace(root, torch.tensor([1.0, 4.0]))
print("roots of 9 and 16:", traced(torch.tensor([9.0, 16.0])))
