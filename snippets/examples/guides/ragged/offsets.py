import numpy as np
import torch

levels = [np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0])]
values = torch.from_numpy(np.concatenate(levels))
lengths = [len(row) for row in levels]
offsets = torch.from_numpy(np.cumsum([0, *lengths]))

print("offsets:", offsets)
print("rows:", values.split(lengths))
means = torch.segment_reduce(values, "mean", offsets=offsets)
print("means:", means)
