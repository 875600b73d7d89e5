import numpy as np
import torch

table = torch.tensor([[20.5, 21.0], [3.5, 4.0]])
table.numpy().tofile("levels.bin")

array = np.fromfile("levels.bin", np.float32)
levels = torch.from_numpy(array).reshape(2, 2)
print("levels:", levels, sep="\n")
