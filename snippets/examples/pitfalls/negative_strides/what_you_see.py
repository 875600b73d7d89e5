# Raises ValueError: the channels are reversed, from BGR to RGB
import numpy as np
import torch

bgr = np.array([[[255, 128, 0], [250, 120, 10]]], dtype=np.uint8)
rgb = bgr[..., ::-1]

torch.from_numpy(rgb)
