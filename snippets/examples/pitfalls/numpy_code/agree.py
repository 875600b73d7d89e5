import torch

tensor = torch.tensor([1.0, 2.0, 4.0, 8.0])
std = tensor.std(correction=0)
print("std:", std.item())
print("median:", tensor.quantile(0.5))
print("repeat:", tensor[:2].repeat_interleave(2))
print("split:", *torch.tensor_split(tensor, 3))
