import numpy as np

table = np.array([[1, 2, 3], [4, 5, 6]], dtype=np.int16)
header = table.T.__array_interface__
address, read_only = header["data"]

print("element 0:", address - table.ctypes.data, "bytes from the start")
print("read-only:", read_only)
print("dtype:", header["typestr"])
print("shape:", header["shape"])
print("strides:", header["strides"])
