import numpy as np

rows = np.array([[1, 2, 3], [4, 5, 6]], dtype=np.int16)
columns = np.asfortranarray(rows)

for name, table in {"rows": rows, "columns": columns}.items():
    flat = table.ravel("K").tolist()
    print(f"buffer of {name}: {table.nbytes} bytes, int16 {flat}")
    axes = f"{table.shape}, strides {table.strides}"
    print(f"{name}: byte 0, {table.dtype} {axes}, {table.tolist()}")
