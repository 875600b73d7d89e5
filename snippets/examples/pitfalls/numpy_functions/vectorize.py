# Raises RuntimeError: np.vectorize has no gradient
import numpy as np
import torch

weights = torch.ones(2)
double = np.vectorize(lambda number: number * 2)
print("type:", type(double(weights)).__name__)
double(weights.requires_grad_())
