# Raises RuntimeError: the weights are real
import numpy as np
import torch

spectrum = np.fft.rfft(np.ones((1, 2)))
tensor = torch.from_numpy(spectrum.astype(np.complex64))

torch.nn.Linear(2, 1)(tensor)
