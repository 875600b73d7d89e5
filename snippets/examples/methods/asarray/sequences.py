import numpy as np
import torch

for values in ([20.5, 21.0], [np.float64(20.5)], np.float64(20.5), np.array([20.5, 21.0])):
    print(type(values).__name__, torch.asarray(values))
