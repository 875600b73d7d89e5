# Raises NotImplementedError: few operations take uint16
import numpy as np
import torch

depth = np.array([[500, 40000], [1200, 65535]], dtype=np.uint16)

torch.from_numpy(depth).max()
