import numpy as np
import torch

labels = np.array([0, 0, 0, 1])
scores = torch.zeros(4, 2)

weights = len(labels) / np.bincount(labels, minlength=2)
print("weights:", weights, weights.dtype)
loss = torch.nn.CrossEntropyLoss(weight=torch.from_numpy(weights).float())
print("loss:", loss(scores, torch.from_numpy(labels)))
