import logging

import numpy as np
import torch

logging.getLogger("torch.fx").setLevel(logging.ERROR)  # a note for developers of torch

values = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
offsets = np.array([0, 3, 5])
nested = torch.nested.nested_tensor_from_jagged(torch.from_numpy(values), torch.from_numpy(offsets))

print("means:", nested.mean(dim=1))
parts = np.split(nested.values().numpy(), nested.offsets().numpy()[1:-1])
print("rows:", parts)
