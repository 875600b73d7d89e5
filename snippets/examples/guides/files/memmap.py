import numpy as np
import torch

np.save("images.npy", np.zeros((1000, 64), dtype=np.uint8))

images = np.load("images.npy", mmap_mode="r")
rows = np.array([3, 1, 4])
batch = torch.from_numpy(images[rows])
batch.fill_(7)
print("batch:", batch.shape, batch.dtype)
print("in the file:", images[3, 0])
