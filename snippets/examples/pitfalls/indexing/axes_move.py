import numpy as np
import torch

video = np.zeros((2, 3, 5, 7))  # frames first
tensor = torch.from_numpy(video)
rows = [0, 1]
print("array:", video[0, :, rows].shape)
print("tensor:", tensor[0, :, rows].shape)
print("in steps:", video[0][:, rows].shape)
