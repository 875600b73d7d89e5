import numpy as np
import torch


def interp(x, known, values):
    end = torch.bucketize(x, known, right=True)
    end = end.clamp(1, len(known) - 1)
    left, right = known[end - 1], known[end]
    share = (x - left) / (right - left)
    share = torch.where(x >= right, 1, share)
    share = share.clamp(min=0).to(values)
    return values[end - 1].lerp(values[end], share)


known = torch.tensor([0.0, 10.0, 10.0, 20.0])
values = torch.tensor([0.0, 1.0, 5.0, 6.0])
x = torch.tensor([-5.0, 5.0, 10.0, torch.nan])
print("torch:", interp(x, known, values))
print("np:", np.interp(x, known, values))
