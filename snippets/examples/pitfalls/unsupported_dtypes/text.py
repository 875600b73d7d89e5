import numpy as np
import torch

readings = np.array(["21.5", "22.0", "20.0"])
print("parsed:", torch.from_numpy(readings.astype(np.float32)))

colors = np.array(["red", "blue", "red"])
names, numbers = np.unique(colors, return_inverse=True)
print("numbered:", torch.from_numpy(numbers), names.tolist())

codes = np.array([b"ACGT", b"TTGA"])
letters = codes.view(np.uint8).reshape(2, -1).copy()
print("bytes:", torch.from_numpy(letters))
