import numpy as np
import torch

packet = np.frombuffer(bytes([20, 21, 22]), dtype=np.uint8)
print(torch.as_tensor(packet.copy(), dtype=torch.float32))
print(torch.as_tensor(packet, dtype=torch.float32))
