import numpy as np
import torch

mean = np.array([0.5, 0.25])

torch.save({"mean": torch.from_numpy(mean)}, "checkpoint.pt")
print("loaded:", torch.load("checkpoint.pt"))
