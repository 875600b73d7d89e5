import numpy as np
import torch


@torch.compile(backend="eager")
def clip(levels):
    levels[levels > 1] = 1
    return levels


levels = np.array([0.5, 2.0])
levels.flags.writeable = False
clip(levels)
print("levels:", levels)
