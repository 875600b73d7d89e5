import numpy as np
import torch

frames = [np.zeros(3), np.ones(3)]

print(torch.tensor(frames))
