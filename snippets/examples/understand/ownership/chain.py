import numpy as np
import torch

array = np.array([3, 1, 4], dtype=np.int32)
tensor = torch.from_numpy(array)
back = tensor.numpy()

steps = {"array": array, "tensor": tensor, "back": back, "back[1:]": back[1:]}
print(f"one buffer: {array.nbytes} bytes, int32 {array}")
for name, view in steps.items():
    is_tensor = torch.is_tensor(view)
    address = view.data_ptr() if is_tensor else view.ctypes.data
    strides = view.stride() if is_tensor else view.strides
    axes = f"{(*view.shape,)}, strides {strides}"
    print(f"{name}: byte {address - array.ctypes.data}, {view.dtype} {axes}, {view.tolist()}")
