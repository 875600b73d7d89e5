# Raises ValueError: the header is reversed
import numpy as np
import torch

header = np.frombuffer(b"\x01\x00\x02\x00", dtype=np.int16)
print("from a file:", header)
print(torch.from_numpy(header))
torch.from_numpy(header[::-1])
