import numpy as np
import torch

mean = np.array([0.5, 0.25], np.float32)
start = np.ones((1, 2), np.float32)
model = torch.nn.Linear(2, 1)
model.weight = torch.nn.Parameter(torch.from_numpy(start.copy()))
model.register_buffer("mean", torch.from_numpy(mean.copy()))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
print("saved:", *model.state_dict())
