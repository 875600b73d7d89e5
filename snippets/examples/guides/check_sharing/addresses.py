import numpy as np
import torch

recording = np.zeros(8, dtype=np.float32)
tail = torch.from_numpy(recording[2:])

print(tail.data_ptr() == recording.ctypes.data)
print(tail.data_ptr() - recording.ctypes.data)
print(np.shares_memory(recording, tail))
