import numpy as np
import torch

imaginary = torch.tensor([1 + 2j]).conj().imag
print(imaginary.is_neg(), imaginary)
print(np.from_dlpack(imaginary))
