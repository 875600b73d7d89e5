import numpy as np
import torch

np.save("readings.npy", np.array([20.5, 21.0, 21.5]))

array = np.load("readings.npy")
readings = torch.from_numpy(array).float()
print("readings:", readings)
print("in the file:", array.dtype)
