import numpy as np
import torch

scores = torch.tensor([0.25, 0.5])
own = np.from_dlpack(scores, copy=True)
own[0] = 9.0

print(scores)
print(own)
