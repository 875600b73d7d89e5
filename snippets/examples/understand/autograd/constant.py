import numpy as np
import torch

weights = torch.ones(2, requires_grad=True)
bias = torch.zeros(2, requires_grad=True)

scores = np.exp(weights.detach().numpy())
loss = (torch.from_numpy(scores) + bias).sum()
loss.backward()

print("gradient of bias:", bias.grad)
print("gradient of weights:", weights.grad)
