import numpy as np

data = np.array([1, 2, 0, 3], dtype=np.uint8)
views = {"data": data, "little": data.view("<i2")}
views |= {"big": data.view(">i2")}

print(f"buffer: {data.nbytes} bytes, {data.dtype} {data.tolist()}")
for name, view in views.items():
    axes = f"{view.shape}, strides {view.strides}"
    print(f"{name}: byte 0, {view.dtype} {axes}, {view.tolist()}")
