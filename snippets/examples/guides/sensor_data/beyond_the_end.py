import numpy as np

pressure = np.arange(10, dtype=np.float32)
first = pressure[:4]

as_strided = np.lib.stride_tricks.as_strided
windows = as_strided(first, shape=(4, 4), strides=(4, 4))
print("first:", first)
print("window 3:", windows[3])
