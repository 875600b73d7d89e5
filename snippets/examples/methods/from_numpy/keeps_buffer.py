import weakref

import numpy as np
import torch

pixels = np.array([0, 64, 128, 255], np.uint8)
array_ref = weakref.ref(pixels)
tensor = torch.from_numpy(pixels)

del pixels
print("array lives:", array_ref() is not None)
print("tensor:", tensor.tolist())

del tensor
print("array lives:", array_ref() is not None)
