# Raises AttributeError: a tensor has no astype
import numpy as np
import torch

altitudes = np.array([130, 145, 160], dtype=np.int16)

torch.from_numpy(altitudes).astype(np.float32)
