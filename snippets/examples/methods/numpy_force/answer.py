import torch

layer = torch.nn.Linear(2, 1)
torch.nn.init.constant_(layer.weight, 0.5)

array = layer.weight.numpy(force=True)
print(array, array.dtype)

array[0, 0] = 9.0
print(layer.weight)
