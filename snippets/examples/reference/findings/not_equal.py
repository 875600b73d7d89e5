import numpy as np
import torch

array, tensor = np.array([1.0, 2.0]), torch.tensor([1.0, 2.0])
print("==:", array == tensor)
print("!=:", array != tensor)
