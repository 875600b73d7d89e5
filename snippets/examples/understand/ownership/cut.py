import numpy as np
import torch

array = np.array([3, 1, 4], dtype=np.int32)
tensor = torch.from_numpy(array)
tensor = tensor * 2
assert not np.shares_memory(array, tensor)

print(f"the array's buffer: {array.nbytes} bytes, int32 {array}")
axes = f"{array.shape}, strides {array.strides}"
print(f"array: byte 0, {array.dtype} {axes}, {array}")
print(f"the new buffer: {tensor.nbytes} bytes, int32 {tensor.tolist()}")
axes = f"{(*tensor.shape,)}, strides {tensor.stride()}"
print(f"tensor: byte 0, {tensor.dtype} {axes}, {tensor.tolist()}")
