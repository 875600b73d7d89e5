import numpy as np
import torch

labels = torch.from_numpy(np.array([1, 0, 2]))
scores = torch.zeros(3, 3)

rows = torch.nn.functional.one_hot(labels, 3).float()
print("rows:", rows, sep="\n")
loss = torch.nn.functional.cross_entropy
print("loss of rows:", loss(scores, rows))
print("loss of numbers:", loss(scores, labels))
