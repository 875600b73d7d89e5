import numpy as np
import torch

layer = torch.nn.Linear(2, 1)
pretrained = np.array([[0.5, -0.5]])

with torch.no_grad():
    layer.weight.copy_(torch.from_numpy(pretrained))

print(layer.weight)
