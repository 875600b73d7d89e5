import numpy as np
import torch

header = bytes([0, 0, 8, 3, 0, 0, 0, 2])
print(">i4:", np.frombuffer(header, dtype=">i4"))
print("<i4:", np.frombuffer(header, dtype="<i4"))

tensor = torch.frombuffer(bytearray(header), dtype=torch.int32)
print("torch.int32:", tensor)
