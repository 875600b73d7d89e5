# Raises RuntimeError: forward takes an array of its input
import numpy as np
import torch


class Center(torch.nn.Module):
    mean = np.array([5.0, 6.0], dtype=np.float32)

    def forward(self, values):
        return values - torch.from_numpy(self.mean)


class Root(torch.nn.Module):
    def forward(self, values):
        return torch.from_numpy(np.sqrt(values.numpy()))


values = torch.tensor([[5.0, 7.0]])
print(torch.export.export(Center(), (values,)).module()(values))
torch.export.export(Root(), (values,))
