import torch

loss = torch.tensor(0.5)
counts = torch.tensor([[3, 1], [0, 2]])

print("loss:", loss.item())
print("counts:", counts.tolist())
