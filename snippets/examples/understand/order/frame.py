import numpy as np
import pandas as pd

x, y = np.array([[1, 2], [3, 4]], dtype=np.int16).T
frame = pd.DataFrame({"x": x, "y": y})
table = frame.to_numpy()

flat = table.ravel("K").tolist()
print(f"buffer of one block: {table.nbytes} bytes, int16 {flat}")
for name in ("frame", "x", "y"):
    part = table if name == "frame" else frame[name].to_numpy()
    begin = part.ctypes.data - table.ctypes.data
    axes = f"{part.shape}, strides {part.strides}"
    print(f"{name}: byte {begin}, int16 {axes}, {part.tolist()}")
