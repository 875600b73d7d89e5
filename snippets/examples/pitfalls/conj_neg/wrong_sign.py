import numpy as np
import torch

spectrum = torch.tensor([1 + 2j, 3 - 1j])
phase = spectrum.conj().imag

print("tensor:", phase)
print("numpy:", phase.numpy(force=True))
print("np.from_dlpack:", np.from_dlpack(phase))
print("from_dlpack:", torch.from_dlpack(phase))
