import numpy as np
import torch

packet = np.frombuffer(bytes([20, 21, 22]), dtype=np.uint8)
print(torch.asarray(packet, copy=True))
print(torch.asarray(packet, dtype=torch.float32))
print(torch.asarray(packet))
