import numpy as np
import torch

np.save("scores.npy", torch.tensor([0.25, 0.75]))

array = np.load("scores.npy")
print("array:", array, array.dtype)
