import torch

loss = torch.tensor(0.5)
counts = torch.tensor([[3, 1], [0, 2]])

print(loss.item(), type(loss.item()).__name__)
print(counts.tolist())
