import numpy as np
import torch

array = np.array([3, 1, 4, 1], dtype=np.int32)
tensor = torch.from_numpy(array)

apart = tensor.data_ptr() - array.ctypes.data
print(f"one buffer: {array.nbytes} bytes, int32 {array}")
print(f"array: byte 0, {array.dtype} {array.shape},", end=" ")
print(f"strides {array.strides}, {array}")
print(f"tensor: byte {apart}, {tensor.dtype}", end=" ")
print(f"{(*tensor.shape,)}, strides {tensor.stride()},", end=" ")
print(tensor.tolist())
