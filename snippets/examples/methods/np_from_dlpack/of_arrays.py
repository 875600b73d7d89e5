import numpy as np
import torch

calibration = np.array([0.5, 1.5])
calibration.flags.writeable = False

copied = calibration.__dlpack__(copy=True)
shared = calibration.__dlpack__(max_version=(1, 0))

print("copied:", torch.from_dlpack(copied))
print("shared:", torch.from_dlpack(shared))
