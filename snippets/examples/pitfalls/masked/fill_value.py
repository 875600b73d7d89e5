import numpy as np

depths = np.ma.masked_equal([20.5, -999.0, 21.5], -999.0)
counts = np.ma.array([3, 5], mask=[False, True])

print("filled(nan):", depths.filled(np.nan))
print("filled() of floats:", depths.filled())
print("filled() of integers:", counts.filled())
