import numpy as np
import torch

levels = [np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0])]
values = torch.from_numpy(np.concatenate(levels))
lengths = [len(one) for one in levels]
offsets = torch.from_numpy(np.cumsum([0, *lengths]))

print(values, offsets)
print(values.split(lengths))
print(torch.segment_reduce(values, "mean", offsets=offsets))
