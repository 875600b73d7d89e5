import torch

pairs = torch.tensor([[1, 2], [3, 4]])
pair = torch.tensor([1, 9])

print("row by row:", (pairs == pair).all(dim=1).any().item())
print("as tuples:", tuple(pair.tolist()) in map(tuple, pairs.tolist()))
print("in:", pair in pairs)
