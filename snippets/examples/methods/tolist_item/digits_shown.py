import torch

single = torch.tensor(0.1)
double = torch.tensor(0.1, dtype=torch.float64)

print("tensor:", single)
print("float32:", single.item())
print("cast later:", single.double().item())
print("float64:", double.item())
