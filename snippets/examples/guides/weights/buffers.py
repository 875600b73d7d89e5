import numpy as np
import torch


class Scale(torch.nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = mean
        std = torch.from_numpy(std)
        self.register_buffer("std", std)


scale = Scale(np.array([5.0]), np.array([2.0]))
scale.float()
print("state:", dict(scale.state_dict()))
print("mean, an attribute:", scale.mean.dtype)
print("std, a buffer:", scale.std.dtype)
