import torch

ones = torch.ones(70_000, dtype=torch.float16)
print("float16:", ones.sum())
print("float32:", ones.sum(dtype=torch.float32))
print("mean:", ones.mean())
