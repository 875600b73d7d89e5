import torch

tensor = torch.tensor([1.0, 2.0, 4.0, 8.0])
std = tensor.std(correction=0)
print("std:", std.item())
median = tensor.double().quantile(0.5)
print("median:", median.item())
print("repeat:", tensor[:2].repeat_interleave(2))
print("split:", *torch.tensor_split(tensor, 3))
