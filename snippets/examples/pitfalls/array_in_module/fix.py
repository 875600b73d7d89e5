import numpy as np
import torch

model = torch.nn.Linear(2, 1)
device = next(model.parameters()).device
rows = np.array([[0.5, 1.5], [2.5, 0.0]])

inputs = torch.from_numpy(rows).float()
scores = model(inputs.to(device))
print("scores:", scores.shape, scores.dtype)

array = scores.detach().cpu().numpy()
print("array:", array.shape, array.dtype)
