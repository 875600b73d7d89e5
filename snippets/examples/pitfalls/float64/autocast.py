# Raises RuntimeError: autocast casts no float64
import numpy as np
import torch

features = torch.from_numpy(np.ones((4, 2)))
layer = torch.nn.Linear(2, 1)

with torch.autocast("cpu", torch.bfloat16):
    layer(features)
