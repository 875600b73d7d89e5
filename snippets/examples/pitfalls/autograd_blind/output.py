import numpy as np
import torch

for change in (False, True):
    rates = torch.tensor([0.0, 1.0], requires_grad=True)
    growth = rates.exp()
    if change:
        array = growth.detach().numpy()
        np.clip(array, None, 2.0, out=array)
    growth.sum().backward()
    print(rates.grad)
