import numpy as np
import torch

signal = np.array([0.0, 1.0, 0.0, -1.0])
spectrum = np.fft.rfft(signal)
tensor = torch.from_numpy(spectrum)
print("tensor:", tensor)

tensor.imag[1] = 0.0
print("array after a write:", spectrum)
