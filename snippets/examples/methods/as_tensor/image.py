import numpy as np
import torch

image = np.array([[0, 64], [128, 255]], dtype=np.uint8)
scaled = torch.as_tensor(image, dtype=torch.float32) / 255

print(scaled)
print(image)
