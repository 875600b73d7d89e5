import numpy as np
import torch

scores = torch.tensor([0.25, 0.75, 0.5])
snapshot = np.asarray(scores).copy()
scores[0] = 1.0

print("snapshot:", snapshot)
print("scores:", scores)
