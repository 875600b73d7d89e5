import pickle

import numpy as np
import torch

torch.save({"mean": np.array([0.5, 0.25])}, "checkpoint.pt")
try:
    torch.load("checkpoint.pt")
except pickle.UnpicklingError as error:
    print("raised:", str(error).partition(".")[0])
