# Raises RuntimeError: no strides fit
import numpy as np
import torch

columns = np.array([[1, 2, 3], [4, 5, 6]], order="F")
tensor = torch.from_numpy(columns)

tensor.view(-1)
