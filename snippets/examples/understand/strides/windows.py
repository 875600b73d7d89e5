import torch

signal = torch.tensor([5, 6, 7, 8, 9], dtype=torch.int16)
windows = signal.unfold(dimension=0, size=3, step=1)

print(f"buffer: {signal.nbytes} bytes, int16 {signal.tolist()}")
axes = f"{(*windows.shape,)}, strides {windows.stride()}"
print(f"windows: byte 0, {windows.dtype} {axes}, {windows.tolist()}")
