import numpy as np
import torch

torch.set_default_device("meta")
scores = np.array([0.5, 1.5])

print(torch.asarray(scores).device)
print(torch.asarray(scores, device="cpu", copy=False).device)
