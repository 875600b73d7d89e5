import numpy as np
import torch

array = np.array([[3.0, 1.0], [0.0, 2.0]])
tensor = torch.from_numpy(array)
u, s, vh = np.linalg.svd(array)
print("np:", np.allclose(u * s @ vh, array))
u, s, vh = torch.linalg.svd(tensor)
print("linalg:", torch.allclose(u * s @ vh, tensor))
u, s, v = torch.svd(tensor)
print("svd, v:", torch.allclose(u * s @ v, tensor))
print("svd, v.T:", torch.allclose(u * s @ v.T, tensor))
