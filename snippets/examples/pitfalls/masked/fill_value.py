import numpy as np

depths = np.ma.masked_equal([20.5, -999.0, 21.5], -999.0)
counts = np.ma.array([3, 5], mask=[False, True])

print(depths.filled())
print(counts.filled())
print(depths.filled(np.nan))
