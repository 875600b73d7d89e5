import numpy as np
import torch

payload = np.frombuffer(b"\x01\x02\x03", dtype=np.uint8)
tensor = torch.from_numpy(payload)
print(payload.flags.writeable)

own = torch.tensor(payload)
own[0] = 255
print(own, payload)
