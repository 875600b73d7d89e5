# Raises AssertionError: where the dtype changed, the batch is named
import numpy as np
import torch

model = torch.nn.Sequential(torch.nn.Linear(2, 4), torch.nn.ReLU(), torch.nn.Linear(4, 1))
batch = {"x": np.ones((8, 2), dtype=np.float32), "target": np.ones((8, 1))}

expected = next(model.parameters()).dtype
for name, array in batch.items():
    assert torch.from_numpy(array).dtype == expected, f"{name} is {array.dtype}"
