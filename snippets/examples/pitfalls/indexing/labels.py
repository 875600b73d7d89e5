import numpy as np
import torch

palette = np.array([[0, 0, 0], [255, 0, 0], [0, 255, 0]], np.uint8)
labels = np.array([0, 1, 2], np.uint8)

print("array: ", palette[labels].tolist())
colors, ids = torch.from_numpy(palette), torch.from_numpy(labels)
print("long(): ", colors[ids.long()].tolist())
print("uint8: ", colors[ids].tolist())
