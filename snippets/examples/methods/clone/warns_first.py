import numpy as np
import torch

limits = np.array([10.0, 20.0])
limits.setflags(write=False)

quiet = torch.tensor(limits)
warned = torch.from_numpy(limits).clone()
warned[0] = 99.0

print(quiet, warned)
print(limits)
