import numpy as np
import torch

rate = np.geomspace(0.001, 0.1, 3)[1]
optimizer = torch.optim.SGD([torch.zeros(1)], lr=rate)
torch.save(optimizer.state_dict(), "old.pt")

state = torch.load("old.pt", weights_only=False)
for group in state["param_groups"]:
    group["lr"] = float(group["lr"])
torch.save(state, "new.pt")

print("loaded:", torch.load("new.pt")["param_groups"][0]["lr"])
