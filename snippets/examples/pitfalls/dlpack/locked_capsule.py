# Raises BufferError: this capsule has no flag for read-only
import numpy as np
import torch

calibration = np.array([1.0, 2.0])
calibration.flags.writeable = False

torch.from_dlpack(calibration.__dlpack__())
