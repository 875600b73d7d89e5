import weakref

import numpy as np
import torch

readings = np.array([3, 1, 4], dtype=np.int32)
tensor = torch.from_numpy(readings)
array = weakref.ref(readings)  # asks, holds nothing

del readings
print("array is there:", array() is not None)
print("tensor reads:", tensor.tolist())
del tensor
print("array is there:", array() is not None)
