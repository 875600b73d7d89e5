import numpy as np
import torch

weights = torch.ones(3, requires_grad=True)
first = weights.detach()
print("weights:", np.shares_memory(first, first[1:]))

scores = torch.ones(3, dtype=torch.bfloat16)
bits = scores.view(torch.int16)
print("scores:", np.shares_memory(bits, bits[1:]))
