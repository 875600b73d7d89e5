import torch

weights = torch.ones(2)
array = weights.numpy()
print("at first:", weights._version)

weights.mul_(2)
print("after weights.mul_(2):", weights._version)

array *= 2
print("after array *= 2:", weights._version, weights.tolist())
