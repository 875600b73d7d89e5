import numpy as np
import torch

layer = torch.nn.Linear(2, 1)
pretrained = torch.from_numpy(np.array([[0.5, -0.5]]))

assert pretrained.shape == layer.weight.shape
with torch.no_grad():
    layer.weight.copy_(pretrained)

print("layer.weight:", layer.weight)
