import numpy as np
import torch

rng = np.random.default_rng(0)
table = rng.random((200, 200), dtype=np.float32)
tensor = torch.from_numpy(table)

exact = table.astype(np.float64) @ table
of_numpy = table @ table
of_torch = (tensor @ tensor).numpy()
print("NumPy is exact:", (of_numpy == exact).all())
print("PyTorch is exact:", (of_torch == exact).all())
print("close:", np.allclose(of_numpy, of_torch))
