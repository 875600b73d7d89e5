import numpy as np
import torch

threshold = np.array(0.5)
torch.asarray(threshold, copy=False).fill_(9.0)
print("after asarray:", threshold)

with_axis = threshold.reshape(1)
torch.asarray(with_axis, copy=False).fill_(9.0)
print("with an axis:", threshold)
