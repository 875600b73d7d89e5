# Raises AssertionError: 48 bytes of elements in a storage of 16
import numpy as np
import torch

full = torch.zeros(3, 2)
rows = torch.from_dlpack(np.broadcast_to(np.array([0.5, -0.5]), (3, 2)))

for tensor in (full, full.T, rows):
    stored = tensor.untyped_storage().nbytes()
    assert tensor.nbytes <= stored, f"{tensor.nbytes} bytes in {stored}, strides {tensor.stride()}"
