# Raises RuntimeError: the weights are real
import numpy as np
import torch

spectrum = torch.from_numpy(np.fft.rfft(np.ones((1, 2))).astype(np.complex64))
layer = torch.nn.Linear(4, 1)

print(layer(torch.view_as_real(spectrum).flatten(1)).dtype)
torch.nn.Linear(2, 1)(spectrum)
