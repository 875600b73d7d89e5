import numpy as np
import torch
from torch.nn.functional import conv1d

pulse = np.array([0.0, 0.0, 1.0, 0.0, 0.0])
kernel = np.array([1.0, 2.0, 3.0])
signal = torch.from_numpy(pulse)[None, None]
weight = torch.from_numpy(kernel)[None, None]

found = np.convolve(pulse, kernel, mode="valid")
print("np.convolve:", found)
print("conv1d:", conv1d(signal, weight)[0, 0])
flipped = conv1d(signal, weight.flip(-1))
print("flipped:", flipped[0, 0])
