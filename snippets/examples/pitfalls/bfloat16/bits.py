import numpy as np
import torch

scores = torch.tensor([0.5, 1.1, 3.14159], dtype=torch.bfloat16)
cpu = scores.detach().cpu()
np.save("scores.npy", cpu.view(torch.uint16).numpy())

bits = np.load("scores.npy")
print("file:", bits.dtype)
print("again:", torch.from_numpy(bits).view(torch.bfloat16))
print("in NumPy:", (bits.astype(np.uint32) << 16).view(np.float32))
