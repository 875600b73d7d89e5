import struct

import torch

packet = bytearray(struct.pack("<4sI3f", b"LOG1", 3, 20.5, 21.0, 21.5))
readings = torch.frombuffer(packet, dtype=torch.float32, offset=8, count=3)
print("readings:", readings.tolist())
