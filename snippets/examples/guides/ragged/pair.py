import numpy as np
import torch


def reset():
    return np.array([0.5, 1.5], np.float32), {}


observation, info = reset()
print("observation:", torch.from_numpy(observation))
