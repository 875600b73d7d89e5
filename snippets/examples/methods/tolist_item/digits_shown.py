import torch

probability = torch.tensor(0.1)

print(probability)
print(probability.item())
print(probability.item() == 0.1)
print(torch.tensor(0.1, dtype=torch.float64).item() == 0.1)
