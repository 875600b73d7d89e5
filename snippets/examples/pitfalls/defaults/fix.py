import numpy as np
import torch

device = "cpu"  # or "cuda"
array = np.array([[0.5, 1.5]])

features = torch.as_tensor(
    array,
    dtype=torch.float32,
    device=device,
)
print("dtype:", features.dtype)
print("scores:", torch.nn.Linear(2, 1)(features).shape)
