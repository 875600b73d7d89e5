import numpy as np
import torch

for clips in (False, True):
    rates = torch.tensor([0.0, 1.0], requires_grad=True)
    growth = rates.exp()
    if clips:
        array = growth.detach().numpy()
        np.clip(array, None, 2.0, out=array)
    growth.sum().backward()
    print("clipped:" if clips else "as it is:", rates.grad)
