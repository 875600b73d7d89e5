import numpy as np
import torch

weight = torch.tensor(2.0, requires_grad=True)
targets = [1.0, 3.0, 4.0]
losses = [(weight - target) ** 2 for target in targets]

array = np.asarray([loss.detach() for loss in losses])

print("losses:", array, array.dtype)
