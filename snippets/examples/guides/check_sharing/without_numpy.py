import numpy as np
import torch

weights = torch.ones(3, requires_grad=True)
scores = torch.ones(3, dtype=torch.bfloat16)

print(np.shares_memory(weights.detach(), weights.detach()[1:]))
print(np.shares_memory(scores.view(torch.int16), scores[1:].view(torch.int16)))
