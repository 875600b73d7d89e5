import numpy as np
import torch

readings = np.array([20.5, 21.0])
means = [readings.mean(), readings.max()]

print(torch.tensor(means))
print(torch.tensor([float(mean) for mean in means]))
