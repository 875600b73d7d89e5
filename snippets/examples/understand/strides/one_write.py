import torch

row = torch.tensor([7, 8, 9])
table = row.expand(3, 3)
table[0, 0] = 0

print("table:", table.tolist())
print("row:", row.tolist())
