import numpy as np
import torch

total = torch.zeros(2)
alias = total

total += torch.from_numpy(np.array([1.0, 2.0]))
print(alias)

total += np.array([1.0, 2.0])
print(alias, total)
