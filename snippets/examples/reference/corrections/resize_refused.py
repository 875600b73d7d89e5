# Raises ValueError: the tensor uses the buffer that resize would replace
import numpy as np
import torch

recording = np.array([0.1, 0.4, 0.2])
recording.resize(4)
print(recording)

tensor = torch.from_numpy(recording)
print(np.pad(recording, (0, 2)))
print(np.resize(recording, 6))
recording.resize(6)
