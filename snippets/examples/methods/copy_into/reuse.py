import numpy as np
import torch

batch = torch.zeros(2, 3)
address = batch.data_ptr()

for hour in range(2):
    readings = np.full((2, 3), 20.0 + hour)
    batch.copy_(torch.from_numpy(readings))
    print("batch[0]:", batch[0])

print("same memory:", batch.data_ptr() == address)
