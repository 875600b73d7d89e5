# Raises RuntimeError: the weight of a layer requires grad
import torch

layer = torch.nn.Linear(3, 1, bias=False)
layer.weight.detach().numpy()[:] = [[0.5, -1.0, 2.0]]

print(layer.weight)
with torch.no_grad():
    print(layer.weight.numpy())
layer.weight.numpy()
