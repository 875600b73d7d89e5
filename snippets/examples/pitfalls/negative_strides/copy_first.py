import numpy as np
import torch

bgr = np.array([[[255, 128, 0], [250, 120, 10]]], dtype=np.uint8)
rgb = bgr[..., ::-1]

tensor = torch.from_numpy(rgb.copy())
print("tensor:", tensor)
