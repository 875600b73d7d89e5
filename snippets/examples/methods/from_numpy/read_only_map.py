# Ends with SIGSEGV: the write goes to memory that is mapped read-only
import numpy as np
import torch

np.save("frames.npy", np.zeros(3, np.float32))
frames = np.load("frames.npy", mmap_mode="r")
tensor = torch.from_numpy(frames)
print("sum:", tensor.sum())

tensor[0] = 1.0
