import numpy as np
import torch

batch = torch.zeros(2, 3)
address = batch.data_ptr()

for step in range(3):
    readings = np.full((2, 3), 20.0 + step)
    batch.copy_(torch.from_numpy(readings))
    print(batch[0], batch.data_ptr() == address)
