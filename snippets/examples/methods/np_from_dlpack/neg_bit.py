import numpy as np
import torch

imaginary = torch.tensor([1 + 2j, 3 - 1j]).conj().imag

print(imaginary)
print(np.from_dlpack(imaginary))
print(np.from_dlpack(imaginary.resolve_neg()))
