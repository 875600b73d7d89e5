import numpy as np
import torch

for values in ([20.5, 21.0], np.float64(20.5), np.array([20.5, 21.0]), torch.tensor([20.5])):
    print(type(values).__name__, torch.as_tensor(values))
