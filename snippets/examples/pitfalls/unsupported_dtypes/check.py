import numpy as np

has_dtype = set(map(np.dtype, "? u1 i1 u2 i2 u4 i4 u8 i8 f2 f4 f8 c8 c16".split()))

table = {"age": np.array([30, 41]), "name": np.array(["Ada", "Max"]), "born": np.zeros(2, "datetime64[D]")}
for name, column in table.items():
    if column.dtype not in has_dtype:
        print(f"{name}: {column.dtype}")
