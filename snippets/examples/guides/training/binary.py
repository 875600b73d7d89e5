# Raises RuntimeError: the targets are integers
import numpy as np
import torch

scores = torch.zeros(3)
clicked = np.array([0, 1, 1])
loss = torch.nn.functional.binary_cross_entropy_with_logits
print(loss(scores, torch.from_numpy(clicked.astype(np.float32))))
loss(scores, torch.from_numpy(clicked))
