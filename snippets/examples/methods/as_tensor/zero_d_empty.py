import numpy as np
import torch

threshold = np.array(0.5)
tensor = torch.as_tensor(threshold)

threshold[...] = 0.7
print(tensor)
tensor.fill_(0.9)
print(threshold)

no_boxes = np.empty((0, 4), dtype=np.float32)
print(torch.as_tensor(no_boxes))
