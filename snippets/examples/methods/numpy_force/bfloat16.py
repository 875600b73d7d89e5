# Raises TypeError: NumPy has no bfloat16, and force=True does not cast.
import torch

weights = torch.ones(2, dtype=torch.bfloat16)
print(weights.float().numpy())

weights.numpy(force=True)
