import numpy as np
import torch

readings = np.array([18.5, 19.0, 21.0], dtype=np.float32)

print(torch.tensor(readings.mean()))
print(torch.tensor(np.array(3)))
print(torch.tensor(readings[readings > 30]))
print(torch.tensor([]).dtype, torch.tensor(np.array([])).dtype)
