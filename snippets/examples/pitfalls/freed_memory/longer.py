import numpy as np
import torch

readings = np.array([18.0, 18.5])
tensor = torch.from_numpy(readings)

readings = np.concatenate([readings, [19.0]])
longer = torch.from_numpy(readings)
print("old tensor:", tensor)
print("new tensor:", longer)
