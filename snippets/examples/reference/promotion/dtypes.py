import numpy as np
import torch

others = {
    "0.5": 0.5,
    "np.int64(1)": np.int64(1),
    "np.float64(0.5)": np.float64(0.5),
    "np.array(0.5)": np.array(0.5),
    "np.array([0.5])": np.array([0.5]),
}
for dtype in "uint8", "int64", "float32":
    array = np.ones(2, dtype)
    tensor = torch.from_numpy(array)
    for name, other in others.items():
        same = torch.from_numpy(other) if isinstance(other, np.ndarray) else other
        print(f"{dtype} * {name}: {(array * other).dtype} | {(tensor * same).dtype}")
