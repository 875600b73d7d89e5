import numpy as np
import torch


class Center(torch.nn.Module):
    def __init__(self, mean):
        super().__init__()
        self.register_buffer("mean", torch.from_numpy(mean).float())

    def forward(self, values):
        return values - self.mean


values = torch.tensor([[5.0, 7.0]])
model = Center(np.array([5.0, 6.0]))
program = torch.export.export(model, (values,))
print("exported:", program.module()(values))
print("state:", program.state_dict)
