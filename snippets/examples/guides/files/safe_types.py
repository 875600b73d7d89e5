import numpy as np
import torch

torch.save({"mean": np.array([0.5, 0.25])}, "old.pt")

types = [
    np.ndarray,
    np.dtype,
    np.dtypes.Float64DType,
    np._core.multiarray._reconstruct,
]
with torch.serialization.safe_globals(types):
    print("loaded:", torch.load("old.pt"))
