import numpy as np
import torch

readings = np.array([3, 1, 4], dtype=np.int32)
tensor = torch.from_numpy(readings)
back = tensor.numpy()

print("readings owns its memory:", readings.flags.owndata)
print("back owns its memory:", back.flags.owndata)
print("back.base is a", type(back.base).__name__)
print("base of back[1:] is back:", back[1:].base is back)
