import numpy as np
import torch

imaginary = torch.tensor([1 + 2j]).conj().imag
print("tensor:", imaginary)
print("array:", np.from_dlpack(imaginary))
