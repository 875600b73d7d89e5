import torch

readings = [torch.tensor([0.1, 0.2]), torch.tensor([0.3, 0.4])]

print(torch.stack(readings))
