import numpy as np
import torch

header = b"RIFF"
array = np.frombuffer(header, dtype=np.uint8)
print(array.flags.writeable)

torch.from_dlpack(array)[3] = ord("X")
print(header)
