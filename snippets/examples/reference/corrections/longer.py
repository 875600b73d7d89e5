import numpy as np
import torch

recording = np.array([0.1, 0.4, 0.2, 0.0])
tensor = torch.from_numpy(recording)

print("pad:", np.pad(recording, (0, 2)))
print("resize:", np.resize(recording, 6))
print("tensor:", tensor)
