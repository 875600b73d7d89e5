# Raises ValueError: the rows differ in length
import numpy as np
import torch

words = [np.array([7, 2]), np.array([4, 1, 5])]
torch.tensor([row.tolist() for row in words])
