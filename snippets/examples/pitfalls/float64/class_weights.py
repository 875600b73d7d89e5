# Raises RuntimeError: the weights are float64
import numpy as np
import torch

scores = torch.zeros(4, 2)
classes = np.array([0, 0, 0, 1])
rare = len(classes) / np.bincount(classes)
weight = torch.from_numpy(rare)

labels = torch.from_numpy(classes)
loss = torch.nn.CrossEntropyLoss(weight.float())
print("float32:", loss(scores, labels))
loss = torch.nn.CrossEntropyLoss(weight)
loss(scores, labels)
