import numpy as np
import torch

weights = np.array([[0.5, -0.5]])

layer = torch.nn.Linear(2, 1, bias=False)
state = {"weight": torch.from_numpy(weights)}
layer.load_state_dict(state)
print("layer:", layer.weight.data)
print("dtypes:", weights.dtype, layer.weight.dtype)
