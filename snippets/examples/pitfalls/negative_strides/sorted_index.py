import numpy as np
import torch

scores = np.array([0.2, 0.9, 0.5])
boxes = torch.tensor([[0, 0, 4, 4], [1, 1, 6, 6], [2, 2, 9, 9]])

best_first = np.argsort(scores)[::-1].copy()
print("best first:", boxes[best_first])
