import numpy as np
import torch

features = np.array([[5.1, 3.5], [4.9, 3.0]])
layer = torch.nn.Linear(2, 1)

batch = torch.from_numpy(features).float()
print("batch:", batch.dtype)
print("scores:", layer(batch).dtype)
