import numpy as np
import torch

scores = torch.tensor([0.5, 1.1, 3.14159], dtype=torch.bfloat16)
np.save("scores.npy", scores.view(torch.uint16).numpy())

bits = np.load("scores.npy")
print(torch.from_numpy(bits).view(torch.bfloat16))
print((bits.astype(np.uint32) << 16).view(np.float32))
