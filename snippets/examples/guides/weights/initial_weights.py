import numpy as np
import torch

weights = np.array([[0.5], [-0.5]])

layer = torch.nn.Linear(2, 1, bias=False)
model = torch.nn.Sequential(layer)
print("names:", list(model.state_dict()))

state = {"0.weight": torch.from_numpy(weights.T)}
model.load_state_dict(state)
print("layer:", layer.weight.detach())
print("dtypes:", weights.dtype, layer.weight.dtype)
