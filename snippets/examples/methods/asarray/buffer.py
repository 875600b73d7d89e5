import array

import torch

readings = array.array("d", [1.0, 2.0])
print(torch.asarray(readings))
print(torch.asarray(readings, dtype=torch.float64))
