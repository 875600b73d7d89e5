import torch

readings = torch.tensor([20.5, 21.0])

print("copy:", torch.tensor(readings).tolist())
