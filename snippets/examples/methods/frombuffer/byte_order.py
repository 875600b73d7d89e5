import numpy as np
import torch

packet = bytearray(b"\x00\x01\x00\x02")  # big-endian 1 and 2
read = torch.frombuffer(packet, dtype=torch.int16)

heights = np.frombuffer(packet, dtype=">i2")
native = torch.from_numpy(heights.astype(np.int16))

print("frombuffer:", read.tolist())
print("cast first:", native.tolist())
