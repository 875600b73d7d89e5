import numpy as np
import torch

torch.set_default_device("meta")
scores = np.array([0.5, 1.5])

print(torch.as_tensor(scores).device)
print(torch.as_tensor(scores, device="cpu").device)
print(torch.from_numpy(scores).device)
