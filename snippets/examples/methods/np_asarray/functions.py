import numpy as np
import torch

latencies = torch.tensor([3.0, 1.0, 2.0])
array = np.asarray(latencies)

print("sort:", np.sort(array))
print("median:", np.median(array))
print("sum:", np.sum(array))
