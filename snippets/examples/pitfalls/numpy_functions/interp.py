import numpy as np
import torch


def interp(x, known, values):
    x = x.clamp(known[0], known[-1])
    after = torch.searchsorted(known, x)
    after = after.clamp(min=1)
    left, right = known[after - 1], known[after]
    share = (x - left) / (right - left)
    return values[after - 1].lerp(values[after], share)


known = torch.tensor([0.0, 10.0, 20.0])
values = torch.tensor([0.0, 1.0, 4.0])
x = torch.tensor([-5.0, 5.0, 15.0, 20.0])
print("torch:", interp(x, known, values))
print("np:", np.interp(x, known, values))
