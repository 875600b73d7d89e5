import numpy as np
import torch

spectrum = torch.tensor([1 + 2j, 3 - 1j])
imaginary = spectrum.conj().imag

print("imaginary:", imaginary)
print("array:", np.from_dlpack(imaginary))
print("forced:", imaginary.numpy(force=True))
