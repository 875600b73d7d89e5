# Raises BufferError: a read-only array has no capsule of the old kind
import numpy as np
import torch

calibration = np.array([0.5, 1.5])
calibration.flags.writeable = False

for options in ({"copy": True}, {"max_version": (1, 0)}, {}):
    capsule = calibration.__dlpack__(**options)
    print(options, torch.from_dlpack(capsule))
