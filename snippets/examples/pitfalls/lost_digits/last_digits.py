import numpy as np
import torch

rng = np.random.default_rng(0)
table = rng.random((200, 200)).astype("f4")
tensor = torch.from_numpy(table)

exact = table.astype("f8") @ table
of_numpy = table @ table
of_torch = (tensor @ tensor).numpy()
numpy_exact = (of_numpy == exact).all()
torch_exact = (of_torch == exact).all()
print("NumPy is exact:", numpy_exact)
print("PyTorch is exact:", torch_exact)
print("close:", np.allclose(of_numpy, of_torch))
