import numpy as np
import torch

scores = torch.zeros(3)
clicked = np.array([0, 1, 1])

targets = torch.from_numpy(clicked.astype(np.float32))
loss = torch.nn.BCEWithLogitsLoss()
print("loss:", loss(scores, targets))
