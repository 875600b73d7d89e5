import numpy as np
import torch

readings = np.array(["21.5", "22.0", "20.0"])
colors = np.array(["red", "blue", "red"])
codes = np.array([b"ACGT", b"TTGA"])

print(torch.from_numpy(readings.astype(np.float32)))
print(torch.from_numpy(np.unique(colors, return_inverse=True)[1]))
print(torch.from_numpy(codes.view(np.uint8).reshape(2, -1).copy()))
