import numpy as np
import torch


class Scale(torch.nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.from_numpy(mean))
        self.register_buffer("std", torch.from_numpy(std))

    def forward(self, values):
        return (values - self.mean) / self.std


scale = Scale(np.array([5.0]), np.array([2.0])).float()
print("state:", dict(scale.state_dict()))
print("scaled:", scale(torch.tensor([9.0])))
