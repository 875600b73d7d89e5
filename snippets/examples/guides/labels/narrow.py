# Raises RuntimeError: int32 labels
import numpy as np
import torch

labels = torch.from_numpy(np.array([1, 0, 2], dtype=np.int32))
scores = torch.zeros(3, 3)
print(torch.nn.functional.cross_entropy(scores, labels.long()))
torch.nn.functional.cross_entropy(scores, labels)
