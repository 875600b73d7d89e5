import numpy as np
import torch


class Root(torch.nn.Module):
    def forward(self, values):
        return torch.from_numpy(np.sqrt(values.numpy()))


values = torch.tensor([1.0, 4.0])
program = torch.export.export(Root(), (values,), strict=True)
print("exported:", program.module()(torch.tensor([9.0, 16.0])))
