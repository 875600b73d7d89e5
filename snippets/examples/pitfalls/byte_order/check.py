# Raises AssertionError: the array is big-endian
import numpy as np

samples = np.array([1, 256], dtype=">i2")

assert samples.dtype.isnative, f"{samples.dtype.str} is not native: cast it"
