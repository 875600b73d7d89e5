import numpy as np
import torch

rates = np.geomspace(0.001, 0.1, 3)
for rate in float(rates[1]), rates[1]:
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=rate)
    torch.save(optimizer.state_dict(), "optimizer.pt")
    try:
        print(torch.load("optimizer.pt")["param_groups"][0]["lr"])
    except Exception as error:
        print(type(error).__name__)
