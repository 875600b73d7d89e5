import numpy as np
import torch

readings = [20.5, 21.0]
array = np.array(readings)
tensor = torch.tensor(readings)

print("list:", torch.as_tensor(readings).dtype)
print("scalar:", torch.as_tensor(array[0]).dtype)
print("array:", torch.as_tensor(array).dtype)
print("tensor itself:", torch.as_tensor(tensor) is tensor)
