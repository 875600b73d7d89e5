import numpy as np
import torch

names = np.array(["cat", "dog", "emu"])
places = np.array([], dtype=np.int64)

print("int64 array:", names[places])
print("empty tensor:", names[torch.tensor([])])
