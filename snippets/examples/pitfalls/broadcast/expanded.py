import numpy as np
import torch

mean = torch.tensor([1.0, 2.0])
drift = np.array([[10.0], [20.0], [30.0]])

shared = mean.expand(3, 2).numpy()
own = shared.copy()
own += drift
print("copy:", own)

shared += drift
print("shared:", shared)
print("mean:", mean)
