import numpy as np
import torch

packet = bytes([20, 21, 22])
readings = np.frombuffer(packet, dtype=np.uint8)
tensor = torch.tensor(readings)

tensor[0] = 99
print(tensor)
print(list(packet))
