import torch

positions = torch.tensor([0.1, 0.2], dtype=torch.float64)
back = torch.tensor(positions.tolist())

print(back.dtype, torch.equal(back.to(torch.float64), positions))
print(torch.equal(torch.tensor(positions.tolist(), dtype=torch.float64), positions))
