import numpy as np
import torch

readings = np.array([20.5, 21.0])
means = [readings.mean(), readings.max()]
floats = [mean.item() for mean in means]

print("NumPy scalars:", torch.tensor(means).dtype)
print("Python floats:", torch.tensor(floats).dtype)
