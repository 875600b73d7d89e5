# Long: one line a cast
import warnings

import numpy as np
import torch

casts = {
    "2.7": ("float64", "int64"),
    "-2.7": ("float64", "int64"),
    "0.1": ("float64", "float32"),
    "1e39": ("float64", "float32"),
    "nan": ("float64", "bool"),
    "16777217": ("int64", "float32"),
    "300": ("int64", "uint8"),
    "-1": ("int64", "uint8"),
}
for number, (source, target) in casts.items():
    array = np.array([float(number)]).astype(source)
    tensor = torch.from_numpy(array)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        theirs = tensor.to(getattr(torch, target)).item()
        ours = array.astype(target).item()
    warned = ", and warns" if caught else ""
    print(f"{number}, {source} to {target}: {ours}{warned} | {theirs}")
