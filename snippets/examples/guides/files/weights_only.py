import pickle

import numpy as np
import torch

mean = np.array([0.5, 0.25])
torch.save({"mean": torch.from_numpy(mean)}, "good.pt")
print(torch.load("good.pt"))
torch.save({"mean": mean}, "bad.pt")
try:
    torch.load("bad.pt")
except pickle.UnpicklingError as error:
    print(str(error).partition(".")[0])
