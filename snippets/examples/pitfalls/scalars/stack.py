import torch

readings = [torch.tensor([0.1, 0.2]), torch.tensor([0.3, 0.4])]

print("stack:", torch.stack(readings))
print("cat:", torch.cat(readings))
