import numpy as np
import torch

packet = bytearray(b"\x00\x01\x00\x02")  # two big-endian integers: 1 and 2
print(torch.frombuffer(packet, dtype=torch.int16))

heights = np.frombuffer(packet, dtype=">i2")
print(torch.from_numpy(heights.astype(np.int16)))
