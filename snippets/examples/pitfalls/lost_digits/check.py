# Raises AssertionError: 2**24 + 1 did not survive
import numpy as np
import torch

orders = np.array([16_777_216, 16_777_217])
tensor = torch.tensor(orders, dtype=torch.float32)

back = tensor.numpy().astype(orders.dtype)
assert np.array_equal(back, orders), f"{orders[back != orders]} became {back[back != orders]}"
