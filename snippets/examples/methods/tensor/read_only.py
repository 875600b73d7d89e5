import numpy as np
import torch

pixels = np.frombuffer(bytes([0, 64, 128, 255]), dtype=np.uint8)
tensor = torch.tensor(pixels)
tensor[0] = 10

print(pixels.flags.writeable)
print(pixels)
print(tensor)
