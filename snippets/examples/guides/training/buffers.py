import numpy as np
import torch


class Scale(torch.nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = mean
        self.register_buffer("std", torch.from_numpy(std))


scale = Scale(np.array([5.0]), np.array([2.0])).float()
print(dict(scale.state_dict()))
print(scale.mean.dtype, scale.std.dtype)
