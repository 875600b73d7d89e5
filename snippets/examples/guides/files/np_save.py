import numpy as np
import torch

np.save("scores.npy", torch.tensor([0.25, 0.75]))
loaded = np.load("scores.npy")
print(loaded, loaded.dtype)
print(torch.from_numpy(loaded))
