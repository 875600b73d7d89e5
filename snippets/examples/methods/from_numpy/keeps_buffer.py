import weakref

import numpy as np
import torch

pixels = np.array([0, 64, 128, 255], dtype=np.uint8)
array_ref = weakref.ref(pixels)
tensor = torch.from_numpy(pixels)

del pixels
print(array_ref() is not None, tensor)

del tensor
print(array_ref() is not None)
