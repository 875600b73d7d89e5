# Raises TypeError: a list is not an array
import numpy as np
import torch

temperatures = [20.5, 21.0, 21.5]

print(torch.from_numpy(np.array(temperatures)))
print(torch.tensor(temperatures))

torch.from_numpy(temperatures)
