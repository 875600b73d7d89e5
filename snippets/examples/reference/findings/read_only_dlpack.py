import numpy as np
import torch

calibration = np.array([1.0, 2.0])
calibration.flags.writeable = False
torch.from_dlpack(calibration)[0] = 9.0
print("read-only array:", calibration)
