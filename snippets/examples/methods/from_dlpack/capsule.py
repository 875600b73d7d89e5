import numpy as np
import torch

levels = np.zeros(3, dtype=np.float32)
tensor = torch.from_numpy(levels)

for owner in (levels, tensor):
    device_type, device_id = owner.__dlpack_device__()
    print(type(owner).__name__, int(device_type), device_id)
    capsule = owner.__dlpack__(max_version=(1, 0))
    torch.from_dlpack(capsule)[0] += 1

print(levels)
