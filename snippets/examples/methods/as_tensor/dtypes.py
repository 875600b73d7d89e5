import numpy as np
import torch

for dtype in (np.float64, np.float32, np.int64, np.uint8):
    array = np.array([0, 1, 2], dtype=dtype)
    kept = torch.as_tensor(array)
    cast = torch.as_tensor(array, dtype=torch.float32)
    shares = cast.data_ptr() == kept.data_ptr()
    print(f"{array.dtype.name:8} {kept.dtype!s:14} {cast.dtype} {'shares' if shares else 'copies'}")
