import numpy as np
import torch

header = bytes([0, 0, 8, 3, 0, 0, 0, 2])

print(np.frombuffer(header, dtype=">i4"))
print(np.frombuffer(header, dtype="<i4"))
print(torch.frombuffer(bytearray(header), dtype=torch.int32))
