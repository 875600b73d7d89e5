import struct

import torch

# Header: 4 letters, a uint32. Then 3 floats.
layout = "<4sI3f"
values = b"LOG1", 3, 20.5, 21.0, 21.5
packet = bytearray(struct.pack(layout, *values))

readings = torch.frombuffer(
    packet,
    dtype=torch.float32,
    offset=8,
    count=3,
)
print("readings:", readings.tolist())
