import numpy as np

depths = np.ma.masked_equal([20.5, -999.0, 21.5], -999.0)
counts = np.ma.array([3, 5], mask=[False, True])

print("floats, NaN:", depths.filled(np.nan))
print("integers, 0:", counts.filled(0))
print("floats, no value:", depths.filled())
print("integers, no value:", counts.filled())
