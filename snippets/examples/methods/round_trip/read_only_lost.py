import numpy as np
import torch

calibration = np.array([1.0, 2.0, 3.0])
calibration.flags.writeable = False

safe = torch.from_numpy(calibration.copy()).numpy()
safe[0] = 55.0
back = torch.from_numpy(calibration).numpy()
back[2] = 99.0

print(calibration.flags.writeable, back.flags.writeable)
print(calibration)
