import numpy as np
import torch

scores = torch.tensor([0.25, 0.75])
np.save("scores.npy", scores.detach().cpu().numpy())

array = np.load("scores.npy")
tensor = torch.from_numpy(array)
print("array:", array, array.dtype)
print("tensor:", tensor)
