import numpy as np
import torch

threshold = np.array(0.5)
torch.asarray(threshold, copy=False).fill_(9.0)
print(threshold)
torch.from_numpy(threshold).fill_(9.0)
print(threshold)

no_boxes = np.empty((0, 4), dtype=np.float32)
print(torch.asarray(no_boxes, copy=False))
