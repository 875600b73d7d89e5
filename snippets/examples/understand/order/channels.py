import numpy as np
import torch

image = np.arange(12, dtype=np.uint8).reshape(2, 2, 3)
tensor = torch.from_numpy(image)
views = {"height, width, channels": tensor}
views["tensor.permute(2, 0, 1)"] = tensor.permute(2, 0, 1)

print(f"buffer: 12 bytes, uint8 {image.ravel().tolist()}")
for name, view in views.items():
    begin = view.data_ptr() - image.ctypes.data
    axes = f"{(*view.shape,)}, strides {view.stride()}"
    print(f"{name}: byte {begin}, {view.dtype} {axes}, {view.tolist()}")
