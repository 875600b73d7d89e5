import numpy as np
import torch

packet = bytes([20, 21, 22])
readings = np.frombuffer(packet, dtype=np.uint8)
print(torch.from_numpy(readings.copy()))

tensor = torch.from_numpy(readings)
tensor[0] = 99
print(list(packet))

labels = np.array([3, 1, 2])
labels.setflags(write=False)
print(torch.from_numpy(labels))
