import torch

tensor = torch.tensor([0.5, 1.25, 2.0])

total = 0.0
for value in tensor.tolist():
    total += value

print("total:", total, type(total))
