import numpy as np
import torch

payload = np.frombuffer(b"\x01\x02\x03", dtype=np.uint8)
print("writable:", payload.flags.writeable)

own = torch.tensor(payload)
own[0] = 255
print("tensor:", own)
print("array:", payload)
