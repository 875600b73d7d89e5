import numpy as np
import torch

temperatures = np.array([18.5, 19.0, 21.5])
tensor = torch.tensor(temperatures)

temperatures[0] = 0.0
tensor[2] = 99.0

print(tensor)
print(temperatures)
