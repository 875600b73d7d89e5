import torch

positions = torch.tensor([0.1, 0.2]).double()
numbers = positions.tolist()

back = torch.tensor(numbers)
same = torch.tensor(numbers, dtype=positions.dtype)

print("without dtype:", back.dtype)
print("with dtype:", same.dtype)
