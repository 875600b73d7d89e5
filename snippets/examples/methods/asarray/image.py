import numpy as np
import torch

image = np.array([[0, 64], [128, 255]], dtype=np.uint8)
shared = torch.asarray(image, copy=False)
own = torch.asarray(image, copy=True)

image[0, 0] = 9
print(shared)
print(own)
print(torch.asarray(image, dtype=torch.float32) / 255)
