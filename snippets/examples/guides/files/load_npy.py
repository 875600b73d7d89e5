import numpy as np
import torch

np.save("readings.npy", np.array([20.5, 21.0, 21.5]))

readings = torch.from_numpy(np.load("readings.npy"))
print(readings)
print(readings.to(torch.float32).dtype)
