import torch

levels = torch.tensor([20.5, -1.0, 21.0, -1.0])
valid = torch.tensor([1, 0, 1, 0])
print("picked by number:", levels[valid])
print("picked as a mask:", levels[valid.bool()])
