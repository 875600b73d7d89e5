import numpy as np
import torch

array = np.array([3, 1, 4, 1], dtype=np.int32)
tensor = torch.tensor(array)
assert not np.shares_memory(array, tensor)

print(f"the array's buffer: {array.nbytes} bytes, int32 {array}")
print(f"array: byte 0, {array.dtype} {array.shape},", end=" ")
print(f"strides {array.strides}, {array}")
print(f"the tensor's buffer: {tensor.nbytes} bytes,", end=" ")
print(f"int32 {tensor.tolist()}")
print(f"tensor: byte 0, {tensor.dtype} {(*tensor.shape,)},", end=" ")
print(f"strides {tensor.stride()}, {tensor.tolist()}")
