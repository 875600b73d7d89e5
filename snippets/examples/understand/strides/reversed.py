import numpy as np

row = np.array([10, 20, 30, 40], dtype=np.int16)
views = {"row": row, "row[::2]": row[::2], "row[::-1]": row[::-1]}

print(f"buffer: {row.nbytes} bytes, {row.dtype} {row.tolist()}")
for name, view in views.items():
    begin = view.ctypes.data - row.ctypes.data
    axes = f"{view.shape}, strides {view.strides}"
    print(f"{name}: byte {begin}, {view.dtype} {axes}, {view}")
