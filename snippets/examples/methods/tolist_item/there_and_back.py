import torch

positions = torch.tensor([0.1, 0.2], dtype=torch.float64)
values = positions.tolist()

back = torch.tensor(values)
same = torch.tensor(values, dtype=positions.dtype)

print("without dtype:", back.dtype)
print("with dtype:", same.dtype)
