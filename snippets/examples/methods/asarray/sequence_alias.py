# Raises ValueError: a list holds no numbers that could be shared
import numpy as np
import torch

readings = [20.5, 21.0]

print(torch.asarray(np.array(readings), copy=False))

torch.asarray(readings, copy=False)
