import numpy as np
import torch

weights = np.array([[0.5, -0.5]])
layer = torch.nn.Linear(2, 1, bias=False)
layer.load_state_dict({"weight": torch.from_numpy(weights)})
print(layer.weight.dtype)

try:
    layer.load_state_dict({"weight": weights})
except RuntimeError as error:
    print(str(error).split(", ")[-1])
