import numpy as np
import torch

device = torch.device("cpu")
levels = np.array([0.5, 1.5], dtype=np.float32)

sent = torch.from_numpy(levels).to(device)
back = sent.cpu().numpy()
back[0] = 9.0
print("levels:", levels)

own = sent.cpu().numpy().copy()
print("shares:", np.shares_memory(levels, own))
