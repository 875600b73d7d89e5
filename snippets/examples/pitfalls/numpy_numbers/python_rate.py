import numpy as np
import torch

rates = np.geomspace(0.001, 0.1, 3)
optimizer = torch.optim.SGD([torch.zeros(1)], lr=float(rates[1]))

torch.save(optimizer.state_dict(), "optimizer.pt")
state = torch.load("optimizer.pt")
print("learning rate:", state["param_groups"][0]["lr"])
