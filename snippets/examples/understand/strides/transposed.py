import numpy as np

table = np.array([[1, 2, 3], [4, 5, 6]], dtype=np.int16)
views = {"table": table, "table.T": table.T}
views["table[:, 1:]"] = table[:, 1:]

flat = table.ravel().tolist()
print(f"buffer: {table.nbytes} bytes, {table.dtype} {flat}")
for name, view in views.items():
    begin = view.ctypes.data - table.ctypes.data
    axes = f"{view.shape}, strides {view.strides}"
    print(f"{name}: byte {begin}, int16 {axes}, {view.tolist()}")
