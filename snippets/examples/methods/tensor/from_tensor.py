import numpy as np
import torch

scores = torch.from_numpy(np.array([0.25, 0.75]))

copied = scores.detach().clone()
warned = torch.tensor(scores)
print(copied, torch.equal(copied, warned))
