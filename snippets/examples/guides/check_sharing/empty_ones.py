import numpy as np
import torch

detections = np.zeros((0, 4), dtype=np.float32)
shared = torch.from_numpy(detections)
unrelated = torch.zeros(0)

print("shares:", np.shares_memory(detections, shared))
print("equal addresses:", shared.data_ptr() == unrelated.data_ptr())
