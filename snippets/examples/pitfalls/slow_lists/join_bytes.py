import numpy as np
import torch

points = [np.full(3, number, dtype=np.float32) for number in range(20000)]

joined = bytearray().join(points)
batch = torch.frombuffer(joined, dtype=torch.float32).view(-1, 3)

print("batch:", batch.shape)
print("point 19999:", batch[19999])
