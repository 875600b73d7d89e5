import numpy as np
import torch

weights = torch.tensor([0.5, 0.25])
readings = np.array([20.0, 21.0])

converted = torch.from_numpy(readings).to(weights)

print("product:", weights * converted)
