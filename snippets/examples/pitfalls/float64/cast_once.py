import numpy as np
import torch

features = np.array([[5.1, 3.5], [4.9, 3.0]])
layer = torch.nn.Linear(2, 1)

batch = torch.from_numpy(features.astype(np.float32))
print("batch:", batch.dtype)
print("shares:", np.shares_memory(features, batch))
print("scores:", layer(batch).shape)
