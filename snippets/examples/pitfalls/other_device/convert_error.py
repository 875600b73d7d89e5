# Raises TypeError: the tensor is not on the CPU
import numpy as np
import torch

features = np.array([0.5, 1.5])
inputs = torch.from_numpy(features).to("meta")
inputs.numpy()
