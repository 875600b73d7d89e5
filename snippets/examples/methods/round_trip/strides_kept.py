import numpy as np
import torch

samples = np.arange(12, dtype=np.float32).reshape(3, 4)

for view in (samples.T, samples[:, ::2]):
    tensor = torch.from_numpy(view)
    back = tensor.numpy()
    print("array ", view.shape, view.strides)
    print("tensor", tuple(tensor.shape), tensor.stride())
    print("back  ", back.shape, back.strides)
