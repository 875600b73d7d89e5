import numpy as np
import torch

pairs = [
    ("uint8", "int8"),
    ("int32", "float16"),
    ("int64", "float32"),
    ("float32", "float64"),
    ("float64", "complex64"),
]
for first, second in pairs:
    in_torch = torch.promote_types(getattr(torch, first), getattr(torch, second))
    print(f"{first} with {second}:")
    print("  NumPy", np.promote_types(first, second), " PyTorch", in_torch)
