import numpy as np
import torch

rates = np.geomspace(0.001, 0.1, 3)
optimizer = torch.optim.SGD([torch.zeros(1)], lr=rates[1])

torch.save(optimizer.state_dict(), "optimizer.pt")
try:
    torch.load("optimizer.pt")
except Exception as error:
    print(f"{type(error).__name__}: {error}".split(".")[0])
