import warnings

import numpy as np
import torch

warnings.simplefilter("ignore", DeprecationWarning)
array, tensor = np.array([1.0, 2.0]), torch.tensor([10.0, 20.0])

print("array + tensor")
print("  array.__add__(tensor):", array.__add__(tensor))
print("  tensor.__radd__(array):", tensor.__radd__(array))
print("tensor + array")
print("  tensor.__add__(array):", tensor.__add__(array))
print("  array.__radd__(tensor):", array.__radd__(tensor))
