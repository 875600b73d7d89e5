# Raises TypeError: np.sum hands axis= to Tensor.sum
import numpy as np
import torch

latencies = torch.tensor([3.0, 1.0, 2.0])

print(repr(np.sort(latencies)))
print(repr(np.median(latencies)))
print(repr(np.sum(np.asarray(latencies))))

np.sum(latencies)
