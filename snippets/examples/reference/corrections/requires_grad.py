import torch

layer = torch.nn.Linear(3, 1, bias=False)
array = layer.weight.detach().numpy()
array[:] = [[0.5, -1.0, 2.0]]
print("weight:", layer.weight)

with torch.no_grad():
    print("no_grad:", layer.weight.numpy())
