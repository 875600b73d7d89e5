import numpy as np
import torch

mean = np.array([20.5, 21.5]).mean()

print("NumPy scalar:", torch.tensor(mean).dtype)
print("Python float:", torch.tensor(mean.item()).dtype)
print("0-d array:", torch.tensor(np.array(mean)).dtype)
