# Raises TypeError: NumPy has no bfloat16
import torch

weights = torch.tensor([0.5, 0.25], dtype=torch.bfloat16)
array = weights.float().numpy()
array[0] = 9.0
weights[1] = 7.0

print(array, array.dtype)
print(weights)
print(torch.from_numpy(array).bfloat16())

weights.numpy()
