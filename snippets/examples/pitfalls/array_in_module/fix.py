import numpy as np
import torch

model = torch.nn.Linear(2, 1)
rows = np.array([[0.5, 1.5], [2.5, 0.0]])
inputs = torch.from_numpy(rows).float()
with torch.no_grad():
    scores = model(inputs).numpy()
print("scores:", scores.shape, scores.dtype)
