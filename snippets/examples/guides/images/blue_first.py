import numpy as np
import torch

bgr = np.zeros((48, 64, 3), dtype=np.uint8)
bgr[..., 0] = 255

rgb = torch.from_numpy(bgr[..., ::-1].copy())
print("red, green, blue:", rgb[0, 0])
