import numpy as np
import torch

recording = np.zeros(8, dtype=np.float32)
tail = torch.from_numpy(recording[2:])

print("apart:", tail.data_ptr() - recording.ctypes.data, "bytes")
print("shares:", np.shares_memory(recording, tail))
