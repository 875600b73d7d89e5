import numpy as np
import torch

header = b"RIFF"
array = np.frombuffer(header, dtype=np.uint8)
print("writable:", array.flags.writeable)

torch.from_dlpack(array)[3] = ord("X")
print("bytes after a write:", header)
