import numpy as np
import torch

calibration = np.array([1.0, 2.0])

tensor = torch.from_dlpack(calibration.__dlpack__())
print("writable array:", tensor)
