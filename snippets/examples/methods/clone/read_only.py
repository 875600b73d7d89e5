import numpy as np
import torch

pixels = np.frombuffer(bytes([0, 64, 128, 255]), dtype=np.uint8)

print(torch.tensor(pixels))
print(torch.from_numpy(pixels.copy()))

tensor = torch.from_numpy(pixels).clone()
tensor[0] = 10
print(tensor, pixels)
