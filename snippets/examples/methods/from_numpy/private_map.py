import numpy as np
import torch

np.save("frames.npy", np.zeros((2, 3), dtype=np.float32))
frames = np.load("frames.npy", mmap_mode="c")
tensor = torch.from_numpy(frames)

tensor[0, 0] = 1.0
frames[1, 2] = 2.0
print(tensor)
print(frames)
print(np.load("frames.npy"))
