import numpy as np
import torch

torch.set_default_dtype(torch.float64)
array = np.array([0.5, 1.5], dtype=np.float32)

for call in torch.from_numpy, torch.tensor, torch.as_tensor, torch.asarray, torch.from_dlpack, torch.Tensor:
    print(f"{call.__name__:12} array: {call(array).dtype}")
print("list:", torch.tensor([0.5, 1.5]).dtype, "NumPy scalar:", torch.tensor(array[0]).dtype)
print("integers / 2:", (torch.from_numpy(np.array([1, 2])) / 2).dtype)
