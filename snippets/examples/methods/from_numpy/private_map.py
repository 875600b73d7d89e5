import numpy as np
import torch

np.save("frames.npy", np.zeros(3, np.float32))
frames = np.load("frames.npy", mmap_mode="c")
tensor = torch.from_numpy(frames)

tensor[0] = 1.0

print("array:", frames.tolist())
print("file:", np.load("frames.npy").tolist())
