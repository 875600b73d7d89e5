import numpy as np
import torch

changes = np.array([-1.5, 0.5, -0.25], dtype=np.float32)
layer = torch.nn.ReLU(inplace=True)

print(layer(torch.tensor(changes)), changes)
print(layer(torch.from_numpy(changes)), changes)
