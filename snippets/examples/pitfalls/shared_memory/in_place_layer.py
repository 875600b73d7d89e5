import numpy as np
import torch

changes = np.array([-1.5, 0.5, -0.25], dtype=np.float32)
layer = torch.nn.ReLU(inplace=True)

layer(torch.tensor(changes))
print("array, after a copy went in:", changes)

layer(torch.from_numpy(changes))
print("after a tensor that shares:", changes)
