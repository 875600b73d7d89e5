# Raises AssertionError: backward ran, and reached nothing
import numpy as np
import torch

model = torch.nn.Linear(2, 1)
inputs, targets = torch.ones(4, 2), torch.ones(4, 1)

errors = (model(inputs) - targets).detach().numpy()
loss = torch.tensor(np.square(errors).mean(), requires_grad=True)
loss.backward()

for name, parameter in model.named_parameters():
    if parameter.requires_grad:
        assert parameter.grad is not None, f"no gradient reached {name}"
