import numpy as np
import torch

labels = np.array([1, 0, 1], dtype=np.int32)
scores = torch.zeros(3, 2)

targets = torch.from_numpy(labels).long()
loss = torch.nn.functional.cross_entropy(scores, targets)
print("loss:", loss, "from", targets.dtype)
