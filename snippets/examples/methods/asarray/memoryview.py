import numpy as np
import torch

image = np.array([[1, 2, 3], [4, 5, 6]], dtype=np.uint8)
view = memoryview(image)

print(torch.asarray(view, dtype=torch.uint8))
print(torch.asarray(np.asarray(view)))
