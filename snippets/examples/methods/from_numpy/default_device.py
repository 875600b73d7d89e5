import numpy as np
import torch

# "meta" needs no GPU; yours is "cuda".
torch.set_default_device("meta")
scores = np.array([0.5, 1.5])
tensor = torch.from_numpy(scores)

print("from_numpy:", tensor.device)
print("torch.tensor:", torch.tensor(scores).device)
print("moved:", tensor.to("meta").device)
