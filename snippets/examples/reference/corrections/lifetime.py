import weakref

import numpy as np
import torch

frames = np.zeros((1000, 64, 64), dtype=np.uint8)
array = weakref.ref(frames)
first = torch.from_numpy(frames)[0]
print("tensor:", first.nbytes, "buffer:", first.untyped_storage().nbytes())

del frames
print("array still in memory:", array() is not None)
first = first.clone()
print("array still in memory:", array() is not None)
