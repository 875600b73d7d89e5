import numpy as np
import torch

animals = np.array(["dog", "cat", "dog", "emu"])
classes, ids = np.unique(animals, return_inverse=True)
labels = torch.from_numpy(ids)
print("labels:", labels, labels.dtype)

scores = torch.tensor([[0.1, 0.7, 0.2], [0.2, 0.1, 0.7]])
best = scores.argmax(dim=1).numpy()
print("predicted:", classes[best])
