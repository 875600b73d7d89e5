# Raises TypeError: NumPy has no bfloat16
import torch

scores = torch.tensor([0.5, 1.5], dtype=torch.bfloat16)
scores.numpy()
