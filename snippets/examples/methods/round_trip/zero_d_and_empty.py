import numpy as np
import torch

for array in (np.array(21.5), np.empty((0, 3), dtype=np.float32)):
    back = torch.from_numpy(array).numpy()
    print(repr(back), back.shape, back.dtype)

loss = torch.tensor(0.25)
array = loss.numpy()
array[()] = 0.5
print(loss)
