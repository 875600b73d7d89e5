import torch

weights = torch.tensor([0.5, 0.25, 0.125])
saved = weights.numpy().copy()

weights[0] = 9.0
saved[2] = -1.0

print(weights)
print(saved)
